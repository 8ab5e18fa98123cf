import { z } from "zod";
import { code, optionalDay } from "../../../platform/fields.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { IN_ORDER, ZEIT, inOrder, notiz, oneOf } from "./felder.ts";

export const JA_NEIN = ["ja", "nein"] as const;
export const BESCHAEFTIGUNG = { ja: "gestattet", erlaubnis: "nur mit Erlaubnis", nein: "nicht gestattet" } as const;
export const BESCHAEFTIGUNG_WORTE = ["ja", "erlaubnis", "nein"] as const;

/** A residence status for some time. There is no code for a stay without papers: "keine Angabe" says nothing. */
export const AufenthaltEingabe = z
  .object({
    status: code("Wählen Sie den Status."),
    ...ZEIT,
    gueltig_bis: optionalDay("Geben Sie an, bis wann der Titel gilt."),
    fiktion_bis: optionalDay("Geben Sie an, bis wann die Fiktionsbescheinigung gilt."),
    wohnsitzauflage: oneOf(JA_NEIN),
    beschaeftigung: oneOf(BESCHAEFTIGUNG_WORTE),
    notiz,
  })
  .refine(inOrder, IN_ORDER);
export type AufenthaltEingabe = z.output<typeof AufenthaltEingabe>;

/** So long before it runs out somebody has to ask for the next one (offices take weeks to give an appointment). */
export const DAYS_AHEAD = 90;

type Gueltig = Pick<AufenthaltEingabe, "gueltig_bis" | "fiktion_bis">;

/** The last day that a title, or the paper that stands for it meanwhile, is good for. */
export const giltBis = ({ gueltig_bis: titel, fiktion_bis: fiktion }: Gueltig): string | null =>
  [titel, fiktion]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;

/** What cannot wait about a title; undefined where there is time, or no last day. */
export function titelDringend(titel: Gueltig, heute: string): string | undefined {
  const bis = giltBis(titel);
  if (bis === null || bis > daysFrom(heute, DAYS_AHEAD)) return undefined;
  return bis < heute
    ? `Aufenthalt: eingetragen bis ${tagText(bis)}. Nach dem neuen Titel fragen.`
    : `Aufenthalt gilt bis ${tagText(bis)}: Verlängerung beantragen.`;
}
