import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { kurzByIds } from "./beratungen.ts";

/** What somebody writes about a consultation of one's own elsewhere has to know of it: codes, and who was there. Opens no text. */
export async function beratungKern(tx: Tx, id: string) {
  const [kurz] = isId(id) ? await kurzByIds(tx, [id]) : [];
  if (kurz === undefined) throw new NotFound();
  const rows = await tx
    .selectFrom("kim.beratung_person")
    .select("person_id")
    .where("beratung_id", "=", anyOf([id]))
    .execute();
  return { ...kurz, personen: rows.map((row) => row.person_id) };
}
