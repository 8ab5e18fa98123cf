import type { Bedeutung, Personenart, Spalte } from "../erkennen/typen.ts";
import { PERSONENBEDEUTUNGEN } from "../erkennen/personenkopf.ts";
import type { Spaltenende } from "./zellenden.ts";

const w = (grund: string): Spaltenende => ({ ende: "w", grund });

const PERSON = new Set<Bedeutung>([
  "name",
  "vorname",
  "nachname",
  "geburtsdatum",
  "alter",
  "kommune",
  "herkunft",
  "sprache",
  "seit",
  "geschlecht",
  "telefon",
  "email",
]);
const FALL = new Set<Bedeutung>(["fallbeginn", "fallende", "phase", "abschlussgrund", "einwilligung"]);
/** Kept in the words of the list: what the case is about, and what its history says. */
const TEXT = new Set<Bedeutung>(["thema", "notiz", "beratend", "aktenzeichen"]);

const AM_FALL = "Das ist eine Angabe zu einem Fall. Ist jede Zeile ein Fall, wählen Sie das bei „Tabellen und Spalten“";

/** What only a list of persons or cases says of somebody. */
export const isPersonenangabe = (bedeutung: Bedeutung): boolean => PERSONENBEDEUTUNGEN.some((one) => one === bedeutung);

/** How the cells of a column end in a list of persons or cases. */
export function inPersonen({ bedeutung, kopf }: Spalte, art: Personenart): Spaltenende {
  if (PERSON.has(bedeutung)) return { ende: "a", grund: "" };
  if (FALL.has(bedeutung)) return art === "faelle" ? { ende: "a", grund: "" } : w(AM_FALL);
  if (TEXT.has(bedeutung)) return art === "faelle" ? { ende: "t", grund: "" } : w(OHNE_FALL[bedeutung] ?? AM_FALL);
  return w(`Spalte „${kopf}“ sagt etwas über eine Beratung, nicht über eine Person`);
}

const OHNE_FALL: Partial<Record<Bedeutung, string>> = {
  notiz: "Für Notizen zu einer Person ohne Fall gibt es kein Feld",
  beratend: "Wer berät, steht nicht an der Person",
};
