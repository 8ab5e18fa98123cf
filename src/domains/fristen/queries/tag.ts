import type { Actor } from "../../../platform/actor.ts";
import { z } from "zod";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";

const Anzahlen = z.object({ ueberfaellig: z.number(), heute: z.number(), faellig: z.number() });

/** What the first page of somebody says of her Fristen, in the one statement that asks all rooms. */
export const fristTag = {
  recht: "fall.lesen",
  json: ({ kontoId }: Pick<Actor, "kontoId">) => sql`select json_build_object(
    'ueberfaellig', count(*) filter (where am < ${today()}::date), 'heute', count(*) filter (where am = ${today()}::date),
    'faellig', count(*) filter (where am > ${today()}::date and ab <= ${today()}::date))
    from kim.frist where konto_id = ${kontoId}::uuid and stand = 'offen'`,
  liest: (json: unknown) => Anzahlen.parse(json),
} as const;
