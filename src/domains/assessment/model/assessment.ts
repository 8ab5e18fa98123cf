import { z } from "zod";
import { day, optional, optionalLine } from "../../../platform/fields.ts";

const MOST_TEXT = 2000;

/** The scale, from both ends; between them only figures. 0 needs help most, 10 needs none. */
export const SKALA = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;
const ENDEN: Readonly<Record<string, string>> = { "0": "0 – sehr schlecht", "10": "10 – sehr gut" };

export const skalaText = (skala: string): string => ENDEN[skala] ?? skala;

/** What is written about an area, in the order in which it is talked about. */
export const TEXTE = ["lage", "ressourcen", "bedarf", "wunsch"] as const;
export type Text = (typeof TEXTE)[number];

export const TEXT_WORT: Readonly<Record<Text, string>> = {
  lage: "Wie ist es jetzt?",
  ressourcen: "Was ist da und hilft?",
  bedarf: "Was wird gebraucht?",
  wunsch: "Was wünscht sich die Person?",
};

/** The day of an assessment: a new one, or one that is put right. */
export const AssessmentTag = z.object({ am: day("Geben Sie den Tag des Assessments an.", "back") });
export type AssessmentTag = z.output<typeof AssessmentTag>;

/** One area as it is sent. Whatever is empty is left out. */
export const Einschaetzung = z.object({
  am: day("Geben Sie an, an welchem Tag Sie darüber gesprochen haben.", "back"),
  skala: optional(z.enum(SKALA, "Wählen Sie eine Zahl von 0 bis 10.").transform(Number)),
  lage: optionalLine(MOST_TEXT),
  ressourcen: optionalLine(MOST_TEXT),
  bedarf: optionalLine(MOST_TEXT),
  wunsch: optionalLine(MOST_TEXT),
  /** To go on with the next area that is still empty. */
  weiter: optional(z.literal("naechster")),
});
export type Einschaetzung = z.output<typeof Einschaetzung>;

/** What an area says. Days are ISO. */
export type Stand = Readonly<Record<Text, string | null>> & {
  readonly am: string | null;
  readonly skala: number | null;
};

/** Whether nothing was said about an area: it is left out. */
export const isLeer = (stand: Pick<Stand, "skala" | Text>): boolean =>
  stand.skala === null && TEXTE.every((text) => stand[text] === null);
