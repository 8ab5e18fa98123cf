import { z } from "zod";
import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import type { Eintrag } from "../model/eintrag.ts";
import { asShown, serien } from "./sprechstunden.ts";
import { termineAn, zusammen } from "./woche.ts";

/** Bytes as PostgreSQL writes them in JSON. */
const bytes = z.string().transform((text) => Buffer.from(text.slice(2), "hex"));
const text = z.string().nullable();

const Gelesen = z.object({
  termine: z.array(
    z.object({
      kreis: z.string(),
      id: z.string(),
      konto_id: z.string(),
      person_id: text,
      betreff: bytes.nullable(),
      tag: z.string(),
      beginn: z.number(),
      dauer: z.number(),
      raum: text,
      standort_id: text,
      stand: z.string(),
      version: z.number(),
      standort: text,
      sprache: text,
      verstaendigung: text,
    }),
  ),
  sprechstunden: z.array(
    z.object({
      id: z.string(),
      konto_id: z.string(),
      standort_id: z.string(),
      raum: text,
      rhythmus: z.string(),
      wochentag: z.number(),
      woche: z.number().nullable(),
      beginn: z.number(),
      ende: z.number(),
      ab: z.string(),
      bis: text,
      version: z.number(),
      standort: z.string(),
      ausnahmen: z.array(z.string()),
    }),
  ),
});

/** One day (ISO) of one's own calendar, for the one statement of the first page; a second one opens the names of whoever comes. */
export const kalenderTag = {
  json: (tx: Tx, { kontoId }: Pick<Actor, "kontoId">, tag: string) => sql`select json_build_object(
    'termine', (select coalesce(json_agg(t), '[]') from ${termineAn(tx, [kontoId], [tag, tag])} t),
    'sprechstunden', (select coalesce(json_agg(s), '[]') from ${serien(tx, [kontoId])} s))`,
  liest: (tx: Tx, actor: Actor, tag: string, json: unknown): Promise<Eintrag[]> => {
    const { termine, sprechstunden } = Gelesen.parse(json);
    return zusammen(tx, actor, termine, sprechstunden.map(asShown), [tag, tag]);
  },
} as const;
