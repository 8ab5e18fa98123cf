import { spurenText } from "../../fallbesprechung/model/erkennbar.ts";
import { type Kennt, pruefe } from "../../luecken/model/pruefung.ts";
import type { Rekonstruktion, Station } from "./rekonstruktion.ts";

/** Every text of a reconstruction with where it stands. */
export const texteIn = (
  { frage, ausgangslage, ergebnis, befund }: Pick<Rekonstruktion, "frage" | "ausgangslage" | "ergebnis" | "befund">,
  stationen: readonly Station[],
): { readonly wo: string; readonly text: string }[] => [
  ...[frage, ausgangslage].flatMap((text) => (text === null ? [] : [{ wo: "Frage und Ausgangslage", text }])),
  ...stationen.flatMap(({ nr, wann, geschehen, handelnd, gebraucht, gelungen, bruchText, offen }) =>
    [wann, geschehen, handelnd, gebraucht, gelungen, bruchText, offen].flatMap((text) =>
      text === null ? [] : [{ wo: `Station ${nr}`, text }],
    ),
  ),
  ...[ergebnis, befund].flatMap((text) => (text === null ? [] : [{ wo: "Ergebnis", text }])),
];

/** Where somebody's names stand in what others wrote before her case came in, in a sentence; undefined where they do not. */
export function namenSatz(texte: ReturnType<typeof texteIn>, kennt: Kennt, am: string): string | undefined {
  for (const { wo, text } of texte) {
    const { sicher } = pruefe(text, kennt, am);
    if (sicher.length > 0)
      return `${wo}: ${spurenText(sicher)} Ändern Sie es zuerst, dann lässt sich der Fall dazunehmen.`;
  }
  return undefined;
}
