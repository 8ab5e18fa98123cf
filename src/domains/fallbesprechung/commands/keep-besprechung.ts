import { akteWithKey, type Akte } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type FieldError, Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { type Fall, fallOf, refuseGesperrt } from "../../faelle/index.ts";
import { type BesprechungEingabe, type NeueBesprechung, besprechungValues, teilnahmeIn } from "../model/besprechung.ts";
import { spurenIn, spurenSatz } from "../model/erkennbar.ts";
import { besprechungOf } from "../queries/besprechungen.ts";
import { refuseVerstaendigung } from "../../verstaendigung/index.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { BESCHREIBUNG, FRAGE, NAME, PROTOKOLL, STELLE } from "../queries/sealed.ts";
import { werIst } from "../queries/vorbereitung.ts";

/** @throws Refused with each place where somebody can be recognised, unless names are meant or somebody looked at it */
async function refuseErkennbar(tx: Tx, actor: Actor, fall: Fall, input: BesprechungEingabe): Promise<void> {
  if (input.namentlich || input.unbedenklich) return;
  const wer = await werIst(tx, actor, fall);
  const problems = (["frage", "beschreibung", "protokoll"] as const).flatMap((field): FieldError[] => {
    const spuren = spurenIn(input[field] ?? "", wer, today());
    return spuren.length === 0 ? [] : [{ field, message: spurenSatz(spuren) }];
  });
  if (problems.length > 0) throw new Refused(problems);
}

const values = (key: DataKey, row: { readonly kreis: string; readonly id: string }, input: BesprechungEingabe) => ({
  art: input.art,
  am: input.am,
  namentlich: input.namentlich,
  sprache: input.sprache,
  verstaendigung: input.verstaendigung,
  frage: sealText(key, row, FRAGE, input.frage),
  beschreibung: sealText(key, row, BESCHREIBUNG, input.beschreibung),
  protokoll: sealText(key, row, PROTOKOLL, input.protokoll),
});

type Of = { readonly akte: Akte; readonly key: DataKey };

async function writeTeilnahme(tx: Tx, { akte, key }: Of, id: string, input: BesprechungEingabe): Promise<void> {
  await tx.deleteFrom("kim.fallbesprechung_teilnahme").where("fallbesprechung_id", "=", id).execute();
  const rows = teilnahmeIn(input).map(({ name, stelle }, i) => {
    const row = { kreis: akte.kreis, id: randomUUID() };
    return {
      ...akte,
      id: row.id,
      fallbesprechung_id: id,
      folge: i + 1,
      name: sealText(key, row, NAME, name),
      stelle: sealText(key, row, STELLE, stelle),
    };
  });
  if (rows.length > 0) await tx.insertInto("kim.fallbesprechung_teilnahme").values(rows).execute();
}

/** Prepares or records a meeting about a case of one's own. Returns its id. @throws NotFound, Refused */
export async function addBesprechung(tx: Tx, actor: Actor, input: NeueBesprechung): Promise<string> {
  await lockRow(tx, "kim.fall", input.fall);
  const fall = await fallOf(tx, actor, input.fall);
  refuseGesperrt(fall);
  await refuseErkennbar(tx, actor, fall, input);
  await refuseVerstaendigung(tx, input, input.am);
  const of = await akteWithKey(tx, actor, fall.personId);
  const id = randomUUID();
  await tx
    .insertInto("kim.fallbesprechung")
    .values({
      ...of.akte,
      id,
      fall_id: fall.id,
      erfasst_von: actor.kontoId,
      ...values(of.key, { kreis: actor.kreis, id }, input),
    })
    .execute();
  await writeTeilnahme(tx, of, id, input);
  await recordEvent(tx, actor, { art: "fallbesprechung.angelegt", gegenstand: { art: "fallbesprechung", id } });
  return id;
}

/** Replaces what is known of a meeting: the minutes mostly. @throws NotFound, Stale, Refused */
export async function changeBesprechung(tx: Tx, actor: Actor, { id, version }: At, input: BesprechungEingabe) {
  await lockRow(tx, "kim.fallbesprechung", id);
  const before = held(await besprechungOf(tx, actor, id), version, besprechungValues);
  const fall = await fallOf(tx, actor, before.fallId);
  refuseGesperrt(fall);
  await refuseErkennbar(tx, actor, fall, input);
  await refuseVerstaendigung(tx, input, input.am, before);
  const of = await akteWithKey(tx, actor, fall.personId);
  await tx
    .updateTable("kim.fallbesprechung")
    .set({ ...values(of.key, { kreis: actor.kreis, id }, input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await writeTeilnahme(tx, of, id, input);
  await recordEvent(tx, actor, { art: "fallbesprechung.geaendert", gegenstand: { art: "fallbesprechung", id } });
}
