import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { ofPersons } from "../../personen/index.ts";
import { type Beratungsdaten, istMitPerson } from "../model/beratung.ts";
import { type BeratungKurz, kurzByIds } from "./beratungen.ts";

type Gefragt = Pick<Beratungsdaten, "am" | "personen"> & {
  readonly stufe: string;
  readonly themen: readonly string[];
};

/**
 * One's own consultations of the same day and themes with one of the same persons: probably this one, recorded before. Without a
 * person there is nothing to know it by; many of a day are alike.
 */
export async function gleicheBeratungen(tx: Tx, daten: Gefragt): Promise<BeratungKurz[]> {
  if (!istMitPerson(daten.stufe) || daten.personen.length === 0) return [];
  const rows = await tx
    .selectFrom("kim.beratung as b")
    .innerJoin("kim.beratung_person as p", (on) =>
      on.onRef("p.kreis", "=", "b.kreis").onRef("p.beratung_id", "=", "b.id"),
    )
    .select("b.id")
    .distinct()
    .where("p.person_id", "=", ofPersons(daten.personen))
    .where("b.am", "=", daten.am)
    .where("b.zurueckgezogen", "=", false)
    .execute();
  const same = await kurzByIds(
    tx,
    rows.map((row) => row.id),
  );
  const themen = new Set(daten.themen);
  return same.filter((b) => b.themen.length === themen.size && b.themen.every((thema) => themen.has(thema)));
}

const TWICE =
  "Diese Beratung gibt es schon: am selben Tag, mit derselben Person, zu denselben Themen. War es eine weitere, speichern Sie noch einmal.";

/** Asks once whether it is another one; `seen` are those that were shown. It is about the form as a whole: no field is wrong. @throws Refused */
export async function refuseTwice(tx: Tx, daten: Gefragt, seen: ReadonlySet<string>): Promise<void> {
  const same = await gleicheBeratungen(tx, daten);
  if (same.some(({ id }) => !seen.has(id))) throw new Refused(TWICE);
}
