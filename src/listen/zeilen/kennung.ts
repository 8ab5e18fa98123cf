import { hash } from "node:crypto";
import type { Spalte } from "../erkennen/typen.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { wortschluessel } from "../woerter/gemerkt.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Deutung, Wortart } from "../woerter/verzeichnis.ts";
import type { Angabe } from "./mehr-spalten.ts";
import type { Personenzeile } from "./personentypen.ts";
import type { Beratungszeile } from "./typen.ts";

/**
 * What a word adds to a row's print: its code, or the word itself where nobody knows it. A word that a person decided stands
 * for itself too: the same row must have the same print before and after the decision.
 */
export const wortAnteil = (art: Wortart, wort: string, deutung: Deutung | undefined): string =>
  deutung === undefined || deutung.grund === "entschieden"
    ? `${art}?${schluessel(wort) || wort.trim()}`
    : `${art}=${deutung.code ?? ""}`;

// Only hashes are kept: 200,000 whole rows would be the largest thing in memory.
const abdruck = (parts: readonly string[]): string => hash("sha256", parts.join("\n"), "base64");

/**
 * The print of a row: what it was understood to say, not how it is written. Day and Kommune are added where it is compared.
 * Who counselled, running numbers and columns that nobody knows do not count: they come and go between two copies of a list.
 * `ohne`: the print that the row would have without these columns.
 */
export function kennungVon(
  beratung: Omit<Beratungszeile, "ags" | "offen">,
  worte: readonly string[],
  ohne: ReadonlySet<Angabe> = ALLES,
): string {
  const { dauerMin, altersgruppe, neuzuweisung, notiz } = beratung;
  const personen = ohne.has("personen") ? [] : beratung.personen;
  const personenzahl = ohne.has("personenzahl") ? Math.max(1, personen.length) : beratung.personenzahl;
  const named = personen.map(
    ({ vorname, nachname, geburtsdatum, schluessel: bekannt }) =>
      bekannt ?? `${schluessel(`${vorname} ${nachname}`).split(" ").toSorted().join(" ")}|${geburtsdatum ?? ""}`,
  );
  const said = ohne.size === 0 ? worte : worte.filter((wort) => ![...ohne].some((art) => isWortDer(art, wort)));
  return abdruck([
    "2",
    ...[...new Set(said)].toSorted(),
    [
      ohne.has("dauer") ? null : dauerMin,
      personenzahl,
      ohne.has("alter") ? null : altersgruppe,
      ohne.has("neuzuweisung") ? false : neuzuweisung,
    ].join("|"),
    ...named.toSorted(),
    ohne.has("notiz") ? "" : schluessel(notiz),
  ]);
}

const ALLES: ReadonlySet<Angabe> = new Set();
const isWortDer = (art: string, wort: string) => wort.startsWith(`${art}=`) || wort.startsWith(`${art}?`);

/** The print of a person or case: who it is, and everything that the row says of them. */
export function kennungDerPerson({ vorname, nachname, ...person }: Personenzeile): string {
  const name = schluessel(`${vorname} ${nachname}`).split(" ").toSorted().join(" ") || `${vorname} ${nachname}`;
  return abdruck(["person", name, JSON.stringify({ ...person, vorhanden: null })]);
}

/** The print as it was before: every cell as it is written. Rows that were taken over then are still found by it. */
export function kennungVorher(cells: readonly Zelle[], spalten: readonly Spalte[]): string {
  const said = spalten.map(({ index, bedeutung, wort }) => {
    const text = zellText(cells[index]).toLowerCase();
    return text === "" ? "" : `${bedeutung}${bedeutung === "kreuz" ? wort : ""}=${text}`;
  });
  return abdruck(said.filter((text) => text !== ""));
}

/** What tells two rows apart although they say the same, by column: a running number, whatever is not taken over. */
export type Unterschiede = readonly (readonly [spalte: string, text: string])[];

const NONE: Unterschiede = [];

export function unterschiede(cells: readonly Zelle[], spalten: readonly Spalte[]): Unterschiede {
  const parts: [string, string][] = [];
  for (const { index, bedeutung, kopf } of spalten) {
    const own = bedeutung === "nummer" || bedeutung === "ohne" || bedeutung === "beratend";
    if (!own || (cells[index] ?? null) === null) continue;
    const name = bedeutung === "ohne" ? `${bedeutung} ${schluessel(kopf) || index}` : bedeutung;
    parts.push([name, schluessel(zellText(cells[index]))]);
  }
  return parts.length === 0 ? NONE : parts;
}

/** The words that a row's themes are written with. */
export function themenworte(cells: readonly Zelle[], spalten: readonly Spalte[]): string[] {
  const words: string[] = [];
  for (const { index, bedeutung } of spalten) {
    if (bedeutung === "thema") words.push(wortschluessel(zellText(cells[index])));
  }
  return words;
}

/** Whether rows of two tables may be the same one: columns that both have say the same. */
export const isVereinbar = (a: Unterschiede, b: Unterschiede): boolean =>
  a.every(([spalte, text]) => b.every(([other, said]) => other !== spalte || said === text));
