import { Refused, type Values } from "../../../platform/form.ts";
import { type PlanSchritt, type PlanZiel, SCHRITTE, type Wer } from "./plan.ts";

/** A step as it was typed; a new one has no `faden` yet. */
export type SchrittEingabe = Omit<PlanSchritt, "faden"> & { readonly faden: string | null };

const werOf = (typed: unknown): Wer => WERS.find((one) => one === typed) ?? "person";
const WERS = ["person", "beratung", "beide", "andere"] as const satisfies readonly Wer[];

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/**
 * The steps of a goal, in the order of their lines; an empty line is none.
 * @throws Refused at the line in which something is missing
 */
export function schritteIn(eingabe: Readonly<Record<string, unknown>>): SchrittEingabe[] {
  return SCHRITTE.flatMap((n): SchrittEingabe[] => {
    const field = (name: string) => textOf(eingabe[`${name}_${n}`]);
    const [was, werName, bis] = [field("was"), field("name"), field("bis")];
    const wer = werOf(field("wer"));
    if (was === null) {
      if (werName === null && bis === null) return [];
      throw new Refused(`Schreiben Sie im ${n}. Schritt, was zu tun ist, oder leeren Sie die Zeile.`, `was_${n}`);
    }
    if (wer === "andere" && werName === null) {
      throw new Refused(`Schreiben Sie im ${n}. Schritt, wer es tut.`, `name_${n}`);
    }
    return [{ faden: field("faden"), was, wer, werName: wer === "andere" ? werName : null, bis }];
  });
}

/** A goal as its form would be filled with it. */
export const zielValues = ({ ziel, handlungsfeld, schritte }: PlanZiel): Values => ({
  ziel: [ziel],
  handlungsfeld: [handlungsfeld],
  ...Object.fromEntries(
    schritte.flatMap(({ faden, was, wer, werName, bis }, i) => [
      [`faden_${i + 1}`, [faden]],
      [`was_${i + 1}`, [was]],
      [`wer_${i + 1}`, [wer]],
      [`name_${i + 1}`, werName === null ? [] : [werName]],
      [`bis_${i + 1}`, bis === null ? [] : [bis]],
    ]),
  ),
});
