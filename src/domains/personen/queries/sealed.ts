import { z } from "zod";
import { type SealedRow, type Spot, openText, sealText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { PersonName } from "../model/person.ts";

/** Where something of a person lies sealed, always under her own key. */
const NAME = { table: "kim.person", column: "name" } as const satisfies Spot;
const GEBURTSDATUM = { table: "kim.person", column: "geburtsdatum" } as const satisfies Spot;
export const GEBURTSJAHR = { table: "kim.person", column: "geburtsjahr" } as const satisfies Spot;
const ANSCHRIFT = { table: "kim.person", column: "anschrift" } as const satisfies Spot;
export const KONTAKT_WERT = { table: "kim.person_kontakt", column: "wert" } as const satisfies Spot;
export const KONTAKT_HINWEIS = { table: "kim.person_kontakt", column: "hinweis" } as const satisfies Spot;
export const VERLAUF = { table: "kim.person_verlauf", column: "werte" } as const satisfies Spot;
export const EINWAND = { table: "kim.person_einwand", column: "inhalt" } as const satisfies Spot;

export const sealName = (key: DataKey, row: SealedRow, name: PersonName): Buffer =>
  sealText(key, row, NAME, JSON.stringify(PersonName.parse(name)));

/** @throws TresorError when the ciphertext is not this row's */
export function openName(key: DataKey, row: SealedRow, sealed: Buffer): PersonName {
  const stored: unknown = JSON.parse(openText(key, row, NAME, sealed));
  return PersonName.parse(stored);
}

/** Seals an ISO day; null stays null. */
export const sealBirth = (key: DataKey, row: SealedRow, birth: string | null): Buffer | null =>
  sealText(key, row, GEBURTSDATUM, birth);

/** The ISO day; null where none was given. @throws TresorError when the ciphertext is not this row's */
export const openBirth = (key: DataKey, row: SealedRow, sealed: Buffer | null): string | null =>
  openText(key, row, GEBURTSDATUM, sealed);

const text = z.string().nullable();
const Anschrift = z.object({ strasse: text, plz: text, ort: text, bei: text });
export type Anschrift = z.output<typeof Anschrift>;

/** Seals an address; one without a line is none. */
export const sealAnschrift = (key: DataKey, row: SealedRow, anschrift: Anschrift): Buffer | null =>
  Object.values(anschrift).every((line) => line === null)
    ? null
    : sealText(key, row, ANSCHRIFT, JSON.stringify(Anschrift.parse(anschrift)));

export function openAnschrift(key: DataKey, row: SealedRow, sealed: Buffer | null): Anschrift | null {
  const stored = openText(key, row, ANSCHRIFT, sealed);
  return stored === null ? null : Anschrift.parse(JSON.parse(stored));
}
