import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { gesamt } from "../model/plan.ts";
import { stellenAm } from "./stellen.ts";

/** So far ahead is time enough to look for somebody. */
const DAYS = 60;

/** How the posts in sight stand today: hundredths of full-time equivalents, vacancies nobody gave a reason for, endings. */
export type Stellenlage = {
  readonly soll: number;
  readonly ist: number;
  readonly ohneGrund: number;
  readonly endenBald: number;
};

export async function stellenlage(tx: Tx, actor: Actor): Promise<Stellenlage> {
  const day = today();
  const { plan } = await stellenAm(tx, actor, day, {});
  const { soll, ist } = gesamt(plan);
  const later = daysFrom(day, DAYS);
  const ends = plan.zeilen.flatMap((z) => z.besetzungen).filter((b) => b.bis !== null && b.bis <= later);
  const ohneGrund = plan.zeilen.filter((z) => z.vakanz !== undefined && z.vakanz.grund === undefined);
  return { soll, ist, ohneGrund: ohneGrund.length, endenBald: ends.length };
}
