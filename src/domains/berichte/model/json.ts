import { type Halbjahresbericht, papierOf } from "./halbjahresbericht.ts";
import { texteIn } from "./papier.ts";
import { rangfolge } from "./rangfolge.ts";
import { compareNames } from "../../../platform/words.ts";
import type { Zaehlung } from "../../auswertung/model/kennzahlen.ts";
import { type Zelle, etwas } from "../../auswertung/model/zelle.ts";

/** Only what was counted, in a fixed order, by the keys that machines read: codes of themes, official names of Kommunen, `2023-01`. */
function counted(counts: Zaehlung, keyOf: (code: string) => string): Record<string, Zelle> {
  const entries = Object.entries(counts).filter(([, n]) => etwas(n));
  const named = entries.map(([code, n]): [string, Zelle] => [keyOf(code), n]);
  return Object.fromEntries(named.toSorted(([a], [b]) => compareNames(a, b)));
}

/**
 * The figures for machines. The first six keys are the contract of `./kim bericht … --format json`; what follows may grow.
 * Staffing in full-time equivalents on the last day of the period.
 */
export function berichtJson(b: Halbjahresbericht) {
  const { kennzahlen: k, namen, stellen, kreis } = b.grundlage;
  const ort = new Map(namen.kommunen.map((n) => [n.code, n.name]));
  return {
    beratungen: k.beratungen,
    themen: Object.fromEntries(rangfolge(k.themen, namen.themen).map((t) => [t.code, t.wert])),
    kommunen: counted(k.kommunen, (ags) => ort.get(ags) ?? ags),
    monate: counted(k.monate, (monat) => monat),
    neuzuweisungen: k.neuzuweisungen,
    stellen: stellen.module,
    kreis: kreis.schluessel,
    zeitraum: k.zeitraum,
    datenstand: k.stand,
    nummer: b.nummer ?? null,
    berichtigt: b.berichtigt?.nummer ?? null,
    kontakte: k.kontakte,
    personen: k.personen,
    faelle: k.faelle,
    aus_strichlisten: k.ausSummen,
    nicht_zugeordnet: k.nichtZugeordnet,
    themen_einzeln: counted(k.themenEinzeln, (code) => code),
    beratungen_mit_thema: k.mitThema,
    ergebnis: counted(k.merkmale.ergebnis, (code) => code || "ohne_angabe"),
    verstaendigung: counted(k.merkmale.verstaendigung, (code) => code || "ohne_angabe"),
    kapitel: papierOf(b).abschnitte.map(({ titel, ebene, bloecke }) => ({
      titel,
      ebene,
      text: bloecke.flatMap(texteIn),
    })),
  };
}
