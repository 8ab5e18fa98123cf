import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import type { SprachmittlerEingabe } from "../model/pool.ts";
import { sprachmittlerOf, sprachmittlerValues } from "../queries/pool.ts";
import { EMAIL, NAME, NOTIZ, TELEFON, traegerDataKey } from "../queries/sealed.ts";

type Row = { readonly kreis: string; readonly id: string };

const values = (key: DataKey, row: Row, input: SprachmittlerEingabe) => ({
  name: sealText(key, row, NAME, input.name),
  telefon: sealText(key, row, TELEFON, input.telefon),
  email: sealText(key, row, EMAIL, input.email),
  notiz: sealText(key, row, NOTIZ, input.notiz),
  geschlecht: input.geschlecht,
  art: input.art,
  satz_cent: input.satz,
  verpflichtet_am: input.verpflichtet_am,
  beendet_ab: input.beendet_ab,
});

/** The languages that were chosen, each once. @throws Refused for a code that ended */
async function chosenSprachen(tx: Tx, input: SprachmittlerEingabe, kept: readonly string[]): Promise<string[]> {
  const chosen = [...new Set(input.sprachen)].filter((code) => code !== "");
  const list = wahlAm((await codelisten(tx)).sprache, today());
  refuseClosed({ name: "sprachen", label: "Sprachen", list, chosen, kept });
  return chosen;
}

async function writeSprachen(tx: Tx, actor: Actor, id: string, sprachen: readonly string[]): Promise<void> {
  const of = { kreis: actor.kreis, traeger_id: actor.traegerId, sprachmittler_id: id };
  await tx.deleteFrom("kim.sprachmittler_sprache").where("sprachmittler_id", "=", id).execute();
  await insertMany(
    tx,
    "kim.sprachmittler_sprache",
    sprachen.map((sprache) => ({ ...of, sprache })),
  );
}

/** Adds somebody who interprets for one's own Träger. Returns the new id. @throws Refused */
export async function addSprachmittler(tx: Tx, actor: Actor, input: SprachmittlerEingabe): Promise<string> {
  const sprachen = await chosenSprachen(tx, input, []);
  const row = { kreis: actor.kreis, id: randomUUID() };
  const key = await traegerDataKey(tx, actor);
  await tx
    .insertInto("kim.sprachmittler")
    .values({ ...row, traeger_id: actor.traegerId, ...values(key, row, input) })
    .execute();
  await writeSprachen(tx, actor, row.id, sprachen);
  await recordEvent(tx, actor, { art: "sprachmittler.angelegt", gegenstand: { art: "sprachmittler", id: row.id } });
  return row.id;
}

/** Changes somebody, or says from when nobody books them any more. @throws NotFound, Stale, Refused */
export async function changeSprachmittler(tx: Tx, actor: Actor, { id, version }: At, input: SprachmittlerEingabe) {
  await lockRow(tx, "kim.sprachmittler", id);
  const now = held(await sprachmittlerOf(tx, actor, id), version, sprachmittlerValues);
  const sprachen = await chosenSprachen(tx, input, now.sprachen);
  const key = await traegerDataKey(tx, actor);
  await tx
    .updateTable("kim.sprachmittler")
    .set({ ...values(key, { kreis: actor.kreis, id }, input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await writeSprachen(tx, actor, id, sprachen);
  await recordEvent(tx, actor, { art: "sprachmittler.geaendert", gegenstand: { art: "sprachmittler", id } });
}
