import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { kommunen } from "../../verwaltung/index.ts";
import type { UnterkunftEingabe } from "../model/zuweisung.ts";
import { type Unterkunft, unterkunftOf, unterkunftValues } from "../queries/unterkuenfte.ts";

async function refuseUnfit(tx: Tx, input: UnterkunftEingabe, kept?: Pick<Unterkunft, "id" | "ags">): Promise<void> {
  refuseClosed({
    name: "kommune",
    label: "Kommune",
    list: await kommunen(tx),
    chosen: [input.kommune],
    kept: [kept?.ags],
  });
  const same = await tx
    .selectFrom("kim.unterkunft")
    .select("id")
    .where("ags", "=", input.kommune)
    .where(sql<boolean>`lower(name) = lower(${input.name})`)
    .executeTakeFirst();
  if (same !== undefined && same.id !== kept?.id)
    throw new Refused("Eine Unterkunft mit diesem Namen gibt es in dieser Kommune schon. Öffnen Sie sie.", "name");
}

const rowOf = ({ name, kommune, anschrift, breite, laenge, geschlossen_ab }: UnterkunftEingabe) => ({
  name,
  ags: kommune,
  anschrift,
  breite,
  laenge,
  geschlossen_ab,
});

const event = (was: string, id: string) => ({ art: `unterkunft.${was}`, gegenstand: { art: "unterkunft", id } });

/** Adds a place where people are accommodated. Returns the new id. @throws Refused naming the field */
export async function addUnterkunft(tx: Tx, actor: Actor, input: UnterkunftEingabe): Promise<string> {
  await refuseUnfit(tx, input);
  const id = randomUUID();
  await tx
    .insertInto("kim.unterkunft")
    .values({ kreis: actor.kreis, id, ...rowOf(input) })
    .execute();
  await recordEvent(tx, actor, event("angelegt", id));
  return id;
}

/** Changes one, or closes it from a day on. @throws NotFound, Stale, Refused */
export async function changeUnterkunft(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  input: UnterkunftEingabe,
): Promise<void> {
  await lockRow(tx, "kim.unterkunft", id);
  const now = held(await unterkunftOf(tx, id), version, unterkunftValues);
  await refuseUnfit(tx, input, now);
  await tx
    .updateTable("kim.unterkunft")
    .set({ ...rowOf(input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, event("geaendert", id));
}
