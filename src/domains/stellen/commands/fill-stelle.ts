import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { personColumns } from "../queries/personal.ts";
import { heldStelle } from "../queries/stellen.ts";
import { refuseOutside, refuseTooMuch } from "../model/regeln.ts";
import type { BesetzungEingabe } from "../model/stelle.ts";
import { dezimal } from "./create-stelle.ts";

/**
 * Somebody fills a post, or a share of it, from a day on. Returns the id of the row.
 * @throws NotFound
 * @throws Refused (fields `konto`, `name`, `anteil`, `von`, `bis`)
 */
export async function fillStelle(
  tx: Tx,
  actor: Actor,
  at: { readonly id: string },
  input: BesetzungEingabe,
): Promise<string> {
  const stelle = await heldStelle(tx, actor, at.id);
  const { anteil, von, bis, ueberschneidung } = input;
  const id = randomUUID();
  refuseOutside(stelle, { von, bis });
  refuseTooMuch(
    { ...stelle, besetzungen: [...stelle.besetzungen, { anteil, von, bis, ueberschneidung, kontoId: null }] },
    "anteil",
  );
  const person = await personColumns(tx, actor, { id, traegerId: stelle.traegerId, kept: false }, input);
  const row = { kreis: actor.kreis, id, traeger_id: stelle.traegerId, stelle_id: at.id };
  await tx
    .insertInto("kim.besetzung")
    .values({ ...row, ...person, anteil: dezimal(anteil), von, bis, ueberschneidung })
    .execute();
  await recordEvent(tx, actor, { art: "besetzung.angelegt", gegenstand: { art: "besetzung", id } });
  return id;
}
