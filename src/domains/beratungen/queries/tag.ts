import { z } from "zod";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";
import { draftCount } from "../../../platform/drafts.ts";
import { FORMULAR } from "./beratungen.ts";

const since = (span: "week" | "month", day: string) =>
  sql<string>`date_trunc(${sql.lit(span)}, ${day}::timestamp)::date`;

/** The first day of the month before: the earliest that is counted, also where the week began in it. */
const monthBefore = (day: string) => sql<string>`(date_trunc('month', ${day}::timestamp) - interval '1 month')::date`;

const MeineZahlen = z.object({
  heute: z.number(),
  woche: z.number(),
  monat: z.number(),
  vormonat: z.number(),
  entwuerfe: z.number(),
  nochKeine: z.boolean(),
});

/**
 * What the first page says of one's own contacts, in the one statement that asks all rooms: today, since Monday, this and last month,
 * and how many are begun.
 */
export const beratungTag = {
  recht: "beratung.schreiben",
  // Not `exists`: PostgreSQL expects to find one soon and reads the whole table where there is none.
  json: (actor: Pick<Actor, "kontoId">, day = today()) => sql<unknown>`select json_build_object(
    'heute', count(*) filter (where am = ${day}::date), 'woche', count(*) filter (where am >= ${since("week", day)}),
    'monat', count(*) filter (where am >= ${since("month", day)}),
    'vormonat', count(*) filter (where am < ${since("month", day)}), 'entwuerfe', ${draftCount(actor, FORMULAR)},
    'nochKeine', (select true from kim.beratung where konto_id = ${actor.kontoId}::uuid
      order by am desc, id desc limit 1) is null)
    from kim.beratung where konto_id = ${actor.kontoId}::uuid and not zurueckgezogen
      and am >= ${monthBefore(day)} and am <= ${day}::date`,
  liest: (json: unknown) => MeineZahlen.parse(json),
} as const;
