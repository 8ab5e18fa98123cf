import type { Baustein } from "./vorschlag.ts";

/** What the text blocks are called, as the headings of the paper say it. */
export const BAUSTEIN_NAMEN: Readonly<Record<Baustein, string>> = {
  vorbemerkung: "Vorbemerkung",
  personal: "Personelle Besetzung",
  beratung: "Arbeit des Case Managements",
  luecken: "Systemlücken und Projektgruppen",
  ausblick: "Ausblick",
};
