import { z } from "zod";
import { ERGEBNIS } from "./beschluss.ts";

const Stimmen = z.object({ ja: z.number(), nein: z.number(), enthaltung: z.number() }).readonly();

/** How many voices there are, and how many of them are there. */
const Da = z.object({ alle: z.number(), da: z.number() }).readonly();

const Punkt = z
  .object({
    titel: z.string(),
    notiz: z.string().nullable(),
    vertagt: z.boolean().default(false),
    beschluesse: z
      .array(
        z
          .object({
            nummer: z.string(),
            wortlaut: z.string(),
            ergebnis: z.enum(ERGEBNIS),
            stimmen: Stimmen.nullable(),
            // Minutes of before kept neither this, nor what was put off, nor who left.
            da: Da.nullable().default(null),
          })
          .readonly(),
      )
      .readonly(),
    auftraege: z
      .array(
        z
          .object({
            was: z.string(),
            mitgliedId: z.string().nullable(),
            stelle: z.string().nullable(),
            bis: z.string(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type Punkt = z.output<typeof Punkt>;

/** Minutes as they stand: what was said to each point, what was decided, who does what. Members by reference, days ISO. */
export const Protokoll = z
  .object({
    gremium: z.string(),
    tag: z.string(),
    beginn: z.number(),
    ende: z.number(),
    ort: z.string(),
    anwesend: z.array(z.string()).readonly(),
    entschuldigt: z.array(z.string()).readonly(),
    /** Who left before the end, and when: minutes since midnight by member. */
    gegangen: z.record(z.string(), z.number()).default({}),
    /** Null: the body has no rule. */
    stimmen: Da.nullable(),
    beschlussfaehig: z.boolean().nullable(),
    punkte: z.array(Punkt).readonly(),
  })
  .readonly();
export type Protokoll = z.output<typeof Protokoll>;
