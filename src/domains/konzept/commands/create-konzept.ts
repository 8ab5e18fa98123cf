import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { unbrauchbar } from "../../auswertung/index.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import { codelisten, nameOf, wahlAm } from "../../codelisten/index.ts";
import type { KopfEingabe, NeuesKonzept } from "../model/eingabe.ts";
import { type Anfang, insertKapitel } from "../rows/teil.ts";
import { refuseNamen } from "../rows/pruefen.ts";

/** @throws Refused (field `zeitraum`) for months that have not begun */
export function refuseKuenftig(zeitraum: KopfEingabe["zeitraum"]): void {
  const wrong = unbrauchbar(zeitraum, today());
  if (wrong !== undefined) throw new Refused(wrong, "zeitraum");
}

/**
 * A draft with these chapters. Returns its id.
 * @throws Refused (fields `zeitraum`, `titel`)
 */
export async function beginKonzept(
  tx: Tx,
  actor: Actor,
  { titel, zeitraum, kein_name }: KopfEingabe,
  kapitel: readonly Anfang[],
): Promise<string> {
  refuseKuenftig(zeitraum);
  refuseUnprintable([titel], "titel");
  await refuseNamen(tx, actor, { titel }, kein_name);
  const id = crypto.randomUUID();
  await tx
    .insertInto("kim.konzept")
    .values({ kreis: actor.kreis, id, titel, ...zeitraum, angelegt: today(), angelegt_von: actor.kontoId })
    .execute();
  await insertKapitel(tx, actor, { konzeptId: id, ab: 1 }, kapitel);
  await recordEvent(tx, actor, { art: "konzept.angelegt", gegenstand: { art: "konzept", id } });
  return id;
}

/** A draft with a chapter for each chosen Handlungsfeld, all of them empty. @throws Refused */
export async function createKonzept(tx: Tx, actor: Actor, input: NeuesKonzept): Promise<string> {
  const { handlungsfeld: felder } = await codelisten(tx);
  const chosen = input.handlungsfelder;
  refuseClosed({ name: "handlungsfelder", label: "Handlungsfelder", list: wahlAm(felder, today()), chosen });
  const kapitel = felder
    .filter(({ code }) => chosen.includes(code))
    .map(({ code }) => ({ titel: nameOf(felder, code), handlungsfeld: code, texte: {} }));
  return beginKonzept(tx, actor, input, kapitel);
}
