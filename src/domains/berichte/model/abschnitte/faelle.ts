import type { Worte } from "../../../auswertung/model/abschnitte.ts";
import { DEFINITIONEN } from "../../../auswertung/model/definitionen.ts";
import {
  ANFRAGE_WORTE,
  DAUER_WORTE,
  OFFENE_PHASEN,
  ZIEL_WORTE,
  gruendeOf,
} from "../../../auswertung/model/fall-abschnitte.ts";
import type { Fallzahlen } from "../../../auswertung/model/fallzahlen.ts";
import type { Zaehlung } from "../../../auswertung/model/kennzahlen.ts";
import { type Zelle, etwas, istGenannt, laenge, summeOf } from "../../../auswertung/model/zelle.ts";
import { zeitraumName } from "../../../auswertung/model/zeitraum.ts";
import type { Grundlage } from "../grundlage.ts";
import type { Block, Diagramm, Tabelle } from "../../../papier/model/papier.ts";
import { type Rang, rangfolge } from "../rangfolge.ts";
import { anteil, gross, menge, zelle } from "../sprache.ts";
import { wannOf } from "../zeitraum.ts";

/** Whether there is anything of cases to say. */
const leer = (f: Fallzahlen): boolean =>
  ![f.faelle, f.anfragen].some((b) => [b.anfang, b.zugang, b.abgang, b.ende].some(etwas));

const NAMEN = { phasen: OFFENE_PHASEN, dauer: DAUER_WORTE } as const;

/** What there was, came, went and is, of cases and of the requests before them, as a sum that one can follow. */
function bestand({ kennzahlen, vergleich }: Grundlage, f: Fallzahlen): Tabelle {
  const before = vergleich?.faelle ?? null;
  const row = (name: string, of: (z: Fallzahlen) => Zelle) => [
    name,
    zelle(of(f)),
    ...(before === null ? [] : [zelle(of(before))]),
  ];
  return {
    art: "tabelle",
    titel: "Fälle und Anfragen: Bestand, Zugang, Abgang",
    spalten: [
      { titel: "Fälle" },
      { titel: zeitraumName(kennzahlen.zeitraum), zahl: true },
      ...(vergleich === null || before === null
        ? []
        : [{ titel: zeitraumName(vergleich.zeitraum), zahl: true } as const]),
    ],
    zeilen: [
      row("Fälle am Anfang", (z) => z.faelle.anfang),
      row("dazu gekommen", (z) => z.faelle.zugang),
      row("darunter wieder aufgenommen", (z) => z.zugang["wieder"] ?? 0),
      row("beendet", (z) => z.faelle.abgang),
      row("Fälle am Ende", (z) => z.faelle.ende),
      row("Anfragen am Anfang", (z) => z.anfragen.anfang),
      row("eingegangen", (z) => z.anfragen.zugang),
      row("erledigt", (z) => z.anfragen.abgang),
      ...ANFRAGE_WORTE.map(({ code, name }) => row(`davon ${name}`, (z) => z.ausAnfragen[code] ?? 0)),
      row("Anfragen am Ende", (z) => z.anfragen.ende),
    ],
    summe: false,
    anmerkungen: [DEFINITIONEN.faelle, DEFINITIONEN.anfragen],
  };
}

function verteilung(
  counts: Zaehlung,
  all: Zelle,
  namen: Worte,
  [titel, word, note, zahl = "Fälle"]: readonly [string, string, string, string?],
) {
  const rows: Rang[] = namen
    .filter(({ code }) => etwas(counts[code]))
    .map((n) => ({ ...n, wert: counts[n.code] ?? 0 }));
  if (rows.length === 0) return [];
  const tabelle: Tabelle = {
    art: "tabelle",
    titel,
    spalten: [{ titel: word }, { titel: zahl, zahl: true }, { titel: "Anteil", zahl: true }],
    zeilen: [
      ...rows.map((r) => [gross(r.name), zelle(r.wert), anteil(r.wert, all)]),
      ["Zusammen", zelle(all), anteil(all, all)],
    ],
    summe: true,
    anmerkungen: [note],
  };
  return [tabelle];
}

function diagramm(f: Fallzahlen): Diagramm {
  const rows = NAMEN.phasen.filter(({ code }) => etwas(f.phasen[code]));
  const text = (code: string) => zelle(f.phasen[code] ?? 0);
  return {
    art: "diagramm",
    titel: "Fälle und Anfragen nach Phase",
    form: "balken",
    werte: rows.map(({ code, kurz }) => ({ name: kurz, wert: laenge(f.phasen[code]), text: text(code) })),
    alt: `Balkendiagramm, Fälle und Anfragen je Phase: ${rows.map(({ code, name }) => `${name} ${text(code)}`).join("; ")}.`,
  };
}

/** The cases of the period: stock with what came and went, phases, why they ended and how long they took. */
export function fallBloecke(g: Grundlage): Block[] {
  const f = g.kennzahlen.faelle;
  if (f === null || leer(f)) return [];
  // A picture of nothing but the sign for what is not told shows nothing.
  const phasen = NAMEN.phasen.some(({ code }) => laenge(f.phasen[code]) > 0) ? [diagramm(f)] : [];
  const gruende = rangfolge(f.gruende, [...gruendeOf(g.namen.abschlussgrund)]).map(({ code, name, kurz }) => ({
    code,
    name,
    kurz,
  }));
  return [
    bestand(g, f),
    ...phasen,
    ...verteilung(f.gruende, f.faelle.abgang, gruende, [
      "Gründe des Abschlusses",
      "Grund",
      DEFINITIONEN.abschlussgrund,
    ]),
    ...verteilung(f.ziele, summeOf(Object.values(f.ziele)), ZIEL_WORTE, [
      "Erreichte Ziele beim Abschluss",
      "Stufe",
      DEFINITIONEN.ziele,
      "Ziele",
    ]),
    ...verteilung(f.dauer, f.faelle.abgang, NAMEN.dauer, ["Dauer beendeter Fälle", "Dauer", DEFINITIONEN.dauer]),
  ];
}

const faelle = (n: Zelle, one: string): string => (n === 1 ? `${one} Fall` : menge(n, "", "Fälle"));

/** What the figures of cases say in sentences; "" where there are none. */
export function fallText(g: Grundlage): string {
  const f = g.kennzahlen.faelle;
  if (f === null || leer(f)) return "";
  const { faelle: b, median, personen } = f;
  const goes = g.bisHeute !== "";
  const first = `${goes ? "Zurzeit führt" : "Am Ende des Zeitraums führte"} das Case Management ${faelle(b.ende, "einen")}.`;
  const come = `${gross(wannOf(g))} ${b.zugang === 1 ? "kam" : "kamen"} ${faelle(b.zugang, "ein")} dazu`;
  const gone = b.abgang === 0 ? "keiner endete" : `${b.abgang === 1 ? "endete" : "endeten"} ${faelle(b.abgang, "ein")}`;
  const who =
    istGenannt(personen) && personen > 1 ? `Die Fälle liefen für ${menge(personen, "", "verschiedene Personen")}.` : "";
  const months = median === 1 ? "einen Monat" : `${zelle(median ?? 0)} Monate`;
  const long = median === null ? "" : `Die Hälfte der beendeten Fälle dauerte höchstens ${months}.`;
  return [first, `${come}, ${gone}.`, who, long].filter((sentence) => sentence !== "").join(" ");
}
