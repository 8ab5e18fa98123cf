import { type FieldError, Refused } from "./form.ts";

/**
 * What is chosen from a list that changes over time – a code, a place, an employer, an account – and the one rule for all of
 * them:
 *  1. For something new only what is open is offered (`offered`), preselected (`preselected`) and accepted (`refuseClosed`).
 *  2. A record that is corrected keeps what it has, open or not: it is `kept`, offered with a mark.
 *  3. Whatever stands in a record keeps its name: lists, histories and filters take the whole list.
 */
export type Choice = { readonly value: string; readonly name: string; readonly open: boolean };

/** What a field offers: what is open, and what the record has already. */
export const offered = <C extends Choice>(list: readonly C[], kept: readonly string[] = []): C[] =>
  list.filter(({ value, open }) => open || kept.includes(value));

/** An entry as a field shows it; a closed one says so. */
export const optionOf = ({ value, name, open }: Choice): { readonly value: string; readonly label: string } => ({
  value,
  label: open ? name : `${name} (inaktiv)`,
});

/** What may be preselected of what was chosen before: no closed one. */
export const preselected = (list: readonly Choice[], before: readonly string[]): string[] =>
  before.filter((value) => list.some((one) => one.open && one.value === value));

/** A field that is chosen from a list. `label` is what it is called on the page, `name` how it is sent. */
export type ChoiceField = {
  readonly name: string;
  readonly label: string;
  readonly list: readonly Choice[];
  readonly chosen: readonly string[];
  /** What the record has that is being corrected. */
  readonly kept?: readonly (string | null | undefined)[];
};

/** What speaks against what was chosen, with the field that it is about; nothing where it may stay or is open. */
export function choiceProblems({ name, label, list, chosen, kept = [] }: ChoiceField): FieldError[] {
  const wrong = chosen.find((value) => !kept.includes(value) && preselected(list, [value]).length === 0);
  if (wrong === undefined) return [];
  const closed = list.find((one) => one.value === wrong);
  const message =
    closed === undefined
      ? `Bei „${label}“ gibt es diese Auswahl nicht. Wählen Sie einen Eintrag aus der Liste.`
      : `Bei „${label}“ steht „${closed.name}“ nicht mehr zur Auswahl. Wählen Sie dort etwas anderes.`;
  return [{ field: name, message }];
}

/** @throws Refused with a sentence for each field of which something closed or unknown was chosen */
export function refuseClosed(...fields: readonly ChoiceField[]): void {
  const problems = fields.flatMap(choiceProblems);
  if (problems.length > 0) throw new Refused(problems);
}
