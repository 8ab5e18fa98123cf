import { hash } from "node:crypto";
import type { Spalte } from "../erkennen/typen.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Deutung, Wortart } from "../woerter/verzeichnis.ts";
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
 */
export function kennungVon(beratung: Omit<Beratungszeile, "ags" | "offen">, worte: readonly string[]): string {
  const { dauerMin, personenzahl, altersgruppe, neuzuweisung, personen, notiz } = beratung;
  const named = personen.map(({ vorname, nachname, geburtsdatum }) =>
    [schluessel(`${vorname} ${nachname}`).split(" ").toSorted().join(" "), geburtsdatum ?? ""].join("|"),
  );
  return abdruck([
    "2",
    ...[...new Set(worte)].toSorted(),
    [dauerMin, personenzahl, altersgruppe, neuzuweisung].join("|"),
    ...named.toSorted(),
    schluessel(notiz),
  ]);
}

/** The print as it was before: every cell as it is written. Rows that were taken over then are still found by it. */
export function kennungVorher(cells: readonly Zelle[], spalten: readonly Spalte[]): string {
  const said = spalten.map(({ index, bedeutung, wort }) => {
    const text = zellText(cells[index]).toLowerCase();
    return text === "" ? "" : `${bedeutung}${bedeutung === "kreuz" ? wort : ""}=${text}`;
  });
  return abdruck(said.filter((text) => text !== ""));
}

/** Columns that tell two rows of one list apart although they say the same: a running number, whatever is not taken over. */
export function unterschied(cells: readonly Zelle[], spalten: readonly Spalte[]): string {
  const parts: string[] = [];
  for (const { index, bedeutung } of spalten) {
    const own = bedeutung === "nummer" || bedeutung === "ohne" || bedeutung === "beratend";
    if (own && (cells[index] ?? null) !== null) parts.push(`${index}=${schluessel(zellText(cells[index]))}`);
  }
  return parts.join("\n");
}
