import { tagText } from "../../../platform/span.ts";
import { unter } from "../../auswertung/model/kennzahlen.ts";
import { etwas } from "../../auswertung/model/zelle.ts";
import { fallText } from "./abschnitte/faelle.ts";
import { mitAngabe } from "./abschnitte/merkmale.ts";
import type { Grundlage } from "./grundlage.ts";
import { rangfolge } from "./rangfolge.ts";
import {
  durchgefuehrt,
  kommunenSatz,
  neuzugewiesenSatz,
  ohneAngebotSatz,
  themenSatz,
  vermitteltSatz,
} from "./saetze.ts";
import { anteil, imKreis } from "./sprache.ts";
import { imZeitraum, wannOf } from "./zeitraum.ts";

/** What the figures suggest as the text of a chapter, by its kind; kinds that are not here have nothing to suggest. */

const joined = (sentences: readonly string[]): string => sentences.filter((s) => s !== "").join(" ");

const vorbemerkung = ({ kreis, kennzahlen, stellen }: Grundlage): string =>
  [
    `Das Landesförderprogramm „Kommunales Integrationsmanagement“ (KIM) wird ${imKreis(kreis)} in drei Modulen umgesetzt:`,
    "der koordinierenden Stelle (Modul I), dem Case Management (Modul II) und den Stellen der Ausländerbehörde (ABH) und",
    `der Einbürgerungsbehörde (EBH, Modul III). Die Mitteilung stellt dar, wie die Stellen am ${tagText(stellen.stichtag)}`,
    `besetzt waren und wozu das Case Management ${imZeitraum(kennzahlen.zeitraum)} beraten hat.`,
  ].join(" ");

/** Two paragraphs at most: at the end of the period, and what has changed up to the day of the session. */
function personal({ stellen, seither }: Grundlage): string {
  const then = stellen.saetze.join(" ");
  return seither === null ? then : `${then}\n\n${seither.saetze.join(" ")}`;
}

function beratung(g: Grundlage): string {
  const { kennzahlen: k, vergleich, namen } = g;
  const before = vergleich && { wann: imZeitraum(vergleich.zeitraum), n: vergleich.beratungen };
  const first = durchgefuehrt(wannOf(g), k.beratungen, before ?? undefined);
  if (k.beratungen === 0) return first;
  const kommunen = Object.values(k.kommunen).filter(etwas).length;
  const referred = rangfolge(k.merkmale.ergebnis, namen.verweis).filter((r) =>
    namen.verweis.some(({ code }) => code === r.code),
  );
  const parts = [
    joined([
      first,
      themenSatz(rangfolge(k.themen, namen.themen)),
      kommunenSatz(k.beratungen, kommunen, namen.kommunen.length),
    ]),
    joined([neuzugewiesenSatz(k.neuzuweisungen, unter(k, "neuzuweisungen")), vermitteltSatz(referred)]),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function lenkungsgruppe(g: Grundlage): string {
  const { kennzahlen: k } = g;
  const counts = k.merkmale.ergebnis;
  const n = counts["kein_angebot"] ?? 0;
  const share = anteil(n, mitAngabe(counts, k.einzelne));
  const von = /\d/.test(share) ? `(${share} der Beratungen, zu denen ein Ergebnis angegeben ist)` : "";
  return ohneAngebotSatz(wannOf(g), n, von);
}

export const VORSCHLAEGE: Readonly<Record<string, (g: Grundlage) => string>> = {
  vorbemerkung,
  personal,
  beratung,
  faelle: fallText,
  lenkungsgruppe,
};
