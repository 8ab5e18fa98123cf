import { z } from "zod";
import { RICHTUNG } from "../../massnahmen/model/massnahme.ts";
import { LAGE } from "../../massnahmen/model/messung.ts";
import { VERDECKT } from "../../auswertung/model/zelle.ts";

const wert = z.union([z.number(), z.literal(VERDECKT)]).nullable();

/**
 * What became of gaps: frozen with the release as everything that a paper rests on. Null in papers of before this was told. Names and
 * states are part of it, so that it reads the same later. Days are ISO.
 */
export const Steuerung = z
  .object({
    /** The first and the last day that decisions are told of: from the end of the last paper. */
    von: z.iso.date(),
    bis: z.iso.date(),
    luecken: z.array(z.object({ handlungsfeld: z.string(), stand: z.string(), anzahl: z.number() })),
    beschluesse: z.array(
      z.object({
        nummer: z.string(),
        am: z.iso.date(),
        gremium: z.string(),
        wortlaut: z.string(),
        ergebnis: z.string(),
      }),
    ),
    /** Earlier decisions and what became of them by the last day, in words; in papers of before nothing. */
    frueher: z
      .array(z.object({ nummer: z.string(), am: z.iso.date(), wortlaut: z.string(), daraus: z.array(z.string()) }))
      .default([]),
    massnahmen: z.array(
      z.object({
        titel: z.string(),
        luecken: z.array(z.string()),
        verantwortlich: z.string(),
        stand: z.string(),
        seit: z.iso.date(),
        // Papers of before named neither the decision nor what was concluded.
        beschluss: z.string().nullable().default(null),
        urteil: z.string().nullable().default(null),
        indikatoren: z.array(
          z.object({
            name: z.string(),
            einheit: z.string(),
            anfang: wert,
            zuletzt: wert,
            ziel: z.number(),
            // Papers of before did not say which way is better, nor how far it came.
            richtung: z.enum(RICHTUNG).nullable().default(null),
            lage: z.enum(LAGE).nullable().default(null),
            laeuft: z.boolean().default(false),
            bis: z.iso.date(),
          }),
        ),
      }),
    ),
    gremien: z.array(z.object({ name: z.string(), art: z.string(), tage: z.array(z.iso.date()) })),
    auftraege: z.array(
      z.object({
        was: z.string(),
        wer: z.string(),
        faellig: z.iso.date(),
        gremium: z.string(),
        ueberfaellig: z.boolean(),
      }),
    ),
  })
  .nullable()
  .default(null);
export type Steuerung = NonNullable<z.output<typeof Steuerung>>;
