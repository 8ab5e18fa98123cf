import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { known } from "../../../platform/known.ts";
import { ANTWORT, type Antwort } from "../model/antwort.ts";
import { wegVon } from "../model/gewicht.ts";
import type { Luecke, SchrittZeile } from "../model/luecke.ts";
import { darueber } from "./gruppe.ts";
import { schritte } from "./luecken.ts";

/** A gap that one reported, the one that counts for it now, and what became of both; what one has not read yet is marked. */
export type Meine = {
  readonly luecke: Luecke;
  readonly wurzel: Luecke;
  readonly verlauf: readonly (SchrittZeile & { readonly neu: boolean })[];
  readonly mail: boolean;
  /** What one said, asked whether it is better; null: nothing yet. */
  readonly antwort: { readonly antwort: Antwort; readonly satz: string | null } | null;
};

/** Whether somebody reported a gap. */
export async function istMelder(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom("kim.luecke_melder")
    .select("luecke_id")
    .where("konto_id", "=", actor.kontoId)
    .where("luecke_id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

/** What became of a gap, and since it was put together with another one, of that. */
function along(ids: readonly string[], steps: readonly SchrittZeile[]): SchrittZeile[] {
  let since = 0;
  const found: SchrittZeile[] = [];
  for (const id of ids) {
    const own = steps.filter(({ lueckeId, nr }) => lueckeId === id && nr > since);
    found.push(...own);
    since = own.findLast(({ nach }) => nach === "zusammengefuehrt")?.nr ?? since;
  }
  return found.toSorted((a, b) => a.nr - b.nr);
}

/** What one reported and what became of it, the latest news first. */
export async function meineLuecken(tx: Tx, actor: Actor): Promise<Meine[]> {
  const mine = await tx
    .selectFrom("kim.luecke_melder as m")
    .leftJoin("kim.luecke_antwort as a", (on) => on.onRef("a.kreis", "=", "m.kreis").onRef("a.id", "=", "m.antwort_id"))
    .select(["m.luecke_id", "m.mail", "m.gelesen", "a.antwort", "a.satz"])
    .where("m.konto_id", "=", actor.kontoId)
    .execute();
  if (mine.length === 0) return [];
  const all = await darueber(
    tx,
    mine.map((row) => row.luecke_id),
  );
  const byId = new Map(all.map((one) => [one.id, one]));
  const inOf = new Map(all.map(({ id, inId }) => [id, inId]));
  const steps = await schritte(tx, [...byId.keys()]);
  const found = mine.flatMap((row): Meine[] => {
    const weg = wegVon(row.luecke_id, inOf);
    const [luecke, top] = [byId.get(row.luecke_id), byId.get(weg.at(-1) ?? "")];
    if (luecke === undefined || top === undefined) return [];
    const verlauf = along(weg, steps).map((s) => ({
      ...s,
      neu: s.nr > row.gelesen && s.wer !== null && s.wer !== actor.kontoId,
    }));
    const antwort = row.antwort === null ? null : { antwort: known(ANTWORT, row.antwort), satz: row.satz };
    return [{ luecke, wurzel: top, verlauf, mail: row.mail, antwort }];
  });
  const last = ({ verlauf }: Meine) => verlauf.at(-1)?.nr ?? 0;
  return found.toSorted((a, b) => last(b) - last(a));
}

/** Everything that one reported counts as read up to a step. */
export async function markRead(tx: Tx, actor: Actor, bis: number): Promise<void> {
  await tx
    .updateTable("kim.luecke_melder")
    .set({ gelesen: bis })
    .where("konto_id", "=", actor.kontoId)
    .where("gelesen", "<", bis)
    .execute();
}

/** Whether one wants to be told by mail as well. */
export async function wantMail(tx: Tx, actor: Actor, id: string, mail: boolean): Promise<void> {
  await tx
    .updateTable("kim.luecke_melder")
    .set({ mail })
    .where("konto_id", "=", actor.kontoId)
    .where("luecke_id", "=", anyOf([id]))
    .execute();
}
