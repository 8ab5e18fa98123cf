import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { openAsRecipient } from "../../../platform/tresor/recipient.ts";
import { known } from "../../../platform/known.ts";
import type { Inhalt, Vorschau } from "../model/inhalt.ts";
import { ART, type Art, STAND, type Stand } from "../model/stand.ts";
import { circlePlace, keyPlace, openVoll, openVorschau } from "./sealed.ts";
import { type Schritt, schritteOf, traegerNamen } from "./schritte.ts";

/** A copy as its recipients see it in their list: nothing of what is in it. */
export type KopieKurz = {
  readonly id: string;
  readonly art: Art;
  readonly traeger: string;
  readonly stand: Stand;
  readonly gesendetAm: string;
  readonly gueltigBis: string;
  /** Whether it can be opened. */
  readonly offen: boolean;
};

const PAGE = 50;

/** Copies for one's own role, the last first. What was withdrawn stands there without its content, until its day. */
export async function kopien(
  tx: Tx,
  actor: Actor,
  arten: readonly Art[],
  from: From,
): Promise<{
  readonly zeilen: readonly KopieKurz[];
  readonly newer: Place | undefined;
  readonly older: Place | undefined;
}> {
  const { beyond, direction, limit, page } = keyset(from, PAGE, ["gesendet_am", "id"]);
  const found = await tx
    .selectFrom("kim.freigabe")
    .select(["id", "art", "traeger_id", "stand", "gesendet_am", "gueltig_bis", "schluessel", "gesendet_am as am"])
    .where("an_traeger_id", "=", actor.traegerId)
    .where("art", "=", anyOf([...arten]))
    .where(beyond)
    .orderBy("gesendet_am", direction)
    .orderBy("id", direction)
    .limit(limit)
    .execute();
  const { rows, newer, older } = page(found);
  const namen = await traegerNamen(tx, [...new Set(rows.map((row) => row.traeger_id))]);
  const zeilen = rows.map((row) => ({
    id: row.id,
    art: known(ART, row.art),
    traeger: namen.get(row.traeger_id) ?? "",
    stand: known(STAND, row.stand),
    gesendetAm: row.gesendet_am,
    gueltigBis: row.gueltig_bis,
    offen: row.schluessel !== null && row.gueltig_bis >= today(),
  }));
  return { zeilen, newer, older };
}

/** A copy that can be read. */
export type Kopie = {
  readonly id: string;
  /** Whose file it came from. */
  readonly geber: { readonly traegerId: string };
  readonly traeger: string;
  readonly art: Art;
  readonly stand: Stand;
  readonly gueltigBis: string;
  readonly version: number;
  readonly key: DataKey;
  /** Null for an offer that is not accepted, or was by somebody else. */
  readonly voll: Inhalt | null;
  readonly vorschau: Vorschau | null;
  readonly schritte: readonly Schritt[];
};

const HEAD = [
  "kreis",
  "id",
  "traeger_id",
  "art",
  "stand",
  "gueltig_bis",
  "schluessel",
  "fehlversuche",
  "version",
] as const;

/** A copy that holds today, locked or expired ones are none. */
export const holding = (tx: Tx) =>
  tx
    .selectFrom("kim.freigabe")
    .select(HEAD)
    .where("gesperrt_am", "is", null)
    .where("gueltig_bis", ">=", today())
    .where("schluessel", "is not", null);

export type Head = NonNullable<Awaited<ReturnType<ReturnType<typeof holding>["executeTakeFirst"]>>>;

/**
 * A copy for one's own role. @throws NotFound for a foreign one as for none, for one that was withdrawn and for one that ended
 */
export async function kopieOf(tx: Tx, actor: Actor, arten: readonly Art[], id: string): Promise<Kopie> {
  const row = isId(id)
    ? await holding(tx)
        .where("id", "=", id)
        .where("art", "=", anyOf([...arten]))
        .where("an_traeger_id", "=", actor.traegerId)
        .executeTakeFirst()
    : undefined;
  const circle = await tx
    .selectFrom("tresor.empfaenger_schluessel")
    .select(["kreis", "id", "verpackt"])
    .where("traeger_id", "=", actor.traegerId)
    .where("art", "=", row?.art ?? arten[0] ?? "")
    .executeTakeFirst();
  if (row?.schluessel == null || circle === undefined) throw new NotFound();
  const key = openAsRecipient({ key: circlePlace(circle), place: keyPlace(row) }, circle.verpackt, row.schluessel);
  return opened(tx, row, key);
}

/** Everything of a copy, with its key. */
export async function opened(tx: Tx, row: Head, key: DataKey): Promise<Kopie> {
  const teile = await tx
    .selectFrom("kim.freigabe_inhalt")
    .select(["kreis", "freigabe_id", "teil", "inhalt"])
    .where("freigabe_id", "=", row.id)
    .execute();
  const voll = teile.find(({ teil }) => teil === "voll");
  const vorschau = teile.find(({ teil }) => teil === "vorschau");
  return {
    id: row.id,
    geber: { traegerId: row.traeger_id },
    traeger: (await traegerNamen(tx, [row.traeger_id])).get(row.traeger_id) ?? "",
    art: known(ART, row.art),
    stand: known(STAND, row.stand),
    gueltigBis: row.gueltig_bis,
    version: row.version,
    key,
    voll: voll === undefined ? null : openVoll(key, voll, voll.inhalt),
    vorschau: vorschau === undefined ? null : openVorschau(key, vorschau, vorschau.inhalt),
    schritte: await schritteOf(tx, row.id, key),
  };
}
