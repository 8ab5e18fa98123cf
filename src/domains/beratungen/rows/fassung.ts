import { z } from "zod";
import { type Actor, type Owner, fileOf } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { Kodes, istMitPerson } from "../model/beratung.ts";
import { type NoteKey, noteKey, openOld, sealOld } from "../queries/notiz.ts";
import type { Beratung } from "../queries/beratungen.ts";

/** What a version keeps in the clear: codes and day. Never persons, so that an anonymous record cannot lead to one. */
const Werte = Kodes.extend({ am: z.string() });
export type Werte = z.output<typeof Werte>;

export type FassungArt = "korrektur" | "rueckzug" | "aufhebung";

/** What held before a change, and why it was changed. Texts are missing where their key was destroyed or they had to go. */
export type Fassung = {
  readonly version: number;
  readonly art: FassungArt;
  readonly am: string;
  readonly werte: Werte;
  readonly notiz: string | undefined;
  readonly grund: string | undefined;
};

const ARTEN: readonly FassungArt[] = ["korrektur", "rueckzug", "aufhebung"];

/** Keeps what holds now before it is changed. Withdrawing changes no note, so that none is kept then. */
export async function keepFassung(
  tx: Tx,
  actor: Actor,
  before: Beratung,
  change: { readonly art: FassungArt; readonly grund: string; readonly forget?: boolean },
): Promise<void> {
  const key = await textKey(tx, actor, before, change.forget === true);
  const kept = change.art === "korrektur" && change.forget !== true && typeof before.notiz === "object";
  const texts = {
    notiz: kept && typeof before.notiz === "object" ? before.notiz.text : undefined,
    grund: change.grund,
  };
  await tx
    .insertInto("kim.beratung_fassung")
    .values(fassungRow(fileOf(actor, before.kontoId), key, before, change.art, texts))
    .execute();
}

/** The row of what was replaced: `before` in its version, its texts sealed with `key`. */
export function fassungRow(
  { kreis, traegerId, kontoId }: Owner,
  key: NoteKey,
  before: Werte & { readonly id: string; readonly version: number },
  art: FassungArt,
  texts: { readonly notiz: string | undefined; readonly grund: string },
) {
  const { id, version } = before;
  const at = { kreis, id, version };
  return {
    kreis,
    traeger_id: traegerId,
    konto_id: kontoId,
    beratung_id: id,
    version,
    art,
    werte: Werte.parse(before),
    notiz: texts.notiz === undefined ? null : sealOld(key.key, at, "notiz", texts.notiz),
    grund: sealOld(key.key, at, "grund", texts.grund),
    schluessel: key.id,
  };
}

/** Texts of a version lie where the note lay; under the employer's key where the persons have to be forgotten. */
const textKey = (tx: Tx, actor: Actor, before: Beratung, forget: boolean): Promise<NoteKey> =>
  noteKey(tx, actor, before.id, forget ? { stufe: "1", personen: [] } : before);

/**
 * The consultation becomes anonymous: notes of earlier versions go, and their reasons move under the employer's key,
 * because the id of a key can be that of a person.
 */
export async function forgetPersons(tx: Tx, actor: Actor, id: string): Promise<void> {
  const rows = await tx
    .selectFrom("kim.beratung_fassung")
    .select(["version", "grund", "schluessel"])
    .where("beratung_id", "=", id)
    .where("schluessel", "!=", actor.traegerId)
    .execute();
  const keys = await subjectKeys(tx, actor.kreis, [...new Set(rows.map((r) => r.schluessel))]);
  const traeger = await noteKey(tx, actor, id, { stufe: "1", personen: [] });
  for (const row of rows) {
    const at = { kreis: actor.kreis, id, version: row.version };
    const key = keys.get(row.schluessel);
    const grund = key === undefined ? "" : openOld(key, at, "grund", row.grund);
    await tx
      .updateTable("kim.beratung_fassung")
      .set({ notiz: null, grund: sealOld(traeger.key, at, "grund", grund), schluessel: traeger.id })
      .where("beratung_id", "=", id)
      .where("version", "=", row.version)
      .execute();
  }
}

/** Whether a change takes a consultation from a stage with person to one without. */
export const wirdAnonym = (before: string, now: string): boolean => istMitPerson(before) && !istMitPerson(now);

/** All earlier versions of one's own consultation, newest first. */
export async function fassungenOf(tx: Tx, actor: Actor, id: string): Promise<Fassung[]> {
  const rows = await tx
    .selectFrom("kim.beratung_fassung")
    .select(["version", "art", "am", "werte", "notiz", "grund", "schluessel"])
    .where("beratung_id", "=", id)
    .orderBy("version", "desc")
    .execute();
  const keys = await subjectKeys(tx, actor.kreis, [...new Set(rows.map((r) => r.schluessel))]);
  return rows.flatMap((row) => {
    const at = { kreis: actor.kreis, id, version: row.version };
    const key = keys.get(row.schluessel);
    const art = ARTEN.find((a) => a === row.art);
    if (art === undefined) return [];
    return {
      version: row.version,
      art,
      am: row.am,
      werte: Werte.parse(row.werte),
      notiz: key === undefined || row.notiz === null ? undefined : openOld(key, at, "notiz", row.notiz),
      grund: key === undefined ? undefined : openOld(key, at, "grund", row.grund),
    };
  });
}
