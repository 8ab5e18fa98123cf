import type { Case } from "./auswahl-art.ts";

/** What a release keeps of lists. */
export const FREIGABE_CASES: readonly Case[] = [
  {
    column: "kim.freigabe_akte.an_traeger_id",
    name: "an",
    label: "Wer soll übernehmen?",
    value: ({ traeger }) => traeger,
    word: () => "Musterwerk",
    form: ({ ids }) => `/personen/${ids.person}/freigaben/neu?art=traeger`,
    action: ({ ids }) => `/personen/${ids.person}/freigaben/neu`,
    more: () => ({ art: "traeger", anliegen: "Sucht einen Kurs" }),
  },
];
