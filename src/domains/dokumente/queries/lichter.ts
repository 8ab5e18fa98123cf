import type { Tx } from "../../../platform/db.ts";
import { today } from "../../../platform/clock.ts";
import { MITBRINGEN, type Mitbringsel } from "../../codelisten/index.ts";
import { ofPerson } from "../../personen/index.ts";
import { type Licht, type Liste, lichtOf } from "../model/mitbringen.ts";

/** What is on a list, with its light; null where no kind of document says whether it is there. */
export type Punkt = { readonly was: Mitbringsel; readonly licht: Licht | null };

/**
 * Which kinds of documents of a person are there, with the last day of each (ISO; null where nobody said one): by what was filed, of
 * her residence paper also by what her Lebenslage says. Of several of a kind the one that holds longest counts.
 */
export async function dokumenteBis(tx: Tx, person: string): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom("kim.dokument")
    .select(["art", "gueltig_bis"])
    .where("person_id", "=", ofPerson(person))
    .where("zurueckgezogen_am", "is", null)
    .execute();
  const bis = new Map<string, string | null>();
  for (const { art, gueltig_bis } of rows) {
    const before = bis.get(art);
    if (before === undefined || (before !== null && (gueltig_bis === null || gueltig_bis > before)))
      bis.set(art, gueltig_bis);
  }
  // Where nobody wrote down from the paper itself how long it holds, the Lebenslage may know.
  if (bis.get("aufenthalt") === null) bis.set("aufenthalt", await titelBis(tx, person));
  return bis;
}

/** How much of a list is there, by the documents of a person. */
export async function lichter(tx: Tx, person: string, { arten }: Liste): Promise<Punkt[]> {
  const bis = await dokumenteBis(tx, person);
  const heute = today();
  return arten.map((was) => {
    const { art } = MITBRINGEN[was];
    return { was, licht: art === null ? null : lichtOf(bis.get(art), heute) };
  });
}

async function titelBis(tx: Tx, person: string): Promise<string | null> {
  const row = await tx
    .selectFrom("kim.aufenthalt")
    .select("gueltig_bis")
    .where("person_id", "=", ofPerson(person))
    .where("falsch", "=", false)
    .where("gueltig_bis", "is not", null)
    .orderBy("gueltig_bis", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.gueltig_bis ?? null;
}
