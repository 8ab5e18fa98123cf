import { readFileSync } from "node:fs";

/** Fira Sans as TrueType, the look of the program, in the two weights of a paper: Typst reads no woff2, all that KERN has. */
export const fontFiles = (): Buffer[] =>
  [
    import.meta.resolve("@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf"),
    import.meta.resolve("@expo-google-fonts/fira-sans/600SemiBold/FiraSans_600SemiBold.ttf"),
  ].map((url) => readFileSync(new URL(url)));
