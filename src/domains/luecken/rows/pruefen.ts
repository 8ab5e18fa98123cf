import { today } from "../../../platform/clock.ts";
import { type FieldError, Refused } from "../../../platform/form.ts";
import { type Kennt, NIEMAND, befundSatz, pruefe } from "../model/pruefung.ts";

const NOBODY: Kennt = { wer: NIEMAND, andere: [] };

/**
 * Looks through every text before everybody of the Kreis may read it.
 * @throws Refused with each field in which somebody can be recognised, and where
 */
export function refuseErkennbar(
  texts: Readonly<Record<string, string | null>>,
  keinName: boolean,
  kennt: Kennt = NOBODY,
): void {
  const problems = Object.entries(texts).flatMap(([field, text]): FieldError[] => {
    const message = text === null ? undefined : befundSatz(pruefe(text, kennt, today()), keinName);
    return message === undefined ? [] : [{ field, message }];
  });
  if (problems.length > 0) throw new Refused(problems);
}
