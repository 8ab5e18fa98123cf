import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Tabellenzeile } from "../../../listen/index.ts";
import { vorschauOf } from "../queries/einlesen.ts";
import { organisationRow, writeListen } from "../rows/organisation.ts";

/**
 * Adds the organisations of a file that are new; faulty lines and those that there are already stay out. Returns how many.
 * @throws Refused where the head is another
 */
export async function importOrganisationen(tx: Tx, actor: Actor, zeilen: readonly Tabellenzeile[]): Promise<number> {
  const neue = (await vorschauOf(tx, zeilen)).flatMap(({ stand, eingabe }) =>
    stand === "neu" && eingabe !== undefined ? [eingabe] : [],
  );
  for (const eingabe of neue) {
    const id = randomUUID();
    await tx
      .insertInto("kim.organisation")
      .values({ kreis: actor.kreis, id, ...organisationRow(eingabe) })
      .execute();
    await writeListen(tx, { kreis: actor.kreis, id }, eingabe);
    await recordEvent(tx, actor, { art: "organisation.eingelesen", gegenstand: { art: "organisation", id } });
  }
  return neue.length;
}
