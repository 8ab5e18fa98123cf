import { type Actor, may } from "../../../platform/actor.ts";
import { type Choice, offered, refuseClosed } from "../../../platform/choice.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type Place, open, seal } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import type { BesetzungZeile } from "./stellen.ts";
import type { BesetzungEingabe } from "../model/stelle.ts";
import { kontoNames } from "../../zugang/index.ts";
import { compareNames } from "../../../platform/words.ts";

/** Who fills posts. A name belongs to whoever keeps the list: it is sealed with the key of the writer's Träger. */

const place = (kreis: string, id: string): Place => ({ kreis, table: "kim.besetzung", row: id, column: "name" });

/**
 * Names by the id of the row. Missing are those that the actor may not read: without the permission all of them, else an
 * account of another Träger, or a name that another Träger wrote down.
 */
export async function besetzungNamen(
  tx: Tx,
  actor: Actor,
  rows: readonly BesetzungZeile[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  if (!may(actor, "stelle.namen_lesen")) return names;
  const konten = await kontoNames(tx, actor.kreis, [...new Set(rows.flatMap((row) => row.kontoId ?? []))]);
  const keys = await subjectKeys(tx, actor.kreis, [...new Set(rows.flatMap((row) => row.schluessel ?? []))]);
  for (const row of rows) {
    const key = keys.get(row.schluessel ?? "");
    const known = konten.get(row.kontoId ?? "");
    if (known !== undefined) names.set(row.id, known);
    else if (row.name !== null && key !== undefined) names.set(row.id, open(key, place(actor.kreis, row.id), row.name));
  }
  return names;
}

/** The accounts of a Träger as they are chosen, without their names. Only one where its id is given. */
const konten = (tx: Tx, traegerId: string, only?: string): Promise<Choice[]> =>
  tx
    .selectFrom("kim.konto")
    .select(["id as value", sql.lit("ein deaktivierter Zugang").as("name")])
    .select(sql<boolean>`status <> 'deaktiviert'`.as("open"))
    .where("traeger_id", "=", traegerId)
    .$if(only !== undefined, (q) => q.where("id", "=", only ?? ""))
    .execute();

/** Accounts of a Träger that are in sight, by name, for choosing who fills a post; deactivated ones only to keep them. */
export async function kontoChoices(
  tx: Tx,
  actor: Actor,
  traegerId: string,
  kept: string | null,
): Promise<{ id: string; name: string }[]> {
  const choices = offered(await konten(tx, traegerId), kept === null ? [] : [kept]);
  const names = await kontoNames(
    tx,
    actor.kreis,
    choices.map((k) => k.value),
  );
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

type Columns = { konto_id: string | null; name: Buffer | null; schluessel: string | null; person: string | null };

/** A name as it is compared: two who are written alike in one staffing plan are one. */
const alike = (name: string): string => name.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim();

/** Who of the people without an account this is: the same on every post, for everybody whom the writer's Träger wrote down. */
async function personOf(tx: Tx, kreis: string, { id, key, keyId, name }: Geschrieben): Promise<string> {
  const rows = await tx
    .selectFrom("kim.besetzung")
    .select(["id", "person", "name"])
    .where("schluessel", "=", keyId)
    .where("id", "<>", id)
    .orderBy("id")
    .execute();
  const known = rows.find(
    (row) => row.name !== null && alike(open(key, place(kreis, row.id), row.name)) === alike(name),
  );
  return known?.person ?? known?.id ?? id;
}
type Geschrieben = {
  readonly id: string;
  readonly key: Parameters<typeof open>[0];
  readonly keyId: string;
  readonly name: string;
};

/**
 * The columns that say who it is. Where the form says nothing of a person, `kept` stays: whoever cannot read a name can still
 * correct the rest. `kontoId` is who it was.
 * @throws Refused (fields `konto`, `name`) when nobody or two people are named, or the account is none of that Träger
 */
export async function personColumns(
  tx: Tx,
  actor: Actor,
  row: { readonly id: string; readonly traegerId: string; readonly kept: boolean; readonly kontoId?: string | null },
  input: Pick<BesetzungEingabe, "konto" | "name">,
): Promise<Columns | undefined> {
  const { konto, name } = input;
  if (konto !== null && name !== null)
    throw new Refused("Wählen Sie einen Zugang oder geben Sie einen Namen an, nicht beides.", "name");
  if (konto !== null) {
    const list = await konten(tx, row.traegerId, konto);
    refuseClosed({ name: "konto", label: "Zugang", list, chosen: [konto], kept: [row.kontoId] });
    return { konto_id: konto, name: null, schluessel: null, person: null };
  }
  if (name === null && row.kept) return undefined;
  if (name === null) throw new Refused("Wählen Sie einen Zugang oder geben Sie einen Namen an.", "name");
  const key = (await subjectKeys(tx, actor.kreis, [actor.traegerId])).get(actor.traegerId);
  if (key === undefined) throw new Error(`Der Träger ${actor.traegerId} hat keinen Datenschlüssel.`);
  const keyId = actor.traegerId;
  const person = await personOf(tx, actor.kreis, { id: row.id, key, keyId, name });
  return { konto_id: null, name: seal(key, place(actor.kreis, row.id), name), schluessel: keyId, person };
}
