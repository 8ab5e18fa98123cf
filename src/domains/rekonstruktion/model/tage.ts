/** A day, however it is written: "12.3.", "12. März", "2026-03-12". A month alone, or "nach 3 Wochen", tells nobody. */
const TAG =
  /(?<![\d.,§])(?:(?:0?[1-9]|[12]\d|3[01])\.\s?(?:(?:0?[1-9]|1[0-2])\.|(?:Jän|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{L}{0,6}(?!\p{L}))|\d{4}-\d\d-\d\d(?!\d)|(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])\/\d{2,4}(?!\d))/giu;

/** The days in a text, as they stand there. */
export const tageIn = (text: string): string[] => [...text.matchAll(TAG)].map(([found]) => found);

/** What is to be done about a day in a text; undefined where there is none. */
export function tagSatz(text: string): string | undefined {
  const [first] = tageIn(text);
  return first === undefined
    ? undefined
    : `„${first}“ ist ein Tag, und daran ist jemand zu erkennen. Schreiben Sie höchstens den Monat, oder „nach 3 Wochen“.`;
}
