/** Letters that only one of the languages in Latin or Cyrillic script has. */
const BUCHSTABEN: readonly (readonly [RegExp, string])[] = [
  [/[äöüßÄÖÜ]/u, "de"],
  [/[ąćęłńśźżĄĆĘŁŃŚŹŻ]/u, "pl"],
  [/[ğışĞİŞ]/u, "tr"],
  [/[ñ¿¡áéíóú]/u, "es"],
];

/**
 * In which language somebody wrote, as far as the letters tell: for the voice that reads it out, and for its direction. Latin letters
 * that tell nothing are German, which most is written in.
 * @param dokument the language of the copy: what could be it is taken for it
 */
export function schriftspracheOf(
  text: string,
  dokument: string,
): { readonly lang: string; readonly dir: "ltr" | "rtl" } {
  const first = /\p{L}/u.exec(text)?.[0] ?? "a";
  if (/\p{Script=Arabic}/u.test(first)) {
    const persisch = /[پچژگکی]/u.test(text);
    return { lang: dokument === "ar" || dokument === "fa" ? dokument : persisch ? "fa" : "ar", dir: "rtl" };
  }
  if (/\p{Script=Hebrew}/u.test(first)) return { lang: "he", dir: "rtl" };
  if (/\p{Script=Cyrillic}/u.test(first)) {
    const ukrainisch = /[іїєґІЇЄҐ]/u.test(text);
    return { lang: dokument === "ru" || dokument === "uk" ? dokument : ukrainisch ? "uk" : "ru", dir: "ltr" };
  }
  const known = BUCHSTABEN.filter(([letters]) => letters.test(text)).map(([, lang]) => lang);
  return { lang: known.includes(dokument) ? dokument : "de", dir: "ltr" };
}
