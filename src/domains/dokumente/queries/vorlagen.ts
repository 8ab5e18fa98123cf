import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { mitbringselOf } from "../../codelisten/index.ts";
import type { An } from "../model/brief.ts";
import { type Liste, VORSCHLAEGE, zeilen } from "../model/mitbringen.ts";

/** A Word file of the Träger, without the file. */
export type Vorlage = { readonly id: string; readonly name: string; readonly an: An; readonly version: number };

/** What one's own Träger writes letters with. Bounded by what a Leitung makes by hand. */
export async function vorlagenOf(tx: Tx, actor: Actor): Promise<Vorlage[]> {
  const rows = await tx
    .selectFrom("kim.briefvorlage")
    .select(["id", "name", "empfaenger", "version"])
    .where("traeger_id", "=", actor.traegerId)
    .where("aktiv", "=", true)
    .orderBy("name")
    .execute();
  return rows.map(({ empfaenger, ...row }) => ({ ...row, an: empfaenger === "dritte" ? "dritte" : "person" }));
}

/** @throws NotFound for a foreign one as for none, and for one that is not offered any more */
export async function vorlageMitDatei(tx: Tx, actor: Actor, id: string): Promise<Vorlage & { readonly word: Buffer }> {
  const found = isId(id) ? (await vorlagenOf(tx, actor)).find((one) => one.id === id) : undefined;
  if (found === undefined) throw new NotFound();
  const { word } = await tx
    .selectFrom("kim.briefvorlage")
    .select("word")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return { ...found, word };
}

/** Lists of what to bring: those of the Träger, and those of the program that it has no own one for. */
export async function listenOf(tx: Tx, actor: Actor): Promise<Liste[]> {
  const rows = await tx
    .selectFrom("kim.mitbringliste")
    .select(["id", "anlass", "arten", "weiteres", "version"])
    .where("traeger_id", "=", actor.traegerId)
    .orderBy("anlass")
    .execute();
  const own = rows.map(({ id, arten, weiteres, ...row }): Liste => ({
    ...row,
    key: id,
    arten: mitbringselOf(arten),
    weiteres: zeilen(weiteres),
  }));
  const names = new Set(own.map(({ anlass }) => anlass));
  return [...own, ...VORSCHLAEGE.filter(({ anlass }) => !names.has(anlass))];
}
