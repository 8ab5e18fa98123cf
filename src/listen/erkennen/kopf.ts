import { abstand, erlaubteFehler, schluessel } from "../woerter/schluessel.ts";
import { readWortliste, wortsorten } from "../woerter/wortliste.ts";
import { BEDEUTUNGEN, type Bedeutung } from "./typen.ts";

/** How strongly a head says a meaning, from 0 to 1. */
export type Kopfdeutung = { readonly bedeutung: Bedeutung; readonly staerke: number };

/** Left out of heads before they are compared, unless nothing else is there: der, von, of, de. */
const FUELLWORT = "fuellwort";
const KOPF = readWortliste("kopf", { als: ["wort", "unklar"], codes: [...BEDEUTUNGEN, FUELLWORT], mehrdeutig: true });
const KLEINE_WOERTER = new Set(wortsorten(KOPF, FUELLWORT).wort);

const WORDS = new Map<string, Bedeutung[]>();
/** Heads that say a meaning only where no other column says it better: the day of the first contact. */
const SCHWACH = new Map<string, Bedeutung>();
for (const bedeutung of BEDEUTUNGEN) {
  for (const word of wortsorten(KOPF, bedeutung).wort) WORDS.set(word, [...(WORDS.get(word) ?? []), bedeutung]);
}
for (const bedeutung of BEDEUTUNGEN) {
  for (const word of wortsorten(KOPF, bedeutung).unklar) SCHWACH.set(word, bedeutung);
}
/** Words that end or begin longer ones: Beratungs-datum, Wohn-gemeinde, Staatsangehörigkeit-en. */
const LONG_WORDS = [...WORDS.keys()].filter((word) => word.length >= 5 && !word.includes(" "));

/** Brackets explain (“Dauer (min)”, “Name (Kürzel)”) and are left out at first. */
const withoutBrackets = (kopf: string): string => kopf.replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, " ");
/** “Thema 1”, “Thema2”, “1. Thema” */
const withoutNumber = (key: string): string => key.replaceAll(/^\d+ | ?\d+$/gu, "");

/** “DT_KONTAKT”, “KONTAKT_DAT”: as programs call the columns of their exports. */
const ausgeschrieben = (key: string): string =>
  key.replace(/^(?:dt|dat) (?=.)/u, "datum ").replace(/(?<=.) (?:dt|dat)$/u, " datum");

/** The forms in which a head is looked up, the most exact first. Hyphens at a line end part one word. */
function forms(kopf: string): string[] {
  const plain = kopf.replaceAll(/-\s*\n\s*/gu, "");
  const keys = [plain, withoutBrackets(plain)].map((k) =>
    ausgeschrieben(withoutNumber(schluessel(k.replace("#", "nr")))),
  );
  const short = keys.map((key) => {
    const words = key.split(" ").filter((word) => !KLEINE_WOERTER.has(word));
    return words.join(" ");
  });
  const total = short.map((key) => key.replaceAll(/\b(?:insgesamt|gesamtzahl|total|zusammen|summe)\b/gu, "gesamt"));
  const counted = short.map((key) => key.replace(/^(?:anz|zahl) /u, "anzahl "));
  return [...new Set([...keys, ...short, ...total, ...counted])].filter((form) => form !== "");
}

const PERSONEN =
  /\b(?:ratsuchend\w*|personen|klient\w*|besucher\w*|teilnehm\w*|menschen|leute|frauen|maenner|kinder|erwachsene\w*|jugendliche\w*|\w+mitglieder|koepfe|beratene\w*|gefluechtete\w*|zugewanderte\w*|migrant\w*)\b/u;
const NEU_ZUGEWIESEN = /\bneu ?zugewiesen|\bneuzuweis/u;
const IN_ZEIT =
  /[([]\s*(?:in\s+)?(?:min|minuten|std|stunden|h)\.?\s*[)\]]\s*[?:]?\s*$|\bin\s+(?:min|minuten|std|stunden)\.?\s*[?:]?\s*$/iu;
const LONGEST = 200;

/** Whether a head is, letter by letter, a word of the lists; quick enough for every row of a sheet. */
export const isKopfwort = (kopf: string): boolean => kopf.length <= 40 && forms(kopf).some((form) => WORDS.has(form));

const known = new Map<string, readonly Kopfdeutung[]>();

/** What a head can mean, the strongest first; empty for a word of no list. Exact 1, misspelt or part of a word less. */
export function interpretKopf(kopf: string): readonly Kopfdeutung[] {
  if (kopf.length > LONGEST) return [];
  const before = known.get(kopf);
  if (before !== undefined) return before;
  const found = new Map<Bedeutung, number>();
  const add = (bedeutungen: readonly Bedeutung[] | undefined, staerke: number) => {
    for (const b of bedeutungen ?? []) found.set(b, Math.max(found.get(b) ?? 0, staerke));
  };
  for (const form of forms(kopf)) {
    add(WORDS.get(form) ?? WORDS.get(form.replaceAll(" ", "")), 1);
    const weak = SCHWACH.get(form);
    if (weak !== undefined) add([weak], 0.9);
    if (found.size === 0) near(form, add);
  }
  // “Дата / Datum”: the same head in two languages.
  const parts = Math.max(0, ...found.values()) < 1 && /\s[/|]\s/u.test(kopf) ? kopf.split(/\s[/|]\s/u) : [];
  for (const part of parts) for (const form of forms(part)) add(WORDS.get(form), 0.95);
  // “Zahl Ratsuchende” counts persons, however many consultations they came to.
  if ((found.get("anzahl") ?? 1) < 1 && PERSONEN.test(schluessel(kopf))) {
    found.delete("anzahl");
    add(["personenzahl"], 0.95);
  }
  // “Anzahl der neu zugewiesenen Personen”
  if (NEU_ZUGEWIESEN.test(schluessel(kopf)) && found.get("neuzuweisung") !== 1) {
    found.clear();
    add(["neuzuweisung"], 0.95);
  }
  if (/^\s*[Σ∑]\s*$/u.test(kopf)) add(["summe"], 1);
  // A head that names its unit is a duration, whatever else it asks: “Wie lange (Min.)”.
  if (IN_ZEIT.test(kopf)) add(["dauer"], 0.95);
  const result = [...found]
    .map(([bedeutung, staerke]) => ({ bedeutung, staerke }))
    .toSorted((a, b) => b.staerke - a.staerke);
  if (known.size < 20_000) known.set(kopf, result);
  return result;
}

type Add = (bedeutungen: readonly Bedeutung[] | undefined, staerke: number) => void;

/** A shortened head may stand for so many meanings. */
const MOST_BEGUN = 3;

/** Misspelt, shortened or compound heads, and heads of several words of which one is known. */
function near(form: string, add: Add): void {
  if (form.length > 40) return;
  const limit = Math.min(2, erlaubteFehler(form.length));
  const begun = new Set<Bedeutung>();
  for (const [word, bedeutungen] of WORDS) {
    if (limit > 0 && word.length >= 5 && abstand(form, word, limit) <= limit) add(bedeutungen, 0.85);
    if (form.length >= 3 && word.length > form.length + 1 && word.startsWith(form))
      for (const bedeutung of bedeutungen) begun.add(bedeutung);
  }
  // What begins words of many meanings (“Gespräch”: its day, theme, language, …) shortens none of them.
  if (begun.size <= MOST_BEGUN) add([...begun], 0.6);
  const words = form.split(" ");
  const last = words.at(-1) ?? "";
  for (const word of LONG_WORDS) {
    if (last !== word && last.endsWith(word)) add(WORDS.get(word), 0.75);
    if (words.some((w) => w !== word && w.startsWith(word))) add(WORDS.get(word), 0.65);
  }
  // Two known words next to each other say more than one; the head of a German phrase is its last or its first word.
  for (let i = 0; words.length > 1 && i < words.length; i++) {
    add(WORDS.get([words[i], words[i + 1]].join(" ")), 0.8);
    if ((words[i]?.length ?? 0) > 2) add(WORDS.get(words[i] ?? ""), 0.6);
  }
}

/** Words that begin a row of totals. */
const SUM_WORDS =
  /^(?:zwischen|gesamt|monats|jahres|wochen|teil|quartals|halbjahres)?(?:summen?|ergebnis|gesamt|insgesamt|zusammen|gesamtzahl|gesamtanzahl|anzahl|total|sum|toplam|somme|endsumme|razem|totale)\b/u;
const SUM_SIGN = /^\s*[Σ∑]/u;
const AVERAGE =
  /^(?:im )?(?:durchschnitt\w*|durchschn|schnitt|mittel|mittelwert|average|moyenne|ortalama|prozent|anteil|quote|median|maximum|max|minimum)\b/u;
const AVERAGE_SIGN = /^\s*[Øø⌀∅](?!\p{L})/u;

/** Whether a cell begins a row of totals or (`schnitt`) of averages and shares. */
export function summenwort(text: string): "summe" | "schnitt" | undefined {
  if (SUM_SIGN.test(text)) return "summe";
  if (AVERAGE_SIGN.test(text)) return "schnitt";
  const key = schluessel(text);
  if (SUM_WORDS.test(key)) return "summe";
  return AVERAGE.test(key) ? "schnitt" : undefined;
}

/** “Summe”, “Moers gesamt”: a label that begins or ends with a word for a total. */
export const isSummentext = (text: string): boolean =>
  summenwort(text) !== undefined || (text.length < 40 && summenwort(text.split(/[\s:]+/u).at(-1) ?? "") !== undefined);
