import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Kennzahlen } from "../../src/domains/auswertung/index.ts";
import type { Grundlage, Lage } from "../../src/domains/berichte/model/grundlage.ts";
import type { Halbjahresbericht } from "../../src/domains/berichte/model/halbjahresbericht.ts";
import { type Art, ERSTE_KAPITEL, type Inhalt } from "../../src/domains/berichte/model/kapitel.ts";
import { LEERER_KOPF, TITEL } from "../../src/domains/berichte/model/kopf.ts";

const counts = z.record(z.string(), z.number());
const liste = z.object({
  themen: counts,
  kommunen: counts,
  monate: counts.default({}),
  neuzuweisungen: z.number().default(0),
});
const erwartet = z.object({
  dateien: z.record(z.string(), liste),
  gesamt: z.object({ beratungen: z.number(), themen: counts }),
});

const ROOT = join(import.meta.dirname, "../..");

/** What the four lists of the fixtures add up to, as they say it themselves. */
export const ERWARTET = erwartet.parse(
  JSON.parse(readFileSync(join(ROOT, "src/listen/fixtures/erwartet.json"), "utf8")),
);

const added = (all: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const sum: Record<string, number> = {};
  for (const one of all) for (const [key, n] of Object.entries(one)) sum[key] = (sum[key] ?? 0) + n;
  return sum;
};

const KURZ = new Set(["handlungsfeld.csv", "ergebnis.csv"]);

/** A code list as the reference data have it. */
function namen(file: string, only: (cells: readonly string[]) => boolean = () => true) {
  const [, ...rows] = readFileSync(join(ROOT, "db/codelisten", file), "utf8")
    .trim()
    .split("\n");
  return rows
    .map((row) => row.split(";"))
    .filter(only)
    .map(([code = "", name = "", kurz = ""]) => ({ code, name, kurz: KURZ.has(file) ? kurz : name }));
}

const KOMMUNEN = namen("kommune.csv", ([code = ""]) => code.startsWith("05382"));
const agsOf = (name: string): string => KOMMUNEN.find((k) => k.name === name)?.code ?? name;

const listen = Object.values(ERWARTET.dateien);
const einzeln = listen.filter((l) => Object.keys(l.monate).length > 0);
const kommunen = Object.entries(added(listen.map((l) => l.kommunen))).map(([name, n]) => [agsOf(name), n] as const);
const tallied =
  ERWARTET.gesamt.beratungen - Object.values(added(einzeln.map((l) => l.kommunen))).reduce((a, b) => a + b, 0);

/** Figures of the four lists. How the tallies spread over the months is invented. */
export const KENNZAHLEN: Kennzahlen = {
  zeitraum: { von: "2023-01-01", bis: "2023-06-30" },
  traegerId: null,
  stand: "2023-07-04T08:30:00.000Z",
  ab: 3,
  zuKlein: [],
  aufgeteilt: true,
  einzelne: ERWARTET.gesamt.beratungen - tallied,
  kontakte: 1131,
  beratungen: ERWARTET.gesamt.beratungen,
  ausSummen: tallied,
  personen: 187,
  faelle: null,
  themen: ERWARTET.gesamt.themen,
  mitThema: 842,
  themenEinzeln: added(einzeln.map((l) => l.themen)),
  nichtZugeordnet: 7,
  nennungen: Object.values(ERWARTET.gesamt.themen).reduce((a, b) => a + b, 7),
  kommunen: Object.fromEntries(kommunen),
  monate: added([
    ...einzeln.map((l) => l.monate),
    { "2023-01": 40, "2023-02": 38, "2023-03": 45, "2023-04": 36, "2023-05": 44, "2023-06": 45 },
  ]),
  neuzuweisungen: listen.reduce((sum, l) => sum + l.neuzuweisungen, 0),
  neuzuweisungGrundlage: ERWARTET.gesamt.beratungen - tallied,
  merkmale: {
    stufe: { "0": 33, "1": 494, "2": 356 },
    kontaktweg: {},
    sprache: {},
    herkunftsgruppe: {},
    altersgruppe: {},
    verstaendigung: {
      nicht_noetig: 210,
      uebersetzungsgeraet: 188,
      angehoerige: 97,
      sprachmittlung: 41,
      kind_dolmetscht: 12,
      "": 302,
    },
    ergebnis: {
      beraten: 301,
      an_sprachkurs: 121,
      an_jobcenter: 84,
      folgetermin: 70,
      an_mbe: 22,
      kein_angebot: 19,
      "": 233,
    },
  },
};

export const LAGE: Lage = {
  stichtag: "2023-06-30",
  module: { I: { soll: 3.5, ist: 3.5 }, II: { soll: 11, ist: 11 }, III: { soll: 3, ist: 3 } },
  vakanzen: [],
  saetze: [
    "Am 30.06.2023 waren die Module I (3,5 VZÄ), II (11 VZÄ) und III (3 VZÄ) vollständig besetzt.",
    "Im Case Management waren neun Personen in 15 Kommunen lokal und zwei für MuKi-S kreisweit tätig.",
  ],
};

/** What the paper says on the day of the session, with the post of the ABH vacant since 01.09.2023. */
export const SEITHER: Lage = {
  stichtag: "2023-11-23",
  module: { ...LAGE.module, III: { soll: 3, ist: 2 } },
  vakanzen: [
    {
      modul: "III",
      stelle: "Fachkraft der Ausländerbehörde",
      vzae: 1,
      seit: "2023-09-01",
      grund: "Ausschreibung läuft",
    },
  ],
  saetze: [
    "Seit dem 01.09.2023 ist die Stelle der ABH (1 VZÄ) wieder vakant; am 23.11.2023 waren damit im Modul III 2 von 3 VZÄ besetzt.",
    "Im Übrigen blieb die Besetzung unverändert.",
  ],
};

export const GRUNDLAGE: Grundlage = {
  kreis: { schluessel: "05382", name: "Rhein-Sieg-Kreis", art: "Kreis" },
  kennzahlen: KENNZAHLEN,
  vergleich: null,
  ohneVergleich: "",
  delfin: null,
  verweise: null,
  steuerung: null,
  zugewiesene: null,
  mittlung: null,
  anrufe: null,
  bisHeute: "",
  verdeckt: {},
  unvollstaendig: [],
  stellen: LAGE,
  seither: SEITHER,
  namen: {
    themen: namen("handlungsfeld.csv"),
    kommunen: KOMMUNEN,
    verstaendigung: namen("verstaendigung.csv"),
    ergebnis: namen("ergebnis.csv"),
    verweis: namen("ergebnis.csv", (cells) => cells[3] === "verweis"),
    abschlussgrund: namen("abschlussgrund.csv"),
    sprache: namen("sprache.csv"),
  },
};

/** A draft of these figures. */
export const entwurf = (more: Partial<Halbjahresbericht> = {}): Halbjahresbericht => ({
  titel: TITEL,
  grundlage: GRUNDLAGE,
  kopf: { ...LEERER_KOPF, sitzung: "2023-11-23" },
  kapitel: ERSTE_KAPITEL,
  nummer: undefined,
  berichtigt: undefined,
  datenstand: "04.07.2023, 10:30 Uhr",
  tag: "2023-07-04",
  ...more,
});

/** The chapters of a first paper with a text in one of them. */
export const mitText = (art: Art, text: string): Inhalt[] =>
  ERSTE_KAPITEL.map((k) => (k.art === art ? { ...k, text } : k));
