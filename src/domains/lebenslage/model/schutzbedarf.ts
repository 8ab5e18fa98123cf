import { z } from "zod";
import { optionalLine } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { IN_ORDER, ZEIT, inOrder } from "./felder.ts";

/** Needs for which there are offers of their own. Nothing here says who is a danger to whom. */
export const SCHUTZ = {
  gewalt: "Schutz vor Gewalt",
  kindeswohl: "Kindeswohl",
  uma: "unbegleitet minderjährig eingereist",
  lsbti: "LSBTI",
  behinderung: "Behinderung",
  anderer: "anderer Bedarf",
} as const;
export const SCHUTZ_WORTE = ["gewalt", "kindeswohl", "uma", "lsbti", "behinderung", "anderer"] as const;

const MOST = 1000;
const WORT = z.enum(SCHUTZ_WORTE);

export const SchutzEingabe = z
  .object({
    arten: several(WORT),
    ...ZEIT,
    hinweis: optionalLine(MOST),
  })
  .refine(({ arten }) => arten.length > 0, { path: ["arten"], message: "Wählen Sie mindestens einen Bedarf." })
  .refine(inOrder, IN_ORDER);
export type SchutzEingabe = z.output<typeof SchutzEingabe>;

const TAG = z.iso.date().nullable();

/** The same as it lies sealed. */
export const SchutzGespeichert = z.object({
  arten: z.array(WORT),
  von: TAG,
  bis: TAG,
  hinweis: z.string().nullable(),
});
