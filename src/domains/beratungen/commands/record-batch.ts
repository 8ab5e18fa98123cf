import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { codelisten } from "../../codelisten/index.ts";
import { sprachgebrauch } from "../queries/gebrauch.ts";
import { refuseUnfit } from "../queries/pruefung.ts";
import { GLEICH, type ListeEingabe, alsGleiche, feldDer, gleicheZeilen, zeilenVon } from "../model/zeilen.ts";
import { insertBeratung } from "../rows/beratung.ts";

/** Fields of the head, which all rows share. */
const HEAD = new Set(["am", "ort", "kontaktweg"]);

/**
 * Records a list of consultations of one day at once: all of them or none. Empty rows do not count. Returns
 * how many there were.
 * @throws Refused with every mistake of every row
 */
export async function recordBatch(tx: Tx, actor: Actor, eingabe: ListeEingabe): Promise<number> {
  const { beratungen, errors } = zeilenVon(eingabe, await codelisten(tx), await sprachgebrauch(tx, actor));
  if (errors.length > 0) throw new Refused(errors);
  if (beratungen.length === 0) throw new Refused("Füllen Sie mindestens eine Zeile aus.", feldDer(1, "themen"));
  refuseSame(eingabe);
  for (const { row, ...daten } of beratungen) {
    try {
      await refuseUnfit(tx, daten);
      await insertBeratung(tx, actor, daten);
    } catch (error) {
      throw error instanceof Refused ? inRow(error, row) : error;
    }
  }
  return beratungen.length;
}

/** Asks once whether rows that say the same are different consultations. @throws Refused at the first that repeats another */
function refuseSame(eingabe: ListeEingabe): void {
  const groups = gleicheZeilen(eingabe);
  const [[, again = 1] = []] = groups;
  if (groups.length === 0 || alsGleiche(groups) === eingabe.gleich) return;
  const rows = groups.map((group) => `${group.slice(0, -1).join(", ")} und ${group.at(-1)}`).join("; ");
  throw new Refused(
    `${GLEICH} ${rows}. Sind es verschiedene Beratungen, speichern Sie noch einmal.`,
    feldDer(again, "themen"),
  );
}

/** A mistake of a row stands at its cell; one of the head at its own field. */
const inRow = (refused: Refused, row: number): Refused =>
  new Refused(
    refused.errors.map(({ field, message }) =>
      HEAD.has(field) ? { field, message } : { field: `z${row}_${field}`, message: `Zeile ${row}: ${message}` },
    ),
  );
