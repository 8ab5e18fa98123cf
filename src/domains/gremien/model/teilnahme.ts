import type { Values } from "../../../platform/form.ts";
import type { Teilnahme } from "./eingabe.ts";

/** What the form says of answers and of who is there, two fields a member. */
export const teilnahmeValues = (rows: readonly Teilnahme[]): Values =>
  Object.fromEntries(
    rows.flatMap(({ mitgliedId, antwort, anwesend }) => [
      [`antwort_${mitgliedId}`, [antwort ?? ""]],
      [`da_${mitgliedId}`, anwesend === true ? ["ja"] : []],
    ]),
  );
