/** A winter lies in both years as a school year does. School and day-care years run from August to July (§ 7 SchulG NRW, § 26 KiBiz). */
const WORT =
  /schuljahr|kita-?jahr|kindergartenjahr|winter(?:halbjahr|semester|programm)?\b|saison|ann[ée]e scolaire|school year/iu;
const BOTH_YEARS = /(?<!\d)(20[0-4]\d)\s?[/–-]\s?(?:20)?(\d\d)(?!\d|[.-]\d)/u;

/** Whether a text speaks of school years. */
export const isSchuljahr = (text: string): boolean => WORT.test(text);

/** “2022/2023”, “2023/24”: two years, one after the other; null for anything else. */
export function doppeljahr(text: string): readonly [number, number] | null {
  const found = BOTH_YEARS.exec(text.replaceAll("_", " "));
  const first = Number(found?.[1]);
  return found !== null && (first + 1) % 100 === Number(found[2]) ? [first, first + 1] : null;
}

/** The first and last day of the school year that a text names, null where it names none. */
export function schuljahrVon(text: string) {
  const years = isSchuljahr(text) ? doppeljahr(text) : null;
  if (years === null) return null;
  return { von: { jahr: years[0], monat: 8, tag: 1 }, bis: { jahr: years[1], monat: 7, tag: 31 } };
}
