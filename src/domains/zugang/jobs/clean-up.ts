import { type Actor, systemActor } from "../../../platform/actor.ts";
import { dayOf } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { forgetStarts } from "../../../platform/job-starts.ts";
import type { Job } from "../../../platform/jobs.ts";
import { retentionJob } from "../../../platform/retention.ts";
import { NO_KREIS } from "../../../platform/token.ts";
import { END_HOURS } from "../model/sitzung.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long what signing in leaves behind is kept, in days; the same periods stand in the registry of fields. */
const DAYS = {
  sitzung: 1,
  entwurf: 14,
  verworfen: 1,
  idempotenz: 14,
  einladung: 30,
  anmeldeversuch: 1,
  einrichtung: 1,
} as const;

/** Deletes what has served its time, Kreis by Kreis; `at` is the instant of the database. Safe to repeat. */
export async function cleanUp(at: Date): Promise<void> {
  const installation = systemActor(NO_KREIS);
  const kreise = await readAs(installation, (tx) => tx.selectFrom("betrieb.mandant").select("kreis").execute());
  for (const { kreis } of kreise) await cleanKreis(systemActor(kreis), at);
  await writeAs(installation, (tx) => cleanInstallation(tx, at));
  await forgetStarts(at);
}

const before = (at: Date, days: number) => new Date(at.getTime() - days * DAY_MS);

async function cleanKreis(actor: Actor, at: Date): Promise<void> {
  await writeAs(actor, async (tx) => {
    const ended = before(at, DAYS.sitzung);
    const absolute = new Date(ended.getTime() - END_HOURS * HOUR_MS);
    await tx
      .deleteFrom("kim.sitzung")
      .where((eb) =>
        eb.or([
          eb("angelegt", "<", absolute),
          eb.and([eb("stand", "in", ["beendet", "zweiter_faktor"]), eb("zuletzt", "<", ended)]),
        ]),
      )
      .execute();
    await tx
      .deleteFrom("kim.entwurf")
      .where((eb) =>
        eb.or([eb("geaendert", "<", before(at, DAYS.entwurf)), eb("verworfen", "<", before(at, DAYS.verworfen))]),
      )
      .execute();
    await tx
      .deleteFrom("kim.idempotenz")
      .where("am", "<", dayOf(before(at, DAYS.idempotenz)))
      .execute();
    await tx.updateTable("kim.einladung").set({ link: null }).where("gueltig_bis", "<", at).execute();
    const spent = before(at, DAYS.einladung);
    await tx
      .deleteFrom("kim.einladung")
      .where((eb) => eb.or([eb("verbraucht", "<", spent), eb("gueltig_bis", "<", spent)]))
      .execute();
  });
}

async function cleanInstallation(tx: Tx, at: Date): Promise<void> {
  await tx.deleteFrom("betrieb.anmeldeversuch").where("zuletzt", "<", before(at, DAYS.anmeldeversuch)).execute();
  await tx.deleteFrom("betrieb.einrichtung").where("gueltig_bis", "<", before(at, DAYS.einrichtung)).execute();
}

export const cleanUpJob: Job = retentionJob("zugang.aufraeumen", cleanUp);
