import { zahl } from "../../../platform/words.ts";
import { type Zelle, istGenannt, laenge } from "../../auswertung/model/zelle.ts";
import type { Rang } from "./rangfolge.ts";
import { gross, menge, und, wenigerAls, zahlwort, zelle } from "./sprache.ts";

/**
 * The sentences of a paper, each for none, one, two and many (saetze.test.ts writes them all out). Pure: a count in, German out.
 * "" where nothing is to be said.
 */

/**
 * "keiner Beratung", "einer Beratung", "zwei Beratungen", "227 Beratungen", after "in" or "bei". What is not told is "einzelnen
 * Beratungen"; with `unter`, where it is known to be below that, "weniger als drei Beratungen".
 */
export function inBeratungen(n: Zelle, unter?: number): string {
  if (!istGenannt(n)) return `${unter === undefined ? "einzelnen" : wenigerAls(unter)} Beratungen`;
  return n === 0 ? "keiner Beratung" : n === 1 ? "einer Beratung" : `${zahlwort(n)} Beratungen`;
}

/** What it was in the other period: "; im ersten Halbjahr 2022 waren es 980". Nothing where that is not told. */
export function damals(wann: string, n: Zelle): string {
  if (!istGenannt(n)) return "";
  if (n === 0) return `; ${wann} war keine dokumentiert`;
  return `; ${wann} ${n === 1 ? "war" : "waren"} es ${zahlwort(n)}`;
}

/** How much was done. @param wann "im ersten Halbjahr 2023" */
export function durchgefuehrt(wann: string, n: Zelle, vergleich: { wann: string; n: Zelle } | undefined): string {
  if (n === 0) return `${gross(wann)} ist keine Beratung des Case Managements dokumentiert.`;
  const before = vergleich === undefined ? "" : damals(vergleich.wann, vergleich.n);
  return `${gross(wann)} hat das Case Management ${menge(n, "Beratung", "Beratungen")} durchgeführt${before}.`;
}

const SHOWN = 7;

/** What it was about, the most frequent ones by name; those that are not told are not the most frequent. */
export function themenSatz(all: readonly Rang[]): string {
  const ranks = all.filter((r) => istGenannt(r.wert));
  const [first, ...more] = ranks.slice(0, SHOWN);
  if (first === undefined) return "";
  const list = [
    `${first.kurz} (${first.wert === 1 ? "eine Nennung" : `${zelle(first.wert)} Nennungen`})`,
    ...more.map((t) => `${t.kurz} (${zelle(t.wert)})`),
  ];
  if (more.length === 0) return `Dabei ging es um das Thema ${list[0]}.`;
  return `${all.length > 3 ? "Am häufigsten ging es" : "Dabei ging es"} um die Themen ${und(list)}.`;
}

/**
 * In how many Kommunen: "Die Beratungen fanden in 15 der 19 Kommunen statt." Nothing where the Kreis is one Kommune itself.
 */
export function kommunenSatz(beratungen: Zelle, kommunen: number, alle: number): string {
  if (beratungen === 0 || kommunen === 0 || alle < 2) return "";
  const what = beratungen === 1 ? "Die Beratung fand" : "Die Beratungen fanden";
  if (kommunen >= alle) return `${what} in allen ${zahlwort(alle)} Kommunen statt.`;
  return `${what} in ${kommunen === 1 ? "einer" : zahlwort(kommunen)} der ${zahlwort(alle)} Kommunen statt.`;
}

/** @param unter where it is not told because it is below that */
export const neuzugewiesenSatz = (n: Zelle, unter?: number): string =>
  n === 0 ? "" : `In ${inBeratungen(n, unter)} wurden Menschen beraten, die der Kommune neu zugewiesen worden waren.`;

/** Where people are sent, with the words that lead there; a code that is not here is named after a colon. */
const WOHIN: Readonly<Record<string, string>> = {
  an_sprachkurs: "an Sprachkursträger",
  an_mbe: "an die Migrationsberatung",
  an_jmd: "an den Jugendmigrationsdienst",
  an_fluechtlingsberatung: "an die Flüchtlings- und Asylverfahrensberatung",
  an_jobcenter: "an das Jobcenter",
  an_arbeitsagentur: "an die Agentur für Arbeit",
  an_sozialamt: "an das Sozialamt",
  an_abh: "an die Ausländerbehörde",
  an_ebh: "an die Einbürgerungsbehörde",
  an_wohnungsamt: "an das Wohnungsamt",
  an_jugendamt: "an das Jugendamt",
  an_schulamt: "an das Schulamt oder die Beratung zum Seiteneinstieg",
  an_kita: "an Kitas oder Kindertagespflege",
  an_gesundheit: "an Arztpraxen oder das Gesundheitsamt",
  an_psz: "an das Psychosoziale Zentrum",
  an_fachberatung: "an Fachberatungsstellen",
  an_frauenberatung: "an die Frauenberatung",
  an_anerkennung: "an die Anerkennungsberatung",
  an_ehrenamt: "ins Ehrenamt",
  an_rechtsanwalt: "an Rechtsanwält:innen",
  an_cm: "an das Case Management einer anderen Kommune",
  an_andere: "an sonstige Stellen",
};
const wohin = (r: Rang): string => WOHIN[r.code] ?? `an: ${r.kurz}`;

/** Where it led to another office, the three most frequent by name. */
export function vermitteltSatz(ranks: readonly Rang[]): string {
  const n = ranks.reduce((sum, r) => sum + laenge(r.wert), 0);
  const [first] = ranks;
  if (first === undefined) return "";
  // The sum of places of which one is not told would tell it.
  const all = ranks.every((r) => istGenannt(r.wert))
    ? inBeratungen(n)
    : n === 0
      ? inBeratungen(first.wert)
      : `mehr als ${zahl(n)} Beratungen`;
  const start = `In ${all} wurde an eine andere Stelle vermittelt`;
  if (ranks.length === 1) return `${start}, und zwar ${wohin(first)}.`;
  if (n === 0) return `${start}.`;
  const list = und(
    ranks
      .filter((r) => istGenannt(r.wert))
      .slice(0, 3)
      .map((r) => `${wohin(r)} (${zelle(r.wert)})`),
  );
  return `${start}, ${ranks.length > 3 ? "am häufigsten" : "und zwar"} ${list}.`;
}

/** Where nothing was found that would have helped. @param von "(1,9 % der Beratungen, zu denen …)" or "" */
export const ohneAngebotSatz = (wann: string, n: Zelle, von: string): string =>
  n === 0
    ? ""
    : `${gross(wann)} fand sich in ${inBeratungen(n)}${von === "" ? "" : ` ${von}`} kein passendes Angebot. ${n === 1 ? "Eine solche Beratung kann" : "Solche Beratungen können"} auf eine Systemlücke hinweisen.`;

export const kindDolmetschtSatz = (n: Zelle): string =>
  n === 0 ? "" : `In ${inBeratungen(n)} hat ein Kind gedolmetscht.`;

/** Kommunen without any consultation, by name. */
export function ohneBeratungSatz(names: readonly string[]): string {
  if (names.length === 0) return "";
  return `Aus ${und(names)} ${names.length === 1 ? "ist keine Beratung" : "sind keine Beratungen"} dokumentiert.`;
}

/** Mentions of lists whose words belong to no theme yet. */
export function nichtZugeordnetSatz(n: Zelle): string {
  if (n === 0) return "";
  const what =
    n === 1
      ? "Eine Nennung aus übernommenen Listen ist"
      : `${gross(zahlwort(n))} Nennungen aus übernommenen Listen sind`;
  return `${what} noch keinem Thema zugeordnet.`;
}

/** How much comes from tallies, which say less. @param anteil "(20,0 %)" */
export function strichlistenSatz(n: Zelle, beratungen: Zelle, anteil: string): string {
  if (n === 0) return "";
  const all = istGenannt(n) && n === beratungen;
  const part = all
    ? n === 1
      ? "Die Beratung stammt"
      : "Alle Beratungen stammen"
    : `${gross(menge(n, "Beratung", "Beratungen"))}${istGenannt(n) ? ` (${anteil})` : ""} ${n === 1 ? "stammt" : "stammen"}`;
  const rest = all ? "" : "; die Angaben dazu beruhen auf den einzeln dokumentierten Beratungen";
  return `${part} aus Strichlisten. Diese nennen Anzahl, Ort und Themen, aber weder Ergebnis noch Verständigung${rest}.`;
}
