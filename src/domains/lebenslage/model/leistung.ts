import { z } from "zod";
import { code, optionalCode, optionalDay } from "../../../platform/fields.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { IN_ORDER, ZEIT, inOrder, notiz } from "./felder.ts";

/** A benefit, from its application to its end; with the one before it where one regime follows another. */
export const LeistungEingabe = z
  .object({
    art: code("Wählen Sie die Leistung."),
    beantragt_am: optionalDay("Geben Sie an, wann sie beantragt wurde.", "back"),
    ...ZEIT,
    vorher: optionalCode("Wählen Sie die Leistung davor."),
    vorher_bis: optionalDay("Geben Sie an, bis wann die Leistung davor gezahlt wurde."),
    unterlagen: notiz,
  })
  .refine(inOrder, IN_ORDER)
  .refine(({ vorher, vorher_bis: bis }) => vorher !== null || bis === null, {
    path: ["vorher"],
    message: "Wählen Sie, welche Leistung davor gezahlt wurde.",
  });
export type LeistungEingabe = z.output<typeof LeistungEingabe>;

const DAY_MS = 86_400_000;

/** Days from one day to another, both ISO. */
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

type Zeiten = Pick<LeistungEingabe, "beantragt_am" | "von" | "bis" | "vorher_bis">;

/** Days from the application to the first payment, or up to today; undefined where it was not applied for, or never paid. */
export function wartezeit({ beantragt_am: beantragt, von, bis }: Zeiten, heute: string): number | undefined {
  if (beantragt === null || (von === null && bis !== null)) return undefined;
  return Math.max(0, daysBetween(beantragt, von ?? heute));
}

/** Whole days between the last payment before and the first one after, or up to today: nothing to live on. */
export function luecke({ von, bis, vorher_bis: vorher }: Zeiten, heute: string): number | undefined {
  if (vorher === null || (von === null && bis !== null)) return undefined;
  return Math.max(0, daysBetween(vorher, von ?? heute) - 1);
}

/** A month without an answer is worth a question. */
const LONG = 30;

/** What cannot wait about a benefit; undefined where money comes, or nobody waits for any. */
export function leistungDringend(leistung: Zeiten, name: string, heute: string): string | undefined {
  if (leistung.von !== null || leistung.bis !== null) return undefined;
  const ohne = luecke(leistung, heute) ?? 0;
  if (ohne > 0) return `Seit ${anzahl(ohne, "Tag", "Tagen")} ohne Zahlung: ${name}`;
  const wartet = wartezeit(leistung, heute) ?? 0;
  if (wartet < LONG) return undefined;
  return `${name}: beantragt am ${tagText(leistung.beantragt_am ?? "")}, noch keine Zahlung`;
}
