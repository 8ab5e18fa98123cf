import { type Halbjahresbericht, papierOf } from "./halbjahresbericht.ts";
import { texteIn } from "../../papier/model/papier.ts";
import { rangfolge } from "./rangfolge.ts";
import { compareNames } from "../../../platform/words.ts";
import type { Kennzahlen, Zaehlung } from "../../auswertung/model/kennzahlen.ts";
import { ANTEIL_AB, VERDECKT, type Zelle, etwas } from "../../auswertung/model/zelle.ts";
import { mitAngabe } from "./abschnitte/merkmale.ts";

/** Only what was counted, in a fixed order, by the keys that machines read: codes of themes, official names of Kommunen, `2023-01`. */
function counted(counts: Zaehlung, keyOf: (code: string) => string): Record<string, Zelle> {
  const entries = Object.entries(counts).filter(([, n]) => etwas(n));
  const named = entries.map(([code, n]): [string, Zelle] => [keyOf(code), n]);
  return Object.fromEntries(named.toSorted(([a], [b]) => compareNames(a, b)));
}

type Lage = Halbjahresbericht["grundlage"]["stellen"];

const lage = ({ stichtag, module, vakanzen }: Lage) => ({ stichtag, stellen: module, vakanzen });

/** Where something is not told: the way to it, as RFC 6901 writes it. */
function verdeckteIn(value: unknown, at = ""): string[] {
  if (value === VERDECKT) return [at];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    verdeckteIn(inner, `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}

/** The version of the file: a number more when a key goes or means something else. docs/betrieb/bericht-json.md says them all. */
const FASSUNG = 3;

/** The figures of a period, by the keys that machines read. */
function zahlen(k: Kennzahlen, namen: Halbjahresbericht["grundlage"]["namen"]) {
  const ort = new Map(namen.kommunen.map((n) => [n.code, n.name]));
  return {
    beratungen: k.beratungen,
    themen: Object.fromEntries(rangfolge(k.themen, namen.themen).map((t) => [t.code, t.wert])),
    kommunen: counted(k.kommunen, (ags) => ort.get(ags) ?? ags),
    monate: counted(k.monate, (monat) => monat),
    neuzuweisungen: k.neuzuweisungen,
  };
}

/** Stock, what came and went, and what the cases were. */
const faelle = ({ faelle: f }: Kennzahlen) =>
  f === null
    ? null
    : {
        ...f.faelle,
        anfragen: { ...f.anfragen, ergebnis: counted(f.ausAnfragen, (code) => code) },
        neu: f.zugang["neu"] ?? 0,
        wieder: f.zugang["wieder"] ?? 0,
        personen: f.personen,
        haushalte: f.haushalte,
        phasen: counted(f.phasen, (code) => code),
        abschlussgrund: counted(f.gruende, (code) => code),
        zielerreichung: counted(f.ziele, (code) => code),
        dauer_ab_monat: counted(f.dauer, (code) => code),
        dauer_median_monate: f.median,
      };

/** What the figures are shares of. */
const grundlagen = (k: Kennzahlen) => ({
  nennungen: k.nennungen,
  beratungen_einzeln: k.einzelne,
  beratungen_mit_thema: k.mitThema,
  beratungen_mit_namen: k.merkmale.stufe["2"] ?? 0,
  beratungen_mit_ergebnis: mitAngabe(k.merkmale.ergebnis, k.einzelne),
  beratungen_mit_verstaendigung: mitAngabe(k.merkmale.verstaendigung, k.einzelne),
  neuzuweisungen_moeglich: k.neuzuweisungGrundlage,
});

/** What stands in the file as it was frozen. */
const weiteres = ({ delfin, verweise, steuerung, zugewiesene, mittlung, anrufe }: Halbjahresbericht["grundlage"]) => ({
  delfin,
  verweise,
  steuerung,
  zugewiesene,
  mittlung,
  anrufe,
});

/**
 * The figures for machines. The first six keys are the contract of `./kim bericht … --format json`; what follows may grow.
 * Staffing in full-time equivalents on the last day of the period.
 */
export function berichtJson(b: Halbjahresbericht) {
  const {
    kennzahlen: k,
    vergleich,
    namen,
    stellen,
    seither,
    kreis,
    ohneVergleich,
    unvollstaendig,
    bisHeute,
  } = b.grundlage;
  const figures = {
    ...zahlen(k, namen),
    stellen: stellen.module,
    fassung: FASSUNG,
    kreis: kreis.schluessel,
    zeitraum: k.zeitraum,
    bis_heute: bisHeute === "" ? null : bisHeute,
    datenstand: k.stand,
    nummer: b.nummer ?? null,
    berichtigt: b.berichtigt?.nummer ?? null,
    kontakte: k.kontakte,
    personen: k.personen,
    faelle: faelle(k),
    ...weiteres(b.grundlage),
    aus_strichlisten: k.ausSummen,
    nicht_zugeordnet: k.nichtZugeordnet,
    themen_einzeln: counted(k.themenEinzeln, (code) => code),
    beratungen_mit_thema: k.mitThema,
    ergebnis: counted(k.merkmale.ergebnis, (code) => code || "ohne_angabe"),
    verstaendigung: counted(k.merkmale.verstaendigung, (code) => code || "ohne_angabe"),
    grundlagen: grundlagen(k),
    besetzung: lage(stellen),
    besetzung_sitzung: seither === null ? null : lage(seither),
    vergleich:
      vergleich === null
        ? null
        : {
            zeitraum: vergleich.zeitraum,
            kontakte: vergleich.kontakte,
            personen: vergleich.personen,
            faelle: faelle(vergleich),
            ...zahlen(vergleich, namen),
            grundlagen: grundlagen(vergleich),
          },
    vergleich_entfaellt: ohneVergleich === "" ? null : ohneVergleich,
    nicht_geliefert: unvollstaendig,
  };
  return {
    ...figures,
    unterdrueckung: { ab: k.ab, zeichen: VERDECKT, anteile_ab: ANTEIL_AB, stellen: verdeckteIn(figures) },
    kapitel: papierOf(b).abschnitte.map(({ titel, ebene, bloecke }) => ({
      titel,
      ebene,
      text: bloecke.flatMap(texteIn),
    })),
  };
}
