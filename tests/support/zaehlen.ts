import { countFigures } from "../../src/domains/auswertung/index.ts";
import { startDatabase, stopDatabase } from "../../src/platform/db.ts";
import type { TestDatabase } from "./db.ts";

/** Does something as the worker, with the doors open as its role, and opens them for the web process again. */
export async function asWorker<R>(db: TestDatabase, work: () => Promise<R>): Promise<R> {
  await stopDatabase();
  startDatabase({ url: db.urlOf("kim_worker"), applicationName: "kim-test", poolSize: 2 });
  try {
    return await work();
  } finally {
    await stopDatabase();
    startDatabase({ url: db.urlOf("kim_web"), applicationName: "kim-test", poolSize: 4 });
  }
}

/** Brings the figures of a Kreis up to date, as the job does every minute. */
export const counted = (db: TestDatabase, kreis = "05382"): Promise<number> => asWorker(db, () => countFigures(kreis));

/** Makes what pages read of the figures follow the cells that a test wrote by hand. */
export const blaetterNachgezogen = (db: TestDatabase) =>
  db.admin(`
    with halbjahr as (
      select distinct kreis, make_date(extract(year from monat)::int, case when extract(month from monat) < 7 then 1 else 7 end, 1) as ab
      from kim.zaehlung
    )
    insert into kim.zaehlung_blatt select h.kreis, h.ab, clock_timestamp(), b.zahlen, b.geliefert
    from halbjahr h cross join lateral auswertung.blatt(h.kreis, h.ab) b
    on conflict (kreis, halbjahr) do update set (zeit, zahlen, geliefert) = (excluded.zeit, excluded.zahlen, excluded.geliefert)`);
