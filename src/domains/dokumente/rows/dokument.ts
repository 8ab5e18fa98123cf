import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { Checked } from "../../../platform/files/check.ts";
import { countPieces, newFileKey, sealPieces } from "../../../platform/files/pieces.ts";
import { isId } from "../../../platform/ids.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { akteWithKey, ofPerson } from "../../personen/index.ts";
import type { Quelle } from "../model/dokument.ts";
import { SCHLUESSEL, TITEL, stueckOrt } from "./sealed.ts";

export type Beschreibung = {
  readonly art: string;
  readonly titel: string | null;
  readonly quelle: Quelle;
  readonly am: string;
  readonly gueltig_bis: string | null;
  readonly zu_fall: string | null;
};

/**
 * Puts a file down: its row and all of its pieces in the transaction of whoever brings it. Sealed piece by piece, so that beside the
 * file itself never more than one of them is in memory. Returns the id.
 * @throws NotFound for a foreign person as for none
 * @throws Refused for a case that is not one of hers, or is closed to writing
 */
export async function putDown(
  tx: Tx,
  actor: Actor,
  person: string,
  beschreibung: Beschreibung,
  { kind, bytes }: Checked,
): Promise<string> {
  const { akte, key } = await akteWithKey(tx, actor, person);
  await refuseFall(tx, person, beschreibung.zu_fall);
  const id = randomUUID();
  const row = { kreis: akte.kreis, id };
  const file = newFileKey();
  await tx
    .insertInto("kim.dokument")
    .values({
      ...akte,
      ...beschreibung,
      id,
      person_id: person,
      titel: sealText(key, row, TITEL, beschreibung.titel),
      typ: kind,
      groesse: bytes.length,
      stuecke: countPieces(bytes.length),
      schluessel: sealText(key, row, SCHLUESSEL, file.written),
      erfasst_von: actor.kontoId,
    })
    .execute();
  for (const { nr, sealed } of sealPieces(file.key, stueckOrt(akte.kreis, id), bytes)) {
    await tx
      .insertInto("kim.dokument_stueck")
      .values({ ...akte, dokument_id: id, nr, inhalt: sealed })
      .execute();
  }
  await recordEvent(tx, actor, { art: "dokument.abgelegt", gegenstand: { art: "dokument", id } });
  return id;
}

const FREMDER_FALL = "Wählen Sie einen Fall dieser Person.";
const GESPERRT =
  "In diesem Fall ist die Einwilligung widerrufen, er ist gesperrt. Legen Sie das Dokument ohne den Fall ab, oder warten Sie auf eine neue Einwilligung.";

/** @throws Refused (at `zu_fall`) */
export async function refuseFall(
  tx: Tx,
  person: string,
  fall: string | null,
  kept: string | null = null,
): Promise<void> {
  if (fall === null || fall === kept) return;
  const found = isId(fall)
    ? await tx
        .selectFrom("kim.fall")
        .select("phase")
        .where("id", "=", fall)
        .where("person_id", "=", ofPerson(person))
        .executeTakeFirst()
    : undefined;
  if (found === undefined) throw new Refused(FREMDER_FALL, "zu_fall");
  if (found.phase === "widerruf") throw new Refused(GESPERRT, "zu_fall");
}
