import { isoTag, monatVon } from "./monate.ts";
import { type Tagesspanne, monatsZeitraum } from "./zeitraum.ts";

/** Months that are counted from the beginning of something. */
const KOPF =
  /(?:projekt|laufzeit|förder|kurs|programm|vertrags|maßnahme[n]?|arbeits)-?\s?monat|monat (?:der|des|seit)|^monat nr/iu;
const ZELLE =
  /^(?:projekt-?\s?|förder-?\s?|laufzeit-?\s?)?(?:monat|mon\.?|pm|m)\s*(\d{1,2})$|^(\d{1,2})\.\s?(?:projekt-?)?monat$/iu;

/** “Projektstart: 01.04.2023”, “Förderbeginn April 2023”, “Laufzeit 04/2023 – 03/2025”, “Monat 1 = April 2023”. */
const BEGINN =
  /(?:(?:projekt|förder|foerder|maßnahme[n]?|programm|vertrags)-?\s?(?:start|beginn|laufzeit|zeitraum|anfang)|laufzeit(?:beginn)?|(?:projekt|förderung|maßnahme|programm) (?:ab|seit)|(?:projekt-?)?monat 1|1\.\s?(?:projekt-?)?monat)(?![\p{L}\d])\s*(?:=|:|ist|war|am|ab|seit|vom|im|\s)*\s*(?:(\d{1,2})\.\s?)?(?:(\d{1,2})\s?[./]|(\p{L}{3,10})\.?)\s?(20\d\d)/iu;

/** The first month of a project that a text tells; null for any other text. */
export function projektbeginn(text: string): string | null {
  if (text.length > 300) return null;
  const [, tag, zahl, wort = "", jahr] = BEGINN.exec(text) ?? [];
  const monat = zahl === undefined ? monatVon(wort) : Number(zahl);
  if (jahr === undefined || monat === undefined || monat < 1 || monat > 12) return null;
  // A project that begins within a month has no month of its own at first.
  return tag !== undefined && Number(tag) !== 1 ? null : isoTag(Number(jahr), monat, 1).slice(0, 7);
}

/** Which month of a project a cell is; undefined for any other. `kopf`: what its column is called. */
export function projektmonat(kopf: string, text: string): number | undefined {
  const [, behind, before] = ZELLE.exec(text) ?? [];
  const plain = KOPF.test(kopf) ? /^(\d{1,2})\.?$/u.exec(text)?.[1] : undefined;
  const n = Number(behind ?? before ?? plain);
  return n >= 1 ? n : undefined;
}

/** The days of that month. */
export function tageDesProjektmonats(beginn: string, n: number): Tagesspanne {
  const at = Number(beginn.slice(5, 7)) - 1 + n - 1;
  return monatsZeitraum(Number(beginn.slice(0, 4)) + Math.floor(at / 12), (at % 12) + 1);
}
