import { z } from "zod";
import { day } from "../../../platform/fields.ts";
import type { Values } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { STUFEN } from "./beratung.ts";

const code = z.string().regex(/^[\w+-]{1,40}$/);

/** What the list can be sorted by besides the day; a minus in front turns it round. Themes cannot: there are several. */
export const SPALTEN = ["stufe", "ergebnis", "sprache", "kommune", "personen", "dauer"] as const;
export type Spalte = (typeof SPALTEN)[number];
const turned = SPALTEN.map((spalte) => `-${spalte}` as const);
const Sortierung = z.enum([...SPALTEN, ...turned, "am"]);
export type Sortierung = z.output<typeof Sortierung>;

/** The column of a sorting and whether its largest comes first; no column is the day, the newest first. */
export function spalteDer(nach: Sortierung | undefined): {
  readonly spalte: Spalte | "am";
  readonly abwaerts: boolean;
} {
  const spalte = SPALTEN.find((one) => nach === one || nach === `-${one}`);
  return { spalte: spalte ?? "am", abwaerts: nach === undefined || nach.startsWith("-") };
}

const seit = day(undefined, "back").optional();

/** What stands in the address of the list. Everything may be missing. */
const Felder = z.object({
  von: seit,
  bis: seit,
  thema: code.optional(),
  stufe: z.enum(STUFEN).optional(),
  kommune: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  sprache: code.optional(),
  neuzuweisung: z.enum(["ja", "nein"]).optional(),
  zurueckgezogene: z.literal("ja").optional(),
  /** Whose: of somebody one stands in for, or of all of them and one's own; one's own where nothing is said. */
  wessen: z.union([z.literal("alle"), z.uuid()]).optional(),
  nach: Sortierung.optional(),
});

export const Filter = Felder.refine(({ von, bis }) => von === undefined || bis === undefined || von <= bis, {
  path: ["bis"],
  message: "„bis“ liegt vor „von“. Ändern Sie einen der beiden Tage.",
});
export type Filter = z.output<typeof Filter>;

/** The filter and where the page begins. */
export const Listenadresse = Filter.safeExtend({ aelter: placeInAddress.optional(), neuer: placeInAddress.optional() });
export type Listenadresse = z.output<typeof Listenadresse>;

const NAMES = Felder.keyof().options;

/** The address of a page of the list with this filter. */
export function adresse(filter: Filter, page: { readonly aelter?: Place; readonly neuer?: Place } = {}): string {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = filter[name];
    if (value !== undefined) query.set(name, value);
  }
  for (const [name, at] of Object.entries(page)) query.set(name, `${at.am}.${at.id}`);
  const text = query.toString();
  return text === "" ? "/beratungen" : `/beratungen?${text}`;
}

/** The filter as its fields show it. */
export const werteDes = (filter: Filter): Values =>
  Object.fromEntries(NAMES.filter((name) => filter[name] !== undefined).map((name) => [name, [filter[name] ?? ""]]));

/** Whether anything is filtered; another order hides nothing. */
export const istGefiltert = (filter: Filter): boolean => adresse({ ...filter, nach: undefined }) !== adresse({});
