import type { TestDatabase } from "./db.ts";
import type { Beratungsstelle } from "./beratungsstelle.ts";
import { type TestKonto, testKonto } from "./konten.ts";
import { beginSession, recognise } from "../../src/domains/zugang/index.ts";
import { type Actor, systemActor } from "../../src/platform/actor.ts";
import { now } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";

type Whom = Pick<TestKonto, "actor">;

/** Somebody who counsels at the same Träger. */
export const kollegin = ({ kreis, traegerId }: Beratungsstelle, name = "Jo Muster"): Promise<TestKonto> =>
  testKonto({ kreis, traegerId, rollen: ["cm_lokal"], name });

/** The actor that the next request of somebody has: for whom she stands in today included. */
export async function actingNow(konto: TestKonto): Promise<Actor> {
  const { actor } = konto;
  const cookie = await writeAs(systemActor(actor.kreis), (tx) => beginSession(tx, actor, now(), "offen"));
  const who = await recognise(cookie);
  if (who.stand !== "offen") throw new Error(who.stand);
  return who.actor;
}

/**
 * A Vertretung as it lies in the database, past every rule: from and to are days before or after today in Berlin, by the clock
 * of the database. Given by the represented person where nobody else is named. Returns the id.
 */
export async function vertretungOhneRegeln(
  db: TestDatabase,
  { vertreten, durch }: { readonly vertreten: Whom; readonly durch: Whom },
  [von, bis]: readonly [number, number],
  by: { readonly gegeben?: Whom; readonly bestaetigt?: Whom } = {},
): Promise<string> {
  const { kreis, traegerId } = vertreten.actor;
  const [row] = await db.admin(
    `insert into kim.vertretung (kreis, traeger_id, vertreten, durch, grund, von, bis, gegeben_von, bestaetigt_von, bestaetigt_am)
     values ($1, $2, $3, $4, 'urlaub', (now() at time zone 'Europe/Berlin')::date + $5::int,
       (now() at time zone 'Europe/Berlin')::date + $6::int, $7, $8, case when $8::uuid is null then null else now() end) returning id`,
    [
      kreis,
      traegerId,
      vertreten.actor.kontoId,
      durch.actor.kontoId,
      von,
      bis,
      (by.gegeben ?? vertreten).actor.kontoId,
      by.bestaetigt?.actor.kontoId ?? null,
    ],
  );
  return String(row?.["id"]);
}
