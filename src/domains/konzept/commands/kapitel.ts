import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import { codelisten, nameOf, wahlAm } from "../../codelisten/index.ts";
import type { KapitelEingabe, NeuesKapitel } from "../model/eingabe.ts";
import { neuesIn } from "../model/absaetze.ts";
import { kapitelValues } from "../model/form-values.ts";
import { kapitelListe, kapitelOf } from "../queries/kapitel.ts";
import { heldKonzept } from "../queries/konzepte.ts";
import { insertKapitel } from "../rows/teil.ts";
import { refuseNamen } from "../rows/pruefen.ts";

const geaendert = (tx: Tx, actor: Actor, id: string) =>
  recordEvent(tx, actor, { art: "konzept.geaendert", gegenstand: { art: "konzept", id } });

/** Adds a chapter behind the others. @throws NotFound, Refused (fields `titel`, `handlungsfeld`) */
export async function addKapitel(tx: Tx, actor: Actor, { id }: Pick<At, "id">, input: NeuesKapitel): Promise<void> {
  await heldKonzept(tx, actor, id);
  const felder = (await codelisten(tx)).handlungsfeld;
  const chosen = input.handlungsfeld === null ? [] : [input.handlungsfeld];
  refuseClosed({ name: "handlungsfeld", label: "Handlungsfeld", list: wahlAm(felder, today()), chosen });
  const titel = input.titel === "" ? nameOf(felder, input.handlungsfeld) : input.titel;
  if (titel === "") throw new Refused("Geben Sie dem Kapitel eine Überschrift.", "titel");
  refuseUnprintable([titel], "titel");
  await refuseNamen(tx, actor, { titel }, input.kein_name);
  const last = (await kapitelListe(tx, id)).at(-1)?.rang ?? 0;
  const kapitel = { titel, handlungsfeld: input.handlungsfeld, texte: {} };
  await insertKapitel(tx, actor, { konzeptId: id, ab: last + 1 }, [kapitel]);
  await geaendert(tx, actor, id);
}

/** The chapter, with its draft held first. @throws NotFound */
async function heldKapitel(tx: Tx, actor: Actor, id: string) {
  const { konzept } = await kapitelOf(tx, actor, id);
  await heldKonzept(tx, actor, konzept.id);
  await lockRow(tx, "kim.konzept_kapitel", id);
  return kapitelOf(tx, actor, id);
}

/** Changes heading and place of a chapter. Returns the id of its draft. @throws NotFound, Stale, Refused */
export async function changeKapitel(tx: Tx, actor: Actor, { id, version }: At, input: KapitelEingabe): Promise<string> {
  const { konzept, kapitel } = await heldKapitel(tx, actor, id);
  const alle = await kapitelListe(tx, konzept.id);
  held(kapitel, version, (row) => kapitelValues(row, alle));
  refuseUnprintable([input.titel], "titel");
  await refuseNamen(tx, actor, { titel: neuesIn(input.titel, kapitel.titel) }, input.kein_name);
  const others = alle.filter((one) => one.id !== id);
  const at = input.nach === null ? 0 : others.findIndex((one) => one.id === input.nach) + 1;
  if (input.nach !== null && at === 0)
    throw new Refused("Dieses Kapitel gibt es nicht mehr. Wählen Sie ein anderes.", "nach");
  for (const [i, one] of others.toSpliced(at, 0, kapitel).entries()) {
    if (one.rang === i + 1) continue;
    await tx
      .updateTable("kim.konzept_kapitel")
      .set({ rang: i + 1 })
      .where("id", "=", one.id)
      .execute();
  }
  await tx
    .updateTable("kim.konzept_kapitel")
    .set({ titel: input.titel, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await geaendert(tx, actor, konzept.id);
  return konzept.id;
}

/** Takes a chapter out, with what was written in it. Returns the id of its draft. @throws NotFound */
export async function removeKapitel(tx: Tx, actor: Actor, { id }: Pick<At, "id">): Promise<string> {
  const { konzept } = await heldKapitel(tx, actor, id);
  const gone = await tx.deleteFrom("kim.konzept_kapitel").where("id", "=", id).executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new NotFound();
  await geaendert(tx, actor, konzept.id);
  return konzept.id;
}
