import { z } from "zod";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { STUFEN } from "./beratung.ts";

const code = z.string().regex(/^[\w+-]{1,40}$/);

/** What stands in the address of the list. Everything may be missing; what does not fit counts as missing. */
export const Filter = z.object({
  von: z.iso.date().optional(),
  bis: z.iso.date().optional(),
  thema: code.optional(),
  stufe: z.enum(STUFEN).optional(),
  kommune: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  sprache: code.optional(),
  neuzuweisung: z.enum(["ja", "nein"]).optional(),
  zurueckgezogene: z.literal("ja").optional(),
});
export type Filter = z.output<typeof Filter>;

/** The filter and where the page begins. */
export const Listenadresse = Filter.extend({ aelter: placeInAddress.optional(), neuer: placeInAddress.optional() });
export type Listenadresse = z.output<typeof Listenadresse>;

/** The address of a page of the list with this filter. */
export function adresse(filter: Filter, page: { readonly aelter?: Place; readonly neuer?: Place } = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(Filter.parse(filter))) if (value !== undefined) query.set(name, value);
  for (const [name, at] of Object.entries(page)) query.set(name, `${at.am}.${at.id}`);
  const text = query.toString();
  return text === "" ? "/beratungen" : `/beratungen?${text}`;
}

/** Whether anything is filtered. */
export const istGefiltert = (filter: Filter): boolean =>
  Object.values(Filter.parse(filter)).some((v) => v !== undefined);
