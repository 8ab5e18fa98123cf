import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type DataKey, open, seal } from "../../../platform/tresor.ts";
import { createSubjectKey, subjectKeys } from "../../../platform/tresor/keys.ts";
import { type Beratungsdaten, schluesselArt } from "../model/beratung.ts";

/** A key and the id under which it is found again; the id is stored beside the ciphertext. */
export type NoteKey = { readonly id: string; readonly key: DataKey };

const KEY_GONE = "Die Angaben zu dieser Person wurden gelöscht; zu ihr lässt sich nichts mehr schreiben.";

/** Whose key seals a text about it. */
const keyId = (actor: Actor, beratungId: string, daten: Pick<Beratungsdaten, "stufe" | "personen">): string => {
  const art = schluesselArt(daten);
  const [person = ""] = daten.personen;
  return art === "person" ? person : art === "beratung" ? beratungId : actor.traegerId;
};

/** The key that the note of a new consultation will need; undefined where there is none, or where it is made with it. */
export const neededFor = (actor: Actor, daten: Beratungsdaten) =>
  daten.notiz === "" || schluesselArt(daten) === "beratung"
    ? undefined
    : { kreis: actor.kreis, id: keyId(actor, "", daten) };

/** The key for texts about this consultation. One of its own is made when it is first needed. @throws Refused */
export async function noteKey(
  tx: Tx,
  actor: Actor,
  beratungId: string,
  daten: Pick<Beratungsdaten, "stufe" | "personen">,
): Promise<NoteKey> {
  const art = schluesselArt(daten);
  const id = keyId(actor, beratungId, daten);
  const key = (await subjectKeys(tx, actor.kreis, [id])).get(id);
  if (key !== undefined) return { id, key };
  if (art === "person") throw new Refused(KEY_GONE, "notiz");
  if (art === "traeger") throw new Error("Zu diesem Träger fehlt der Schlüssel.");
  return { id, key: await createSubjectKey(tx, { kreis: actor.kreis, art, id, traegerId: actor.traegerId }) };
}

const place = (kreis: string, id: string) => ({ kreis, table: "kim.beratung", row: id, column: "notiz" });
const oldPlace = (kreis: string, id: string, version: number, column: "notiz" | "grund") => ({
  kreis,
  table: "kim.beratung_fassung",
  row: `${id}:${version}`,
  column,
});

/** The columns of a consultation's note; both null where nothing was written, and then no key is made. */
export async function sealedNote(tx: Tx, actor: Actor, id: string, daten: Beratungsdaten) {
  if (daten.notiz === "") return { notiz: null, notiz_schluessel: null };
  const key = await noteKey(tx, actor, id, daten);
  return { notiz: sealNote(key.key, actor.kreis, id, daten.notiz), notiz_schluessel: key.id };
}

/** Seals the note of a consultation for its place. */
export const sealNote = (key: DataKey, kreis: string, id: string, notiz: string): Buffer =>
  seal(key, place(kreis, id), notiz);

export const openNote = (key: DataKey, kreis: string, id: string, sealed: Buffer): string =>
  open(key, place(kreis, id), sealed);

/** A stored text: what was written, or that its key was destroyed, so that nobody can read it any more. */
export type Text = { readonly text: string } | "geloescht";

export type StoredNote = {
  readonly id: string;
  readonly notiz: Buffer | null;
  readonly notiz_schluessel: string | null;
};

/** The note of a consultation; undefined where there is none. */
export async function readNote(tx: Tx, kreis: string, row: StoredNote): Promise<Text | undefined> {
  if (row.notiz === null || row.notiz_schluessel === null) return undefined;
  const key = (await subjectKeys(tx, kreis, [row.notiz_schluessel])).get(row.notiz_schluessel);
  return key === undefined ? "geloescht" : { text: openNote(key, kreis, row.id, row.notiz) };
}

/** Seals a text of a replaced version for its own place, so that it opens nowhere else. */
export const sealOld = (
  key: DataKey,
  at: { readonly kreis: string; readonly id: string; readonly version: number },
  column: "notiz" | "grund",
  text: string,
): Buffer => seal(key, oldPlace(at.kreis, at.id, at.version, column), text);

/** A text of a replaced version. */
export const openOld = (
  key: DataKey,
  at: { readonly kreis: string; readonly id: string; readonly version: number },
  column: "notiz" | "grund",
  sealed: Buffer,
): string => open(key, oldPlace(at.kreis, at.id, at.version, column), sealed);
