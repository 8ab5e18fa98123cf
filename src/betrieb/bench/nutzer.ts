import { z } from "zod";
import { personNames } from "../../domains/personen/index.ts";
import { beginSession, actorOf } from "../../domains/zugang/index.ts";
import { systemActor } from "../../platform/actor.ts";
import { now } from "../../platform/clock.ts";
import { readAs, writeAs } from "../../platform/db.ts";
import { COOKIE } from "../../platform/http/cookie.ts";
import type { Administrator } from "../../platform/postgres/administrator.ts";

/** Somebody who works with KIM during a measurement. */
export type Nutzer = {
  readonly cookie: string;
  /** To whom a form was shown; it is refused from anybody else. */
  readonly konto: string;
  /** Of whoever looks at the figures of the same Kreis. */
  readonly koordination: string;
  readonly personen: readonly string[];
  readonly namen: readonly string[];
  readonly beratungen: readonly string[];
  /** The option of the capture form for the place. */
  readonly ort: string;
};

/** Accounts in the order of what they recorded: the busiest first, then evenly down to the smallest. */
const KONTEN = `
  with konten as (
    select k.kreis, k.traeger_id as "traegerId", k.id as "kontoId", 'standort:' || k.standort_id as ort,
      count(b.id) as n, row_number() over (order by count(b.id) desc, k.id) as rang, count(*) over () as alle
    from kim.konto k
    join kim.beratung b on b.kreis = k.kreis and b.traeger_id = k.traeger_id and b.konto_id = k.id
    where k.standort_id is not null group by 1, 2, 3, 4
  )
  select kreis, "traegerId", "kontoId", ort from konten
  where (rang - 1) % greatest(1, alle / $1) = 0 order by rang limit $1`;

const Konto = z.object({ kreis: z.string(), traegerId: z.string(), kontoId: z.string(), ort: z.string() });
const EIGENE = 40;

/** Opens sessions for so many accounts, and looks up what they will ask for. */
export async function meldeAn(admin: Administrator, anzahl: number): Promise<Nutzer[]> {
  const konten = z.array(Konto).parse(await admin.query(KONTEN, [anzahl]));
  const koordination = new Map<string, string>();
  const all: Nutzer[] = [];
  for (const { ort, ...konto } of konten) {
    const leitet = koordination.get(konto.kreis) ?? (await koordinationIn(admin, konto.kreis));
    koordination.set(konto.kreis, leitet);
    const actor = actorOf(konto, ["cm_lokal"]);
    const eigene = async (table: string): Promise<string[]> =>
      (
        await admin.query(
          `select id from ${table} where kreis = $1 and traeger_id = $2 and konto_id = $3 order by id limit $4`,
          [konto.kreis, konto.traegerId, konto.kontoId, EIGENE],
        )
      ).map(({ id }) => String(id));
    const personen = await eigene("kim.person");
    const namen = await readAs(actor, (tx) => personNames(tx, actor, personen));
    const beratungen = await eigene("kim.beratung");
    all.push({
      cookie: await sitzung(konto),
      konto: konto.kontoId,
      koordination: leitet,
      personen,
      namen: [...namen.values()],
      beratungen,
      ort,
    });
  }
  return all;
}

const sitzung = async ({ kreis, kontoId }: { kreis: string; kontoId: string }): Promise<string> => {
  const token = await writeAs(systemActor(kreis), (tx) => beginSession(tx, { kreis, kontoId }, now(), "offen"));
  return `${COOKIE}=${token}`;
};

async function koordinationIn(admin: Administrator, kreis: string): Promise<string> {
  const [row] = await admin.query(
    "select konto_id from kim.rolle where kreis = $1 and rolle = 'kim_koordination' limit 1",
    [kreis],
  );
  return sitzung({ kreis, kontoId: String(row?.["konto_id"]) });
}
