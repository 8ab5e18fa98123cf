import type { Actor } from "../../../platform/actor.ts";
import type { ChoiceField } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { compareNames } from "../../../platform/words.ts";
import { COUNSELLING, kontoNames } from "../../zugang/index.ts";

/** Somebody of the Träger as the pages name her. */
export type Mensch = { readonly id: string; readonly name: string };

/** Ids of those who can sign in and counsel today in one's own Träger. */
export async function beratendeIds(tx: Tx, actor: Actor): Promise<string[]> {
  const rows = await tx
    .selectFrom("kim.rolle as r")
    .innerJoin("kim.konto as k", (on) => on.onRef("k.kreis", "=", "r.kreis").onRef("k.id", "=", "r.konto_id"))
    .select("k.id")
    .distinct()
    .where("k.traeger_id", "=", actor.traegerId)
    .where("k.status", "=", "aktiv")
    .where("r.rolle", "=", anyOf(COUNSELLING))
    .where("r.von", "<=", today())
    .where((e) => e.or([e("r.bis", "is", null), e("r.bis", ">=", today())]))
    .execute();
  return rows.map((row) => row.id);
}

/** Ids of those in one's own Träger who counsel or ever did: whoever keeps files. */
export async function fuehrendeIds(tx: Tx, actor: Actor): Promise<string[]> {
  const rows = await tx
    .selectFrom("kim.rolle")
    .select("konto_id")
    .distinct()
    .where("traeger_id", "=", actor.traegerId)
    .where("rolle", "=", anyOf(COUNSELLING))
    .execute();
  return rows.map((row) => row.konto_id);
}

/** Accounts by name; one whose name was deleted is missing. */
export async function menschen(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Mensch[]> {
  const names = await kontoNames(tx, actor.kreis, ids);
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** Those who counsel in one's own Träger today, without some, by name. */
export async function beratende(tx: Tx, actor: Actor, without: readonly string[] = []): Promise<Mensch[]> {
  const ids = await beratendeIds(tx, actor);
  return menschen(
    tx,
    actor,
    ids.filter((id) => !without.includes(id)),
  );
}

/** A field that such a person is chosen in, for `refuseClosed`. */
export const menschField = (name: string, label: string, list: readonly Mensch[], chosen: string): ChoiceField => ({
  name,
  label,
  list: list.map((m) => ({ value: m.id, name: m.name, open: true })),
  chosen: [chosen],
});

export const menschOptions = (list: readonly Mensch[]) => list.map(({ id, name }) => ({ value: id, label: name }));
