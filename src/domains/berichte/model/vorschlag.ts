import { z } from "zod";
import { tagText } from "../../../platform/span.ts";
import { zahl } from "../../../platform/words.ts";
import type { Grundlage } from "./grundlage.ts";
import { rangfolge, summe } from "./rangfolge.ts";
import { anteil, gross, imKreis, menge, und, zahlwort } from "./sprache.ts";
import { imZeitraum } from "./zeitraum.ts";

/** The text blocks that the coordination edits before release, in the order of the paper. */
export const BAUSTEINE = ["vorbemerkung", "personal", "beratung", "luecken", "ausblick"] as const;
export type Baustein = (typeof BAUSTEINE)[number];

/** What somebody wrote instead of the suggestion, and which suggestion it was written against. */
export const Texte = z.partialRecord(z.enum(BAUSTEINE), z.object({ text: z.string(), vorschlag: z.string() }));
export type Texte = Readonly<z.output<typeof Texte>>;

const vorbemerkung = ({ kreis, kennzahlen, stellen }: Grundlage): string =>
  [
    `Das Landesförderprogramm „Kommunales Integrationsmanagement“ (KIM) wird ${imKreis(kreis)} in drei Modulen umgesetzt:`,
    "der koordinierenden Stelle (Modul I), dem Case Management (Modul II) und den Stellen der Ausländerbehörde (ABH) und",
    `der Einbürgerungsbehörde (EBH, Modul III). Die Mitteilung stellt dar, wie die Stellen am ${tagText(stellen.stichtag)}`,
    `besetzt waren und wozu das Case Management ${imZeitraum(kennzahlen.zeitraum)} beraten hat.`,
  ].join(" ");

/** Two paragraphs at most: at the end of the period, and on the day of the session where it is another picture. */
function personal({ stellen, seither }: Grundlage): string {
  const then = stellen.saetze.join(" ");
  if (seither === null) return then;
  return `${then}\n\nSeither hat sich die Besetzung verändert. ${seither.saetze.join(" ")}`;
}

const verglichen = ({ vergleich }: Grundlage): string => {
  if (vergleich === null) return ".";
  const before = vergleich.beratungen;
  return `; ${imZeitraum(vergleich.zeitraum)} ${before === 1 ? "war" : "waren"} es ${zahlwort(before)}.`;
};

function haeufigste({ kennzahlen, namen }: Grundlage): string[] {
  const [first, ...more] = rangfolge(kennzahlen.themen, namen.themen).slice(0, 7);
  if (first === undefined) return [];
  const nennungen = first.wert === 1 ? "eine Nennung" : `${zahl(first.wert)} Nennungen`;
  const list = [`${first.kurz} (${nennungen})`, ...more.map((t) => `${t.kurz} (${zahl(t.wert)})`)];
  const only = more.length === 0 ? "Dabei ging es um" : "Am häufigsten ging es um";
  return [`${only} ${und(list)}.`];
}

function zugewiesen({ kennzahlen: { neuzuweisungen: n } }: Grundlage): string[] {
  if (n === 0) return [];
  const verb = n === 1 ? "galt" : "galten";
  return [
    `${gross(menge(n, "Beratung", "Beratungen"))} ${verb} Menschen, die der Kommune neu zugewiesen worden waren.`,
  ];
}

function vermittelt({ kennzahlen, namen }: Grundlage): string[] {
  const list = rangfolge(kennzahlen.merkmale.ergebnis, namen.verweis).filter((r) =>
    namen.verweis.some((n) => n.code === r.code),
  );
  const n = list.reduce((sum, r) => sum + r.wert, 0);
  if (n === 0) return [];
  const where = list.slice(0, 3).map((r) => `${r.kurz} (${zahl(r.wert)})`);
  const most = list.length > 1 ? ", am häufigsten an: " : ": ";
  const verb = n === 1 ? "führte" : "führten";
  return [
    `${gross(menge(n, "Beratung", "Beratungen"))} ${verb} zur Vermittlung an eine andere Stelle${most}${und(where)}.`,
  ];
}

function beratung(g: Grundlage): string {
  const { kennzahlen } = g;
  const when = gross(imZeitraum(kennzahlen.zeitraum));
  if (kennzahlen.beratungen === 0) return `${when} ist keine Beratung des Case Managements dokumentiert.`;
  const n = menge(kennzahlen.beratungen, "Beratung", "Beratungen");
  const kommunen = rangfolge(kennzahlen.kommunen, []).length;
  const where =
    kommunen === 0 ? [] : [`Beraten wurde in ${kommunen === 1 ? "einer Kommune" : `${zahlwort(kommunen)} Kommunen`}.`];
  const first = `${when} hat das Case Management ${n} durchgeführt${verglichen(g)}`;
  const second = [...zugewiesen(g), ...vermittelt(g)].join(" ");
  return [[first, ...haeufigste(g), ...where].join(" "), second].filter((part) => part !== "").join("\n\n");
}

function luecken({ kennzahlen }: Grundlage): string {
  const counts = kennzahlen.merkmale.ergebnis;
  const n = counts["kein_angebot"] ?? 0;
  if (n === 0) return "";
  const told = summe(counts) - (counts[""] ?? 0);
  return `${gross(imZeitraum(kennzahlen.zeitraum))} fand sich bei ${n === 1 ? "einer Beratung" : `${zahlwort(n)} Beratungen`} kein passendes Angebot (${anteil(n, told)} der Beratungen, zu denen ein Ergebnis angegeben ist). Solche Beratungen können auf Systemlücken hinweisen.`;
}

/** The text of each block as the figures suggest it; "" where they suggest nothing. */
export const vorschlaege = (g: Grundlage): Readonly<Record<Baustein, string>> => ({
  vorbemerkung: vorbemerkung(g),
  personal: personal(g),
  beratung: beratung(g),
  luecken: luecken(g),
  ausblick: "",
});

/** What stands in the paper: what somebody wrote, otherwise what the figures suggest. */
export const textOf = (g: Grundlage, texte: Texte, baustein: Baustein): string =>
  texte[baustein]?.text ?? vorschlaege(g)[baustein];

/** The blocks that were written against figures which have changed since. */
export const ueberholt = (g: Grundlage, texte: Texte): Baustein[] => {
  const now = vorschlaege(g);
  return BAUSTEINE.filter((b) => texte[b] !== undefined && texte[b].vorschlag !== now[b]);
};
