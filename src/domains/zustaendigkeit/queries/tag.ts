import { z } from "zod";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { zahl } from "../../../platform/words.ts";

/** So long before it begins whoever is to stand in reads of it. */
const DAYS_AHEAD = 14;

const Einstehen = z.object({
  jetzt: z.number(),
  bis: z.iso.date().nullable(),
  bald: z.number(),
  ab: z.iso.date().nullable(),
});

/** For whom one stands in, now and soon: it opens files to somebody who may have been asked by nobody. For the first page. */
export const einstehenTag = {
  recht: "vertretung.eigene",
  json: ({ kontoId }: Pick<Actor, "kontoId">) => sql<unknown>`
    select json_build_object(
      'jetzt', count(*) filter (where von <= ${today()}::date), 'bis', min(bis) filter (where von <= ${today()}::date),
      'bald', count(*) filter (where von > ${today()}::date), 'ab', min(von) filter (where von > ${today()}::date))
    from kim.vertretung
    where durch = ${kontoId}::uuid and beendet_am is null and bis >= ${today()}::date
      and von <= ${daysFrom(today(), DAYS_AHEAD)}::date and (gegeben_von = vertreten or bestaetigt_von is not null)`,
  /** One sentence each. */
  liest: (json: unknown): readonly string[] => {
    const { jetzt, bis, bald, ab } = Einstehen.parse(json);
    const wen = (n: number) => (n === 1 ? "jemanden" : `${zahl(n)} Kolleg:innen`);
    return [
      ...(bis === null
        ? []
        : [`Sie vertreten heute ${wen(jetzt)}${jetzt === 1 ? `, bis ${tagText(bis)}` : ""}: Akten ansehen`]),
      ...(ab === null ? [] : [`Ab ${tagText(ab)} vertreten Sie ${wen(bald)}`]),
    ];
  },
} as const;
