import { randomUUID } from "node:crypto";
import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { TraegerArt } from "../model/stammdaten.ts";
import { createKonto } from "./create-konto.ts";
import { createTraeger } from "./create-traeger.ts";
import { invite } from "../../zugang/index.ts";

export type Einrichtung = {
  /** Key of one of the 54 KIM-Kommunen, five or eight digits. */
  readonly kreis: string;
  readonly traegerName: string;
  readonly traegerArt?: TraegerArt;
  readonly adminName: string;
  readonly adminEmail: string;
};

/** `link` is the path `/einladung/<token>` by which the administrator sets password and second factor. */
export type Eingerichtet = { readonly traegerId: string; readonly kontoId: string; readonly link: string };

const LINK_DAYS = 1;

/**
 * Sets up a Kreis: its Kommunen from the template, the first Träger with keys, the administrator's account and invitation.
 * One transaction; a second call for the same Kreis is refused and changes nothing.
 * @throws Refused (fields `kreis`, `email`)
 */
export async function einrichten(input: Einrichtung): Promise<Eingerichtet> {
  if (!/^\d{5}(\d{3})?$/.test(input.kreis)) throw unknownKreis();
  return writeAs(systemActor(input.kreis), (tx) => installKreis(tx, input));
}

/** The same inside a transaction of a system actor of this Kreis. `invitationId` lets a repeated form find its link. */
export async function installKreis(
  tx: Tx,
  input: Einrichtung,
  invitationId: string = randomUUID(),
): Promise<Eingerichtet> {
  const { kreis } = input;
  const actor = systemActor(kreis);
  await claimKreis(tx, kreis);
  await copyKommunen(tx, kreis);
  const traegerId = await createTraeger(tx, actor, { name: input.traegerName, art: input.traegerArt ?? "kreis" });
  const { kontoId } = await createKonto(tx, actor, {
    traegerId,
    name: input.adminName,
    email: input.adminEmail,
    rollen: [{ rolle: "administration", von: today(), bis: null }],
  });
  const token = await invite(tx, actor, kontoId, { id: invitationId, days: LINK_DAYS });
  await recordEvent(tx, actor, { art: "kreis.eingerichtet", gegenstand: { art: "kreis", id: kreis } });
  return { traegerId, kontoId, link: `/einladung/${token}` };
}

const unknownKreis = () =>
  new Refused("Diesen Schlüssel hat keine der 54 KIM-Kommunen. Prüfen Sie ihn, zum Beispiel 05382.", "kreis");

async function claimKreis(tx: Tx, kreis: string): Promise<void> {
  const known = await tx
    .selectFrom("ref.kim_kommune")
    .select("code")
    .where("code", "=", kreis)
    .where("gueltig_ab", "<=", today())
    .where((eb) => eb.or([eb("gueltig_bis", "is", null), eb("gueltig_bis", ">=", today())]))
    .executeTakeFirst();
  if (known === undefined) throw unknownKreis();
  const made = await tx
    .insertInto("betrieb.mandant")
    .values({ kreis })
    .onConflict((c) => c.column("kreis").doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new Refused(
      "Dieser Kreis ist hier schon eingerichtet. Melden Sie sich an oder wählen Sie einen anderen.",
      "kreis",
    );
}

/** For most Kreise the template has no Kommunen yet; their administration adds them. */
async function copyKommunen(tx: Tx, kreis: string): Promise<void> {
  await tx
    .insertInto("kim.kommune")
    .columns(["kreis", "ags", "name", "plz", "jugendamt", "ebh", "abh"])
    .expression((eb) =>
      eb
        .selectFrom("ref.kommune")
        .select(["kreis", "code", "name", "plz", "jugendamt", "ebh", "abh"])
        .where("kreis", "=", kreis)
        .where("gueltig_ab", "<=", today())
        .where((w) => w.or([w("gueltig_bis", "is", null), w("gueltig_bis", ">=", today())])),
    )
    .execute();
}
