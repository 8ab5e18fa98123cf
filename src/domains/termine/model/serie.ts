import { daysFrom } from "../../../platform/span.ts";

/** On which days something comes again. Days are ISO; `wochentag` 1 is Monday; `woche` is the how-manieth of the month, -1 the last. */
export type Serie = {
  readonly rhythmus: "woche" | "zwei_wochen" | "monat";
  readonly wochentag: number;
  readonly woche: number | null;
  readonly ab: string;
  readonly bis: string | null;
};

/** 1 is Monday. */
export const wochentagOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The Monday of the week of a day. */
export const montagOf = (day: string): string => daysFrom(day, 1 - wochentagOf(day));

/** The how-manieth such weekday of its month a day is; whether it is the last one. */
function inMonth(day: string): { readonly n: number; readonly last: boolean } {
  const n = Math.ceil(Number(day.slice(8)) / 7);
  return { n, last: daysFrom(day, 7).slice(0, 7) !== day.slice(0, 7) };
}

/** Every day of a series in a span, both ends included. */
export function tageDer(serie: Serie, von: string, bis: string): string[] {
  const first = daysFrom(serie.ab, (serie.wochentag - wochentagOf(serie.ab) + 7) % 7);
  const end = serie.bis !== null && serie.bis < bis ? serie.bis : bis;
  const step = serie.rhythmus === "zwei_wochen" ? 14 : 7;
  const behind = Math.max(0, Math.ceil((Date.parse(von) - Date.parse(first)) / (step * 86_400_000)));
  const days: string[] = [];
  for (let day = daysFrom(first, behind * step); day <= end; day = daysFrom(day, step)) {
    const { n, last } = inMonth(day);
    if (serie.rhythmus !== "monat" || (serie.woche === -1 ? last : serie.woche === n)) days.push(day);
  }
  return days;
}

const NAMES = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
export const wochentagName = (wochentag: number): string => NAMES[wochentag - 1] ?? "";

const WOCHE: Readonly<Record<string, string>> = {
  "1": "am ersten",
  "2": "am zweiten",
  "3": "am dritten",
  "4": "am vierten",
  "-1": "am letzten",
};

/** "jeden Dienstag", "am letzten Donnerstag im Monat" */
export function serieText({ rhythmus, wochentag, woche }: Serie): string {
  const name = wochentagName(wochentag);
  if (rhythmus === "monat") return `${WOCHE[String(woche)] ?? ""} ${name} im Monat`;
  return rhythmus === "woche" ? `jeden ${name}` : `jeden zweiten ${name}`;
}
