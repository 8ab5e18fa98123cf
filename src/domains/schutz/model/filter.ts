import { z } from "zod";
import { day } from "../../../platform/fields.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { daysFrom } from "../../../platform/span.ts";
import { GRUPPE } from "./ereignisse.ts";

const seit = day(undefined, "back").optional();

/** What stands in the address of the log. */
const Felder = z.object({
  von: seit,
  bis: seit,
  was: z.enum(GRUPPE).optional(),
  wer: z.guid().optional(),
  /** The record that it is all about. */
  zu: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .optional(),
});

export const Filter = Felder.refine(({ von, bis }) => von === undefined || bis === undefined || von <= bis, {
  path: ["bis"],
  message: "„bis“ liegt vor „von“. Ändern Sie einen der beiden Tage.",
});
export type Filter = z.output<typeof Filter>;

export const Adresse = Filter.safeExtend({ aelter: placeInAddress.optional(), neuer: placeInAddress.optional() });
export type Adresse = z.output<typeof Adresse>;

export const PATH = "/protokoll";

/** So many days are shown where nobody asked for others: enough for most questions, and not more than needed. */
const DAYS = 30;

/** The first day that is read: the one asked for, else some weeks ago; everything of one record. */
export const beginn = ({ von, bis, zu }: Filter, today: string): string | undefined =>
  von ?? (zu === undefined ? daysFrom(bis ?? today, -DAYS) : undefined);

/** The address of a page of the log. */
export function adresse(filter: Filter, page: { readonly aelter?: Place; readonly neuer?: Place } = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(Filter.parse(filter))) if (value !== undefined) query.set(name, value);
  for (const [name, at] of Object.entries(page)) query.set(name, `${at.am}.${at.id}`);
  const text = query.toString();
  return text === "" ? PATH : `${PATH}?${text}`;
}
