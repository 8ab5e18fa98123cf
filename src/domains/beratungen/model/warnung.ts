/** What in a free text can tell who it is about. `nummer`: AZR, passport, social insurance, customer and file numbers. */
export type FundArt = "geburtsdatum" | "telefon" | "email" | "iban" | "nummer";

/**
 * One spot in the text; `stelle` counts UTF-16 units from its beginning, `end` is the first one after it. `name` says in
 * the accusative what it looks like, `text` is the spot itself and belongs on the writer's screen only; `satz` quotes
 * nothing and may stand in any message.
 */
export type Fund = {
  readonly art: FundArt;
  readonly stelle: { readonly start: number; readonly end: number };
  readonly name: string;
  readonly text: string;
  readonly satz: string;
};

const LOOKS_LIKE: Readonly<Record<FundArt, string>> = {
  geburtsdatum: "ein Geburtsdatum",
  telefon: "eine Telefonnummer",
  email: "eine E-Mail-Adresse",
  iban: "eine IBAN",
  nummer: "eine Ausweis- oder Aktennummer",
};

const sentence = (art: FundArt): string =>
  `Im Text steht etwas, das wie ${LOOKS_LIKE[art]} aussieht. Streichen Sie es, wenn die Beratung anonym bleiben soll.`;

const MONTHS = ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];
const MONTH_NAME = /(?:jän|jan|feb|mär|mar|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}{0,6}/iu.source;
const DAY = String.raw`(?<day>0?[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`(?<month>0?[1-9]|1[0-2])`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`;

/** Ways to write a whole date. Two digits of a year only between dots or slashes, as 1.2.85. */
const DATES = [
  String.raw`${DAY}(?<mark>[./-]) ?${MONTH}\k<mark> ?${YEAR}`,
  String.raw`${DAY}(?<mark>[./])${MONTH}\k<mark>(?<year>\d\d)`,
  String.raw`${YEAR}(?<mark>[./-])(?<month>0[1-9]|1[0-2])\k<mark>(?<day>0[1-9]|[12]\d|3[01])`,
  String.raw`(?<day>0[1-9]|[12]\d|3[01])(?<month>0[1-9]|1[0-2])${YEAR}`,
  String.raw`${DAY}\.? ?(?<name>${MONTH_NAME})\.? ?${YEAR}`,
].map((pattern) => new RegExp(String.raw`(?<![\d.,§])${pattern}(?!\d|,\d)`, "giu"));

/** Said to be of a birth: then the year alone, or a day without year, is enough. */
const BIRTHS = [
  /(?:\bgeb(?:oren|urtsdatum|urtstag|urtsjahr|\.?-?\s?dat(?:um|\.)?)?\b\.?|(?:^|\s)\*)(?:\s(?:ist|war|am|im|in|jahr))*[:\s]{0,3}(?=\d)(?<digits>\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})(?:\s?\d{2,4})?|(?:19|20)\d\d(?!\d))/giu,
  /\b(?:jahrgang|jg\.)\s?(?<digits>(?:19|20)?\d\d)\b/giu,
];

/**
 * In front of a date of these years, these words (or another date) say that it is a deadline, a letter or a meeting, not a birth. Small
 * words stand for themselves: names end in some of them (Mariam). A day of the week comes with a meeting.
 */
const OTHER_DATE = new RegExp(
  [
    String.raw`(?<!\p{L})(?:seit|bis|ab|vom|zum|von|am|den|gültig|stand|stichtag)[\s:.(]*$`,
    String.raw`(?:bescheid|termin|frist|einreise|eingereist|antrag|kurs|prüfung|zeitraum|datenstand)[\s:.(]*$`,
    String.raw`(?:sitzung|treffen|austausch|protokoll|beschluss|ausschuss|ausschusses|veranstaltung|(?:lenkungs|projekt|arbeits)gruppe)[\s:.(]*$`,
    String.raw`(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)[,\s]*$`,
    String.raw`\d ?[-–][\s:.(]*$`,
  ].join("|"),
  "iu",
);
const PERIOD_FOLLOWS = /^ ?(?:[-–]|bis) ?\d/iu;
const BIRTH_WORD = /(?:geb\p{L}*|\*)[\s:.(]*(?:am\s)?$/iu;
/** A birth is spoken of in the same breath: "geboren in Musterstadt am …", "am … geboren". No other number stands between. */
const BIRTH_BEFORE = /(?<!\p{L})(?:geb\.|geboren\p{L}*|geburt(?!surkunde)\p{L}*|zur welt)[^\d!?;\n]{0,40}$/iu;
const BIRTH_AFTER = /^[^\d.!?;\n]{0,30}?(?<!\p{L})(?:geb\.|geboren|zur welt)/iu;
const SURELY_BIRTH_YEARS = 10;

const EMAILS = [
  /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64} ?(?:@|\(at\)|\[at\]|\{at\}) ?[\p{L}\d-]+(?:(?:\.| ?(?:\(dot\)|\[dot\]|\(punkt\)|\[punkt\]) ?)[\p{L}\d-]+)*(?:\.| ?(?:\(dot\)|\[dot\]|\(punkt\)|\[punkt\]) ?)\p{L}{2,}/giu,
];

const IBANS = [/(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])/giu];

const GAP = String.raw`[ ()/.-]{0,3}`;
const PHONES = [
  // +49 …, +380 …
  new RegExp(String.raw`\+ ?[1-9](?:${GAP}\d){6,14}(?!\d)`, "gu"),
  // 0049 …, 02241 …, (0228) …, 0 22 41 / 13 …; a time or date (08.30–12.00) has its first mark after two digits.
  new RegExp(String.raw`(?<![\d.,:/-])0(?: ?\d){2,5}(?:${GAP}\d){4,12}(?!\d)`, "gu"),
  // A mobile number without its 0.
  /(?<![\d.,:/-])1[567]\d[ /-]?\d{3}(?:[ -]?\d){4,5}(?!\d)/gu,
  /\b(?:tel|telefon|handy|handynr|mobil|whatsapp|telegram|viber|fax|rufnummer|telefonnummer|handynummer)\b[.:\s]{1,3}(?:(?:nr\.?|nummer|ist|unter)[:\s]{1,2})*\+?\d(?:[ ()/.-]{0,3}\d){3,}/giu,
];

const NUMBERS = [
  // Social insurance: 12 010185 M 123.
  /(?<![\p{L}\d])\d{2} ?\d{6} ?\p{L} ?\d{3}(?![\p{L}\d])/gu,
  // Passports and residence permits: one or two letters, then digits.
  /(?<![\p{L}\d])[A-Z]{1,2} ?\d{6,9}(?![\p{L}\d])/gu,
  // AZR, customer and tax numbers.
  /(?<![\p{L}\d.,])\d(?: ?\d){8,}(?![\p{L}\d])/gu,
  /(?<!\p{L})(?:azr|aktenzeichen|az\.|kundennummer|kd\.-?nr|bg-?nummer|bg-?nr|pass(?:nummer|-?nr)|ausweis(?:nummer|-?nr)|versicherungsnummer|steuer-?id|nz-?nr)[.:\s-]{1,3}(?:(?:nr|nummer|ist)[.:\s]{1,2})*(?=[\p{L}\d./-]*\d{3})[\p{L}\d./-]+/giu,
];

/** Dashes, spaces and marks of Word, of telephones and of other keyboards, by what is meant: one sign for one, in UTF-16 units. */
const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D\u00AD]/gu, "-"],
  [/[\u00A0\u1680\u2000-\u200F\u202A-\u202F\u205F-\u2064\u2066-\u2069\u3000\uFEFF\t]/gu, " "],
  [/[\u2044\u2215\uFF0F]/gu, "/"],
  [/[\u2024\uFF0E\uFE52]/gu, "."],
  [/[\uFF0B\uFE62]/gu, "+"],
  [/[\uFF20\uFE6B]/gu, "@"],
  [/\uFF08/gu, "("],
  [/\uFF09/gu, ")"],
  [/\uFF1A/gu, ":"],
];

/** Digits as Arabic, Persian and full-width keyboards write them count as digits, and so on; positions stay the same. */
const folded = (text: string): string =>
  FOLDED.reduce((plain, [signs, sign]) => plain.replaceAll(signs, sign), text).replaceAll(/[٠-٩۰-۹０-９]/gu, (digit) =>
    String(((digit.codePointAt(0) ?? 0) & 0xf) % 10),
  );

/** So much of a text around a date says what it is a date of. */
const AROUND = 80;

/** Whether a whole date may be a birth: long past, or past and not said to be something else. */
function isBirth(match: RegExpExecArray, text: string, am: string): boolean {
  const { year = "", month, name, day = "" } = match.groups ?? {};
  const thisYear = Number(am.slice(0, 4));
  const short = Number(year) + (year.length > 2 ? 0 : Number(year) > thisYear % 100 ? 1900 : 2000);
  const named =
    MONTHS.indexOf(
      (name ?? "")
        .slice(0, 3)
        .toLowerCase()
        .replace("jän", "jan")
        .replace(/mar|mrz/, "mär"),
    ) + 1;
  const date = [short, Number(month ?? named), Number(day)].map((n) => String(n).padStart(2, "0")).join("-");
  const [from, end] = [match.index, match.index + match[0].length];
  const before = text.slice(Math.max(0, from - AROUND), from);
  const after = text.slice(end, end + AROUND);
  if (date > am) return false;
  if (BIRTH_WORD.test(before) || BIRTH_BEFORE.test(before) || BIRTH_AFTER.test(after)) return true;
  if (thisYear - short > SURELY_BIRTH_YEARS) return true;
  return !OTHER_DATE.test(before) && !PERIOD_FOLLOWS.test(after);
}

type Spot = { readonly art: FundArt; readonly start: number; readonly end: number };

const find = (
  art: FundArt,
  patterns: readonly RegExp[],
  text: string,
  accept: (m: RegExpExecArray) => boolean,
): Spot[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].filter(accept).map((m) => ({ art, start: m.index, end: m.index + m[0].length })),
  );

const digitsOf = (m: RegExpExecArray): number => m[0].replaceAll(/\D/g, "").length;
const always = () => true;

/**
 * Finds what identifies a person in a free text, in order of place and without overlaps. A help for the writer and no
 * proof of the contrary: names and stories are not found. `am` is the day of the consultation or today (ISO): a date
 * after it is no birth.
 */
export function findIdentifying(text: string, am: string): Fund[] {
  const plain = folded(text);
  const found = [
    ...find("email", EMAILS, plain, always),
    ...find("iban", IBANS, plain, (m) => digitsOf(m) >= 10),
    ...find("geburtsdatum", BIRTHS, plain, always),
    ...find("geburtsdatum", DATES, plain, (m) => isBirth(m, plain, am)),
    ...find("telefon", PHONES, plain, (m) => digitsOf(m) >= 6),
    ...find("nummer", NUMBERS, plain, always),
  ];
  const kept: Spot[] = [];
  for (const spot of found) {
    if (!kept.some((k) => spot.start < k.end && k.start < spot.end)) kept.push(spot);
  }
  return kept
    .toSorted((a, b) => a.start - b.start)
    .map(({ art, start, end }) => ({
      art,
      stelle: { start, end },
      name: LOOKS_LIKE[art],
      text: text.slice(start, end).trim(),
      satz: sentence(art),
    }));
}
