import { type DataKey, keyOf } from "../../../platform/tresor.ts";
import type { SealedRow, Spot } from "../../../platform/sealed-text.ts";
import { openText, sealText } from "../../../platform/sealed-text.ts";
import { Inhalt, Vorschau, Wort } from "../model/inhalt.ts";

/** What lies under the key of the person, in the file. */
export const EMPFAENGER_NAME = { table: "kim.freigabe_akte", column: "empfaenger" } as const satisfies Spot;
export const ANLIEGEN = { table: "kim.freigabe_akte", column: "anliegen" } as const satisfies Spot;
export const ANGABEN = { table: "kim.freigabe_akte", column: "angaben" } as const satisfies Spot;
const SCHLUESSEL = { table: "kim.freigabe_akte", column: "schluessel" } as const satisfies Spot;
export const UEBERNOMMEN = { table: "kim.freigabe_uebernahme", column: "angaben" } as const satisfies Spot;
/** What lies under the key of the copy. */
const INHALT = { table: "kim.freigabe_inhalt", column: "inhalt" } as const satisfies Spot;
const SCHRITT = { table: "kim.freigabe_schritt", column: "inhalt" } as const satisfies Spot;

/** Where the key of a copy is sealed for its recipients. */
export const keyPlace = ({ kreis, id }: SealedRow) => ({ kreis, table: "kim.freigabe", row: id, column: "schluessel" });
/** Where the private half of recipients is. */
export const circlePlace = ({ kreis, id }: SealedRow) => ({
  kreis,
  table: "tresor.empfaenger_schluessel",
  row: id,
  column: "verpackt",
});

/** The key of a copy as the file keeps it, so that what is answered can be read there. */
export function sealCopyKey(key: DataKey, row: SealedRow, copy: DataKey): Buffer {
  const bytes = copy.material.export();
  const sealed = sealText(key, row, SCHLUESSEL, bytes.toString("base64"));
  bytes.fill(0);
  return sealed;
}

/** Undefined where nothing went out yet, and where the person's own key is gone. */
export function openCopyKey(key: DataKey | undefined, row: SealedRow, sealed: Buffer | null): DataKey | undefined {
  const stored = openText(key, row, SCHLUESSEL, sealed);
  return stored === null ? undefined : keyOf("daten", 1, Buffer.from(stored, "base64"));
}

type Teil = { readonly kreis: string; readonly freigabe_id: string; readonly teil: string };
const teilRow = ({ kreis, freigabe_id: id, teil }: Teil): SealedRow => ({ kreis, id: `${id}:${teil}` });

export const sealVoll = (key: DataKey, row: Teil, inhalt: Inhalt): Buffer =>
  sealText(key, teilRow(row), INHALT, JSON.stringify(Inhalt.parse(inhalt)));
export const openVoll = (key: DataKey, row: Teil, sealed: Buffer): Inhalt =>
  Inhalt.parse(JSON.parse(openText(key, teilRow(row), INHALT, sealed)));
export const sealVorschau = (key: DataKey, row: Teil, vorschau: Vorschau): Buffer =>
  sealText(key, teilRow(row), INHALT, JSON.stringify(Vorschau.parse(vorschau)));
export const openVorschau = (key: DataKey, row: Teil, sealed: Buffer): Vorschau =>
  Vorschau.parse(JSON.parse(openText(key, teilRow(row), INHALT, sealed)));

export const sealWort = (key: DataKey, row: SealedRow, wort: Wort): Buffer =>
  sealText(key, row, SCHRITT, JSON.stringify(Wort.parse(wort)));

/** What was written at a step; null where nothing was, and where the key is gone. */
export function openWort(key: DataKey | undefined, row: SealedRow, sealed: Buffer | null): Wort | null {
  const stored = openText(key, row, SCHRITT, sealed);
  return stored === null ? null : Wort.parse(JSON.parse(stored));
}
