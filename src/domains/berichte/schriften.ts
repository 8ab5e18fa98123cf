import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const FIRA_SANS = "@expo-google-fonts/fira-sans";
const CUTS = ["400Regular/FiraSans_400Regular.ttf", "600SemiBold/FiraSans_600SemiBold.ttf"];

/**
 * Fira Sans as TrueType, the look of the program: Typst reads no woff2, which is all that KERN has of it. Where the package
 * is not installed, papers are set in the font that Typst brings along.
 */
export function fontFiles(): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  try {
    return CUTS.map((cut) => readFileSync(resolve(`${FIRA_SANS}/${cut}`)));
  } catch {
    return [];
  }
}
