import { z } from "zod";

const text = z.string().nullable();
const Zugewiesen = z.object({
  vorname: z.string(),
  nachname: z.string(),
  geburtsdatum: text,
  staatsangehoerigkeit: text,
  sprache: text,
  kontakt: text,
  hinweis: text,
});

/** A household as a row that waits keeps it. */
export const WartenderHaushalt = z.object({
  menschen: z.array(Zugewiesen),
  anzahl: z.number(),
  nrs: z.array(z.number()),
  ags: text,
  unterkunft: text,
  ankunft: text,
});
export type WartenderHaushalt = z.output<typeof WartenderHaushalt>;

export const ZEILENGRUENDE = {
  doppelt: "steht schon in einem Stapel",
  unklar: "nicht zu verstehen",
} as const;
export type Zeilengrund = keyof typeof ZEILENGRUENDE;
export const ZEILENGRUND = ["doppelt", "unklar"] as const satisfies readonly Zeilengrund[];

/** A row of a list that nobody understood, taken in as somebody of whom only that is known. */
export const ausText = (nr: number, said: string): WartenderHaushalt => ({
  menschen: [
    {
      vorname: "",
      nachname: "",
      geburtsdatum: null,
      staatsangehoerigkeit: null,
      sprache: null,
      kontakt: null,
      hinweis: said,
    },
  ],
  anzahl: 1,
  nrs: [nr],
  ags: null,
  unterkunft: null,
  ankunft: null,
});
