import type { Actor } from "../../../platform/actor.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Checked } from "../../../platform/files/check.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import type { NeuesDokument } from "../model/dokument.ts";
import { putDown } from "../rows/dokument.ts";

/** What the field is called on the pages. */
export const ART = { name: "art", label: "Was ist es?" } as const;

/**
 * Puts a document of a person down. Returns its id.
 * @throws NotFound for a foreign person as for none
 * @throws Refused
 */
export async function addDokument(
  tx: Tx,
  actor: Actor,
  { person, ...typed }: NeuesDokument,
  file: Checked,
): Promise<string> {
  refuseLater("am", typed.am);
  refuseClosed({ ...ART, list: wahlAm((await codelisten(tx)).dokumentart, typed.am), chosen: [typed.art] });
  return putDown(tx, actor, person, typed, file);
}
