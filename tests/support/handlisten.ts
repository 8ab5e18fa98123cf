import { readFileSync } from "node:fs";
import { z } from "zod";

const counts = z.record(z.string(), z.number());

const Erwartet = z.object({
  dateien: z.record(
    z.string(),
    z.object({
      beratungen: z.number(),
      themen: counts,
      kommunen: counts,
      monate: counts.optional(),
      neuzuweisungen: z.number().default(0),
      fehlerhafte_zeilen: z.number().default(0),
      wiederholte_zeilen: z.number().default(0),
      summen: z.boolean().default(false),
    }),
  ),
  gesamt: z.object({ beratungen: z.number(), themen: counts }),
});

const FIXTURE = new URL("../../src/listen/fixtures/erwartet.json", import.meta.url);

/** The figures that the four lists of the teams give, counted by hand. */
export const erwartet = Erwartet.parse(JSON.parse(readFileSync(FIXTURE, "utf8")));
