import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { KopfEingabe } from "../model/eingabe.ts";
import { kopfValues } from "../model/rekonstruktion.ts";
import { ledBy, refuseZu } from "../queries/rekonstruktionen.ts";
import { geschah } from "../rows/ereignis.ts";
import { refuseKopfKodes } from "../rows/kodes.ts";
import { refuseText } from "../rows/pruefen.ts";
import { writeSchritt } from "../rows/schritt.ts";

const spalten = ({ frage, altersgruppe, familienform, rechtskreis, ausgangslage }: KopfEingabe) => ({
  frage,
  altersgruppe,
  familienform,
  rechtskreis,
  ausgangslage,
});

/** Begins a reconstruction: a question and a starting situation. Returns its id. @throws Refused */
export async function beginRekonstruktion(tx: Tx, actor: Actor, input: KopfEingabe): Promise<string> {
  const { frage, ausgangslage, kein_name } = input;
  await refuseText(tx, actor, undefined, { frage, ausgangslage }, kein_name);
  await refuseKopfKodes(tx, input);
  const id = randomUUID();
  await tx
    .insertInto("kim.rekonstruktion")
    .values({
      kreis: actor.kreis,
      id,
      ...spalten(input),
      begonnen_am: today(),
      stand: "begonnen",
      stand_seit: today(),
    })
    .execute();
  await writeSchritt(tx, actor, id, { von: null, nach: "begonnen", grund: null });
  await geschah(tx, actor, id, "rekonstruktion.begonnen");
  return id;
}

/** @throws NotFound, Stale, Refused */
export async function changeKopf(tx: Tx, actor: Actor, { id, version }: At, input: KopfEingabe): Promise<void> {
  await lockRow(tx, "kim.rekonstruktion", id);
  const now = held(await ledBy(tx, actor, id), version, kopfValues);
  refuseZu(now);
  const { frage, ausgangslage, kein_name } = input;
  await refuseText(tx, actor, id, { frage, ausgangslage }, kein_name);
  await refuseKopfKodes(tx, input, now);
  await tx
    .updateTable("kim.rekonstruktion")
    .set({ ...spalten(input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await geschah(tx, actor, id, "rekonstruktion.geaendert");
}
