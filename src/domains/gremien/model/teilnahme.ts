import type { Values } from "../../../platform/form.ts";
import { readUhr, uhrText } from "../../termine/model/uhr.ts";
import type { Teilnahme } from "./eingabe.ts";

/** What the form says of answers, of who is there, and when who left; three fields a member. */
export const teilnahmeValues = (rows: readonly Teilnahme[]): Values =>
  Object.fromEntries(
    rows.flatMap(({ mitgliedId, antwort, anwesend, gegangenUm }) => [
      [`antwort_${mitgliedId}`, [antwort ?? ""]],
      [`da_${mitgliedId}`, anwesend === true ? ["ja"] : []],
      [`um_${mitgliedId}`, [gegangenUm === null ? "" : uhrText(gegangenUm)]],
    ]),
  );

/** Whether somebody was there, and until when, in words. */
export function anwesendText({ anwesend, gegangenUm }: Teilnahme): string {
  if (anwesend === null) return "–";
  if (!anwesend) return "nein";
  return gegangenUm === null ? "ja" : `bis ${uhrText(gegangenUm)} Uhr`;
}

/** When somebody left a meeting, as it was typed: minutes since midnight, null where nothing stands there, or what is wrong with it. */
export function gegangenUm(typed: string, beginn: number): number | null | { readonly satz: string } {
  if (typed.trim() === "") return null;
  const um = readUhr(typed);
  if (um === undefined) return { satz: "Schreiben Sie die Uhrzeit, zum Beispiel 10:40." };
  return um < beginn ? { satz: `Die Sitzung begann um ${uhrText(beginn)} Uhr. Prüfen Sie die Uhrzeit.` } : um;
}
