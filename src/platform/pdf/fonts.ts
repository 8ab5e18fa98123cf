import { readFileSync } from "node:fs";

/**
 * Fira Sans as TrueType, the look of the program, in the two weights of a paper: Typst reads no woff2, all that KERN has. It has
 * the letters of every European language; Arabic and Persian come from Vazirmatn (fonts/OFL.txt), whose letters are one picture each, so that a reader finds every word.
 */
export const fontFiles = (): Buffer[] =>
  [
    import.meta.resolve("@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf"),
    import.meta.resolve("@expo-google-fonts/fira-sans/600SemiBold/FiraSans_600SemiBold.ttf"),
    new URL("fonts/Vazirmatn-Regular.ttf", import.meta.url).href,
    new URL("fonts/Vazirmatn-SemiBold.ttf", import.meta.url).href,
  ].map((url) => readFileSync(new URL(url)));
