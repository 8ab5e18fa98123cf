/**
 * Telephone numbers and e-mail addresses as they are compared: whoever writes +49, 0049, blanks or slashes means the same one. A number
 * of another country keeps its code. Whatever else somebody is reached by (a nickname, a relative) tells nobody from others.
 */

const MAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}/iu;
/** Begins as numbers do that are called from outside a town; a date does not go on for so long. */
const NUMBER = /(?<![\d\p{L}])(?:\+|00?)(?:[\s()/.\u2010-\u2015-]*\d){7,15}(?!\d)/u;
const LEAST_DIGITS = 8;
/** Longer than any of them. To look through more costs with the square of its length, and whoever types it waits for all others. */
const MOST = 320;
/** 1.1.1992, 01/01/1992, 01 01 1992: when somebody was born. */
const DATE = /^0?\d{1,2}[\s/.-]+\d{1,2}[\s/.-]+(?:\d{2}|\d{4})$/u;

function numberOf(text: string): string | undefined {
  const digits = text.replaceAll(/\D/gu, "");
  const national = text.trim().startsWith("+") ? `00${digits}` : digits;
  const plain = national.replace(/^0049\(?0?/u, "0");
  return plain.length < LEAST_DIGITS ? undefined : `telefon:${plain}`;
}

/** What is compared of a number or an address; undefined for what is neither. */
export function kontaktKennung(text: string): string | undefined {
  if (text.length > MOST) return undefined;
  const mail = MAIL.exec(text)?.[0];
  if (mail !== undefined) return `mail:${mail.toLowerCase()}`;
  return /^[+\d\s()/.\u2010-\u2015-]+$/u.test(text.trim()) ? numberOf(text) : undefined;
}

/** A number or an address in what was typed, and what is left of it. */
export function kontaktIn(text: string): { readonly kontakt: string | undefined; readonly rest: string } {
  const found = text.length > MOST ? undefined : (MAIL.exec(text)?.[0] ?? NUMBER.exec(text)?.[0]);
  if (found === undefined || DATE.test(found.trim())) return { kontakt: undefined, rest: text };
  return { kontakt: kontaktKennung(found), rest: text.replace(found, " ").trim() };
}

/** What kind of way it is, where nobody said: mobile numbers begin with 015, 016, 017. */
export function kontaktArt(text: string): "email" | "mobil" | "festnetz" {
  if (text.includes("@")) return "email";
  return /^telefon:01[5-7]/u.test(kontaktKennung(text) ?? "") ? "mobil" : "festnetz";
}

type Weg = { readonly art: string; readonly wert: string };

/** What a person may be known by; over whom she is reached is somebody else's. */
export const kennungenOf = (kontakte: readonly Weg[]): string[] => [
  ...new Set(kontakte.flatMap(({ art, wert }) => (art === "ueber" ? [] : (kontaktKennung(wert) ?? [])))),
];

/** Why two are alike, in words. */
export const kontaktGrund = (kennung: string): string =>
  kennung.startsWith("mail:") ? "gleiche E-Mail-Adresse" : "gleiche Telefonnummer";
