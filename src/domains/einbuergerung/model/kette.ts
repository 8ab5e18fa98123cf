import { daysFrom } from "../../../platform/span.ts";
import { type Tatsachen, gilt } from "./tatsachen.ts";

/** An unbroken time with statuses that count, up to a day. */
export type Kette = {
  /** Its first day; null where its first status has none. */
  readonly von: string | null;
};

/** The statuses of a day, the last begun first; "keine Angabe" says nothing. */
export const statusAm = ({ aufenthalte }: Tatsachen, tag: string): string[] =>
  aufenthalte
    .filter((one) => one.status !== "keine_angabe" && gilt(one, tag))
    .toSorted((a, b) => ((a.von ?? "") > (b.von ?? "") ? -1 : 1))
    .map(({ status }) => status);

/**
 * The unbroken time before a day, on it included: each status begins no later than the day after the one before it ended. Undefined
 * where none that counts holds on the day itself.
 */
export function kette({ aufenthalte }: Tatsachen, zaehlt: readonly string[], tag: string): Kette | undefined {
  const counting = aufenthalte.filter(({ status }) => zaehlt.includes(status));
  let from: string | null | undefined;
  for (let at = tag; ;) {
    const here = counting.filter((one) => gilt(one, at));
    if (here.length === 0) break;
    if (here.some(({ von }) => von === null)) {
      from = null;
      break;
    }
    const first = here.map(({ von }) => von ?? at).toSorted()[0] ?? at;
    from = first;
    at = daysFrom(first, -1);
  }
  return from === undefined ? undefined : { von: from };
}
