import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { isBeleg } from "../../einwilligungen/index.ts";
import { akteWithKey } from "../../personen/index.ts";
import type { DokumentEingabe } from "../model/dokument.ts";
import { type Dokument, dokumentOf, dokumentValues } from "../queries/dokumente.ts";
import { refuseFall } from "../rows/dokument.ts";
import { TITEL } from "../rows/sealed.ts";
import { ART } from "./add-dokument.ts";

const FORT = "Das Dokument ist zurückgezogen. Holen Sie es zuerst zurück.";
const BELEGT =
  "Dieses Blatt belegt eine Einwilligung. Legen Sie dort zuerst ein anderes ab; dann lässt es sich zurückziehen.";
const HIER_GESCHRIEBEN = "Ob ein Dokument hier geschrieben wurde, ändert sich nicht mehr.";

async function heldDokument(tx: Tx, actor: Actor, { id, version }: At): Promise<Dokument> {
  await lockRow(tx, "kim.dokument", id);
  return held(await dokumentOf(tx, actor, id), version, dokumentValues);
}

/** Says anew what a document is. @throws NotFound, Stale, Refused */
export async function changeDokument(tx: Tx, actor: Actor, at: At, input: DokumentEingabe): Promise<void> {
  const now = await heldDokument(tx, actor, at);
  if (now.zurueckgezogenAm !== null) throw new Refused(FORT);
  refuseLater("am", input.am);
  if ((now.quelle === "haus") !== (input.quelle === "haus")) throw new Refused(HIER_GESCHRIEBEN, "quelle");
  const list = wahlAm((await codelisten(tx)).dokumentart, input.am);
  refuseClosed({ ...ART, list, chosen: [input.art], kept: [now.art] });
  await refuseFall(tx, now.personId, input.zu_fall, now.fallId);
  const { akte, key } = await akteWithKey(tx, actor, now.personId);
  const titel = sealText(key, { kreis: akte.kreis, id: now.id }, TITEL, input.titel);
  await tx
    .updateTable("kim.dokument")
    .set({ ...input, titel, version: now.version + 1 })
    .where("id", "=", now.id)
    .execute();
  await recordEvent(tx, actor, { art: "dokument.geaendert", gegenstand: { art: "dokument", id: now.id } });
}

/** Takes a document out of sight; for some days it can be taken back. @throws NotFound, Stale, Refused */
export const withdrawDokument = (tx: Tx, actor: Actor, at: At): Promise<void> => setWithdrawn(tx, actor, at, true);

/** @throws NotFound, Stale, Refused */
export const restoreDokument = (tx: Tx, actor: Actor, at: At): Promise<void> => setWithdrawn(tx, actor, at, false);

async function setWithdrawn(tx: Tx, actor: Actor, at: At, withdrawn: boolean): Promise<void> {
  const now = await heldDokument(tx, actor, at);
  if ((now.zurueckgezogenAm !== null) === withdrawn) {
    throw new Refused(withdrawn ? "Das Dokument ist schon zurückgezogen." : "Das Dokument ist nicht zurückgezogen.");
  }
  if (withdrawn && (await isBeleg(tx, now.id))) throw new Refused(BELEGT);
  await tx
    .updateTable("kim.dokument")
    .set({ zurueckgezogen_am: withdrawn ? today() : null, version: now.version + 1 })
    .where("id", "=", now.id)
    .execute();
  const art = withdrawn ? "dokument.zurueckgezogen" : "dokument.zurueckgeholt";
  await recordEvent(tx, actor, { art, gegenstand: { art: "dokument", id: now.id } });
}
