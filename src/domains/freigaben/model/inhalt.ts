import { z } from "zod";
import { KATEGORIE } from "../../einwilligungen/model/zwecke.ts";
import { ABSAGE } from "../../verweise/model/stand.ts";

/** One line of a file: what it is called, what it says, and which kind of data the person agreed to with it. */
export const Angabe = z.object({
  feld: z.string(),
  kategorie: z.enum(KATEGORIE),
  name: z.string(),
  wert: z.string(),
});
export type Angabe = z.output<typeof Angabe>;

/** What a new file begins with; only what was released is there. */
export const Anfang = z.object({
  vorname: z.string(),
  nachname: z.string(),
  geburtsdatum: z.string().nullable(),
  altersgruppe: z.string().nullable(),
  kommune: z.string().nullable(),
  staatsangehoerigkeit: z.string().nullable(),
  sprachen: z.array(z.string()),
});
export type Anfang = z.output<typeof Anfang>;

/** What is frozen in a copy. */
export const Inhalt = z.object({
  von: z.object({ name: z.string(), traeger: z.string() }),
  anliegen: z.string(),
  angaben: z.array(Angabe),
  worte: z.string().nullable(),
  anfang: Anfang.nullable(),
});
export type Inhalt = z.output<typeof Inhalt>;

/** What of an offer is seen before it is accepted: nobody's name. */
export const Vorschau = z.object({
  traeger: z.string(),
  bedarf: z.string(),
  kommune: z.string().nullable(),
  altersgruppe: z.string().nullable(),
  sprachen: z.array(z.string()),
});
export type Vorschau = z.output<typeof Vorschau>;

/** What somebody wrote at a step. Of a result the papers, and what was promised. */
export const Wort = z.object({
  text: z.string().nullable(),
  /** Why a place without an account says no. */
  absage: z.enum(ABSAGE).nullable().default(null),
  unterlagen: z.string().nullable(),
  zusage: z.string().nullable(),
});
export type Wort = z.output<typeof Wort>;

export const nurText = (text: string | null): Wort => ({ text, absage: null, unterlagen: null, zusage: null });
