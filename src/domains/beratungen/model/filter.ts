import { z } from "zod";
import { UUID } from "../../../platform/id.ts";
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

/** A place in the list: day and id of a row. The list goes on behind it (`aelter`) or before it (`neuer`). */
export type Marke = { readonly am: string; readonly id: string };

const MARKE = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})\\.(${UUID})$`);
const marke = z
  .string()
  .regex(MARKE)
  .transform((text): Marke => {
    const [, am = "", id = ""] = MARKE.exec(text) ?? [];
    return { am, id };
  });

/** The filter and where the page begins. */
export const Listenadresse = Filter.extend({ aelter: marke.optional(), neuer: marke.optional() });
export type Listenadresse = z.output<typeof Listenadresse>;

/** The address of a page of the list with this filter. */
export function adresse(filter: Filter, page: { readonly aelter?: Marke; readonly neuer?: Marke } = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(Filter.parse(filter))) if (value !== undefined) query.set(name, value);
  for (const [name, at] of Object.entries(page)) query.set(name, `${at.am}.${at.id}`);
  const text = query.toString();
  return text === "" ? "/beratungen" : `/beratungen?${text}`;
}

/** Whether anything is filtered. */
export const istGefiltert = (filter: Filter): boolean =>
  Object.values(Filter.parse(filter)).some((v) => v !== undefined);
