import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type FieldError, Refused } from "../../../platform/form.ts";
import { type Kennt, NIEMAND, befundSatz, pruefe } from "../model/pruefung.ts";
import { namenAnderer } from "../queries/herkunft.ts";

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

/** The same for a text about nobody, where whoever writes may have those in mind whom she counselled last. @throws Refused */
export async function refuseErkennbarVon(
  tx: Tx,
  actor: Actor,
  texts: Readonly<Record<string, string | null>>,
  keinName: boolean,
): Promise<void> {
  refuseErkennbar(texts, keinName, { wer: NIEMAND, andere: await namenAnderer(tx, actor) });
}
