import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import type { KopfEingabe } from "../model/eingabe.ts";
import { neuesIn } from "../model/absaetze.ts";
import { kopfValues } from "../model/form-values.ts";
import { fassungen } from "../queries/fassungen.ts";
import { heldKonzept } from "../queries/konzepte.ts";
import { refuseKuenftig } from "./create-konzept.ts";
import { refuseNamen } from "../rows/pruefen.ts";

/** Changes title and months of a draft. @throws NotFound, Stale, Refused */
export async function changeKonzept(tx: Tx, actor: Actor, { id, version }: At, input: KopfEingabe): Promise<void> {
  const { titel: before } = held(await heldKonzept(tx, actor, id), version, kopfValues);
  refuseKuenftig(input.zeitraum);
  refuseUnprintable([input.titel], "titel");
  await refuseNamen(tx, actor, { titel: neuesIn(input.titel, before) }, input.kein_name);
  await tx
    .updateTable("kim.konzept")
    .set({ titel: input.titel, ...input.zeitraum, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "konzept.geaendert", gegenstand: { art: "konzept", id } });
}

/** Throws a draft away, with all that was written for it. @throws NotFound, Refused where something of it was adopted */
export async function removeKonzept(tx: Tx, actor: Actor, { id }: Pick<At, "id">): Promise<void> {
  await heldKonzept(tx, actor, id);
  if ((await fassungen(tx, id)).length > 0)
    throw new Refused(
      "Von diesem Konzept ist eine Fassung beschlossen. Es bleibt; schreiben Sie an der nächsten weiter.",
    );
  await tx.deleteFrom("kim.konzept").where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "konzept.verworfen", gegenstand: { art: "konzept", id } });
}
