import { compareNames } from "../../../platform/words.ts";

/** Something of a list that can be named by typing: `kurz` is its word for narrow places, where it has one. */
type Nennbar = { readonly code: string; readonly name: string; readonly kurz?: string };

/** How often something of a list is used here. */
export type Gebrauch = ReadonlyMap<string, number>;

const plain = (text: string) => text.trim().toLocaleLowerCase("de");

/** What was meant by a typed word: exactly, else by a beginning, else by a part. Several where it does not tell. */
function gemeint<N extends Nennbar>(typed: string, list: readonly N[]): { anfang: boolean; found: N[] } {
  const wanted = plain(typed);
  const words = (k: N) => [plain(k.name), plain(k.kurz ?? k.name)];
  const genau = list.filter((k) => words(k).includes(wanted));
  if (genau.length > 0) return { anfang: true, found: genau };
  const anfang = list.filter((k) => words(k).some((w) => w.startsWith(wanted)));
  if (anfang.length > 0) return { anfang: true, found: anfang };
  return { anfang: false, found: list.filter((k) => words(k).some((w) => w.includes(wanted))) };
}

/** A list with what is used most here first; what is used equally stays in its order. */
export const nachGebrauch = <N extends Nennbar>(list: readonly N[], gebrauch: Gebrauch): N[] =>
  list.toSorted((a, b) => (gebrauch.get(b.code) ?? 0) - (gebrauch.get(a.code) ?? 0));

/** What may be meant by a typed word that the list does not tell apart, for choosing. */
export const passende = <N extends Nennbar>(typed: string, list: readonly N[]): N[] =>
  gemeint(typed, list).found.toSorted((a, b) => compareNames(a.name, b.name));

/**
 * The code that was typed by name: exactly, by a beginning, or by a part that only one has. With `gebrauch` a beginning means
 * what is used most here, else what stands first in the list: "ar" is Arabisch; others are meant by typing on. Otherwise a
 * sentence what to do. A list of 200 options in each row would be most of a page's weight.
 */
export function kodeVon(
  typed: string,
  list: readonly Nennbar[],
  gebrauch?: Gebrauch,
): { code: string } | { problem: string; mehrere: boolean } {
  const { found, anfang } = gemeint(typed, list);
  const [only, second] = gebrauch !== undefined && anfang ? nachGebrauch(found, gebrauch).slice(0, 1) : found;
  if (only === undefined)
    return { problem: `„${typed.trim()}“ steht nicht in der Liste. Lassen Sie das Feld sonst leer.`, mehrere: false };
  if (second === undefined) return { code: only.code };
  const names = found.slice(0, 4).map((k) => k.name);
  return { problem: `Schreiben Sie es aus: ${names.join(", ")}${found.length > 4 ? " …" : ""}.`, mehrere: true };
}
