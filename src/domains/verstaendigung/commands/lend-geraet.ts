import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { type AusleiheEingabe, type RueckgabeEingabe, ZUSTAENDE } from "../model/geraet.ts";
import { geraetOf, team } from "../queries/geraete.ts";
import { AN_WEN, traegerDataKey } from "../queries/sealed.ts";

const FUTURE = "Dieser Tag liegt noch vor Ihnen.";

/** Lends a device that is there and ready. @throws NotFound, Stale, Refused */
export async function lendGeraet(tx: Tx, actor: Actor, { id, version }: At, input: AusleiheEingabe): Promise<void> {
  await lockRow(tx, "kim.uebersetzungsgeraet", id);
  const now = held(await geraetOf(tx, actor, id), version);
  if (now.verliehen !== null) throw new Refused("Das Gerät ist noch verliehen. Tragen Sie zuerst die Rückgabe ein.");
  if (now.zustand !== "bereit") throw new Refused(`Das Gerät ist ${ZUSTAENDE[now.zustand]} und wird nicht verliehen.`);
  if (input.seit > today()) throw new Refused(FUTURE, "seit");
  const { konto } = input;
  if (konto !== null)
    refuseClosed({ name: "konto", label: "Aus dem Team", list: await team(tx, actor), chosen: [konto] });
  const row = { kreis: actor.kreis, id: randomUUID() };
  await tx
    .insertInto("kim.geraet_ausleihe")
    .values({
      ...row,
      traeger_id: actor.traegerId,
      geraet_id: id,
      an_konto_id: konto,
      an_wen: sealText(await traegerDataKey(tx, actor), row, AN_WEN, input.wer),
      seit: input.seit,
      bis: input.bis,
      getan_von: actor.kontoId,
    })
    .execute();
  await bump(tx, id, version);
  await recordEvent(tx, actor, { art: "geraet.verliehen", gegenstand: { art: "geraet", id } });
}

const bump = (tx: Tx, id: string, version: number, zustand?: string) =>
  tx
    .updateTable("kim.uebersetzungsgeraet")
    .set({ version: version + 1, ...(zustand === undefined ? {} : { zustand }) })
    .where("id", "=", id)
    .execute();

/** Takes a device back, as it is then. @throws NotFound, Stale, Refused */
export async function returnGeraet(tx: Tx, actor: Actor, { id, version }: At, input: RueckgabeEingabe): Promise<void> {
  await lockRow(tx, "kim.uebersetzungsgeraet", id);
  const { verliehen } = held(await geraetOf(tx, actor, id), version);
  if (verliehen === null) throw new Refused("Das Gerät ist nicht verliehen.");
  if (input.zurueck > today()) throw new Refused(FUTURE, "zurueck");
  if (input.zurueck < verliehen.seit) throw new Refused("Da war es noch nicht verliehen.", "zurueck");
  const { zurueck, zustand } = input;
  await tx.updateTable("kim.geraet_ausleihe").set({ zurueck, zustand }).where("id", "=", verliehen.id).execute();
  await bump(tx, id, version, zustand);
  await recordEvent(tx, actor, { art: "geraet.zurueck", gegenstand: { art: "geraet", id } });
}

/** Says by when it has to be back instead. @throws NotFound, Stale, Refused */
export async function extendAusleihe(tx: Tx, actor: Actor, { id, version }: At, bis: string): Promise<void> {
  await lockRow(tx, "kim.uebersetzungsgeraet", id);
  const { verliehen } = held(await geraetOf(tx, actor, id), version);
  if (verliehen === null) throw new Refused("Das Gerät ist nicht verliehen.");
  if (bis < today()) throw new Refused("Dieser Tag ist schon vorbei.", "bis");
  await tx.updateTable("kim.geraet_ausleihe").set({ bis }).where("id", "=", verliehen.id).execute();
  await bump(tx, id, version);
  await recordEvent(tx, actor, { art: "geraet.verlaengert", gegenstand: { art: "geraet", id } });
}
