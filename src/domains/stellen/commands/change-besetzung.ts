import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { held } from "../../../platform/held.ts";
import { besetzungValues } from "../model/form-values.ts";
import { type BesetzungAt, heldBesetzung } from "../queries/besetzung.ts";
import { besetzungNamen, personColumns } from "../queries/personal.ts";
import { refuseOutside, refuseTooMuch } from "../model/regeln.ts";
import type { BesetzungEingabe } from "../model/stelle.ts";
import { dezimal } from "./create-stelle.ts";

/**
 * Corrects who fills a post, how much of it and when. Whoever may not read who it is leaves the person empty, and it
 * stays who it was.
 * @throws NotFound
 * @throws Stale when it was changed since `at.version`
 * @throws Refused (fields `konto`, `name`, `anteil`, `von`, `bis`)
 */
export async function changeBesetzung(
  tx: Tx,
  actor: Actor,
  at: BesetzungAt & { readonly version: number },
  input: BesetzungEingabe,
): Promise<void> {
  const { stelle, besetzung, andere } = await heldBesetzung(tx, actor, at);
  const name = (await besetzungNamen(tx, actor, [besetzung])).get(besetzung.id);
  held(besetzung, at.version, (row) => besetzungValues(row, name));
  const { anteil, von, bis, ueberschneidung } = input;
  refuseOutside(stelle, { von, bis });
  refuseTooMuch(
    { ...stelle, besetzungen: [...andere, { anteil, von, bis, ueberschneidung, kontoId: null }] },
    "anteil",
  );
  const person = await personColumns(
    tx,
    actor,
    { id: besetzung.id, traegerId: stelle.traegerId, kept: name === undefined, kontoId: besetzung.kontoId },
    input,
  );
  await tx
    .updateTable("kim.besetzung")
    .set({ ...person, anteil: dezimal(anteil), von, bis, ueberschneidung, version: at.version + 1 })
    .where("id", "=", besetzung.id)
    .execute();
  await recordEvent(tx, actor, { art: "besetzung.geaendert", gegenstand: { art: "besetzung", id: besetzung.id } });
}
