import { tagText } from "../../../platform/span.ts";
import { anzahl as zahlwort } from "../../../platform/words.ts";

const DAY_MONTH = new Intl.DateTimeFormat("de-DE", { timeZone: "UTC", day: "numeric", month: "long" });
// A list has fifty days, and `Intl` takes a while for each.
const WEEKDAYS = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"] as const;
const CLOCK = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", hour: "2-digit", minute: "2-digit" });

const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** "20. November" of an ISO day. */
export const tagUndMonat = (day: string): string => DAY_MONTH.format(at(day));

/** "Fr, 20.11.2026" of an ISO day. */
export const wochentag = (day: string): string => `${WEEKDAYS[at(day).getUTCDay()]}, ${tagText(day)}`;

/** "10:42" in Germany of an instant. */
export const uhrzeit = (instant: Date): string => CLOCK.format(instant);

/** "3 Beratungen · 95 Minuten". */
export const summe = ({ anzahl, minuten }: { readonly anzahl: number; readonly minuten: number }): string =>
  `${zahlwort(anzahl, "Beratung", "Beratungen")} · ${zahlwort(minuten, "Minute", "Minuten")}`;

/** Words of the stages in a choice of three; the list's own are longer. */
export const STUFE_KURZ: Readonly<Record<string, string>> = {
  "0": "Fachanfrage",
  "1": "anonyme Beratung",
  "2": "mit Person",
};

/** Reasons that are mostly meant, each with the key that chooses it; others are typed. */
export const GRUENDE = {
  korrektur: [
    { value: "verschrieben", label: "verschrieben", key: "v" },
    { value: "nachgetragen", label: "nachgetragen", key: "n" },
  ],
  rueckzug: [
    { value: "doppelt erfasst", label: "doppelt erfasst", key: "d" },
    { value: "gab es nicht", label: "gab es nicht", key: "g" },
  ],
  aufhebung: [{ value: "irrtümlich zurückgezogen", label: "irrtümlich zurückgezogen", key: "i" }],
} as const;

export const HINWEIS_NOTIZ = {
  anonym: "Nur, was für die Beratung nötig ist. Keine Namen – diese Beratung ist anonym.",
  person: "Nur, was für die Beratung nötig ist. Wird verschlüsselt gespeichert.",
} as const;
