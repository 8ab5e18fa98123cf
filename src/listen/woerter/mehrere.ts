import { type Fund, isBerufswort, ohneBestimmung } from "./bestimmung.ts";
import { schluessel } from "./schluessel.ts";
import type { Deutung, Nachschlag, Wortart } from "./verzeichnis.ts";
import { isNebenbei } from "./zusammensetzung.ts";

/** Longer cells are prose and stay whole. */
const LONGEST = 200;

/** One part of a cell and what it stands for; `deutung` undefined when it is not certain. */
export type Teil = { readonly wort: string; readonly deutung: Deutung | undefined };

const SEPARATORS =
  /[,;/|+&\n•·:]|(?:^|\s)(?:und|u\.|sowie|and|et|ve|&|-|–|—)(?=\s)|(?<=[\p{L})])\s*[–—]\s*(?=\p{L})/giu;
/** “SGB II / XII”: books of one code. */
const BUECHER = /(?<=\bSGB\s+[IVX]{1,4})(?:\s*[/,+]\s*(?:SGB\s+)?[IVX]{1,4}(?![\p{L}]))+/gu;
const NUMBERED = /^\(?\d{1,2}[.):]\s*(?=\p{L})/u;
const IN_BRACKETS = /^(.*?)\s*[([](.+)[)\]]\s*$/su;

/** Words that say nothing of a theme. */
const EMPTY = new Set(
  schluessel(
    "und bei der die das den dem des zu zur zum im in am an auf von vom mit für wegen hilfe beratung fragen frage thema themen " +
      "unterstützung suche antrag anträge allgemein allgemeine neue neuer neues termin soziale sozialen sozialer " +
      // Units and numbers' companions: “30 Min.” is no job.
      "min minute minuten std stunde stunden h uhr euro eur jahr jahre monat monate tag tage woche wochen ca nr",
  ).split(" "),
);

/** Takes apart what is several words by signs: `/ , ; + und` or a line break. */
export const teile = (text: string): string[] =>
  text
    .split(SEPARATORS)
    .map((part) => (part ?? "").trim().replace(NUMBERED, ""))
    .filter((part) => part !== "");

/**
 * What a cell with one or more words stands for. The whole is looked up first, for names hold separators themselves
 * (Arbeit/Ausbildung, Bildung 0-6); then its parts; then, for a part of several words, word by word. `sicher` looks a word up.
 */
export function interpretMehrere(sicher: Nachschlag, art: Wortart, text: string): Teil[] {
  if (text.length > LONGEST) return [{ wort: text, deutung: undefined }];
  const unnamed = art === "thema" && NAMED.test(text) ? ohneNamen(sicher, text) : text;
  if (unnamed !== text && sicher(art, text)?.grund !== "entschieden")
    return /\p{L}/u.test(unnamed) ? interpretMehrere(sicher, art, unnamed) : [{ wort: text, deutung: undefined }];
  const plain = text.trim().replace(NUMBERED, "").replaceAll(BUECHER, "");
  const whole = sicher(art, plain);
  if (whole?.grund === "bezeichnung" || whole?.grund === "entschieden") return [{ wort: plain, deutung: whole }];
  const [, before = "", inside = ""] = IN_BRACKETS.exec(plain) ?? [];
  if (art === "thema" && before !== "" && saysWho(inside)) {
    const about = interpretMehrere(sicher, art, before);
    if (about.some(({ deutung }) => deutung !== undefined)) return about;
  }
  if (before !== "" && sicher(art, before) !== undefined) {
    // “Sprache (Integrationskurs)” explains itself, “Wohnen (SGB II)” names two.
    if (art === "thema" && isBerufswort(before)) return interpretMehrere(sicher, art, `${before} ${inside}`);
    const more = interpretMehrere(sicher, art, inside).filter(({ deutung }) => deutung !== undefined);
    return [...interpretMehrere(sicher, art, before), ...more];
  }
  const fixed = festeWendung(sicher, art, plain);
  if (fixed !== undefined) return fixed;
  // “Bewerbung: Pflege”, “Praktikum - Kita”: the sign says what kind of work.
  const [, work = "", field = ""] = NAEHER.exec(plain) ?? [];
  if (art === "thema" && isBerufswort(work)) return interpretMehrere(sicher, art, `${work} ${field}`);
  const found = teile(plain);
  const [, elided = ""] = ELIDED.exec(plain) ?? [];
  // “Bildungs- und Teilhabeleistungen”: what nobody knows of the first word, the second one does not tell.
  if (elided !== "" && sicher(art, elided) === undefined) return [{ wort: plain, deutung: whole }];
  // “zu klein, 5 Kinder”: how many they are says nothing of its own.
  // Numbers that the list explains as themes are some.
  const isTold = (part: string) => !/\d/u.test(part) || !saysWho(part) || sicher(art, part) !== undefined;
  const about = art === "thema" ? found.filter(isTold) : found;
  if (about.length > 0 && found.length > 1) {
    const each = about.flatMap((part) => interpretMehrere(sicher, art, part));
    // “Beratung - Wohngeld”: the first word says nothing of a theme, and asks for none.
    const told = each.filter(({ wort, deutung }) => deutung !== undefined || art !== "thema" || !isLeerwort(wort));
    return told.some(({ deutung }) => deutung !== undefined) ? told : each;
  }
  const single = found[0] ?? plain;
  if (single !== plain) return interpretMehrere(sicher, art, single);
  const words = art === "thema" ? wordByWord(sicher, single) : [];
  // “Suche” is no misspelt “Sucht”.
  const only = whole?.grund === "schreibweise" && EMPTY.has(schluessel(single)) ? undefined : whole;
  return words.length > 0 ? words : [{ wort: single, deutung: only }];
}

/** “Frau Richter, Jobcenter”: a name is no word of the list, whatever it means. */
const PERSON = /(?<![\p{L}.])(?:Herrn?|Frau|Hr\.|Hrn\.|Fr\.)\s*\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?!\p{L})/gu;
const FAMILY = /(?<![\p{L}.])(?:Fam\.|Familie)\s*(\p{Lu}\p{Ll}+)(?!\p{L})/gu;
const NAMED = /(?<![\p{L}.])(?:Herrn?|Frau|Hrn?|Fr|Fam|Familie)\.?\s*\p{Lu}/u;

/** “Familie Kita” is no family of that name. */
const ohneNamen = (sicher: Nachschlag, text: string): string =>
  text
    .replaceAll(PERSON, "")
    .replaceAll(FAMILY, (all: string, name: string) => (sicher("thema", name)?.grund === "bezeichnung" ? all : ""))
    .trim();

const NAEHER = /^(\p{L}+)\s*(?::|\s[-–—]\s)\s*(\p{L}.*)$/u;

/** “Miet- und Nebenkosten”: the first word lacks its end. */
const ELIDED = /(?<!\p{L})(\p{L}{3,})-\s*(?:und|u\.|oder|\/|,|&)\s*(?:-\s*)?\p{L}/iu;
const JOINED = /(?<!\p{L})(\p{L}[\p{L}.-]*)\s+(?:und|u\.|&)\s+(\p{L}[\p{L}.-]*)/gu;
const saysNothing = (text: string): boolean =>
  schluessel(text)
    .split(" ")
    .every((word) => word === "" || EMPTY.has(word) || isNebenbei(word));

/** Two words with “und” that are one name, inside a longer text: “Antrag auf Bildung und Teilhabe”. */
function festeWendung(sicher: Nachschlag, art: Wortart, text: string): Teil[] | undefined {
  for (const { 0: all, 1: first, 2: second, index } of text.matchAll(JOINED)) {
    const wort = `${first} und ${second}`;
    const deutung = sicher(art, wort);
    if (deutung?.grund !== "bezeichnung" && deutung?.grund !== "entschieden") continue;
    const around = [text.slice(0, index), text.slice(index + all.length)].map((part) => part.trim());
    const [before = [], after = []] = around.map((part) =>
      saysNothing(part) ? [] : interpretMehrere(sicher, art, part.replaceAll(EDGES, "")),
    );
    return [...before, { wort, deutung }, ...after];
  }
  return undefined;
}

const isLeerwort = (text: string): boolean =>
  schluessel(text)
    .split(" ")
    .every((word) => EMPTY.has(word));

const EDGES = /^[\s,;/+&|-]+|[\s,;/+&|-]+$/gu;
/** Who it is about, where a theme stands beside it. */
const ANGEHOERIGE = new Set(
  (
    "familie kind kinder sohn tochter frau mann ehefrau ehemann partner partnerin mutter vater eltern bruder schwester " +
    "geschwister oma opa enkel baby saeugling verwandte angehoerige senioren"
  ).split(" "),
);
/** “Wohnung (3 Kinder)”, “I-Kurs (BAMF)”: how many they are, or which office it is about, is no second theme. */
const saysWho = (text: string): boolean => {
  const words = schluessel(text).split(" ");
  return words.every((word) => WER.has(word) || EMPTY.has(word) || /^\d{1,2}$/u.test(word));
};
const WER = new Set([
  ...ANGEHOERIGE,
  ..."kindern pers personen jc jobcenter bamf abh auslaenderbehoerde auslaenderamt sozialamt wohnungsamt kk".split(" "),
]);
/** As they are written: small. */
const VERBEN = new Set(["sucht", "suchen", "schwimmen"]);
const LONGEST_NAME = 3;

/** The themes among several words without a sign between them: “Wohnung Jobcenter”, “Hilfe bei SGB II”. */
function wordByWord(sicher: Nachschlag, part: string): Teil[] {
  const words = part.split(/\s+/u);
  if (words.length < 2) return [];
  const found: Fund[] = [];
  const gross = words.some((word) => /^\p{Lu}\p{Ll}/u.test(word));
  let at = 0;
  let end = 0;
  while (at < words.length) {
    const { wort, deutung: read, length } = spanAt(sicher, words, at);
    // “Material geholt”: where nouns have their capitals, a small word is no misspelt one.
    const small = gross && length === 1 && /^\p{Ll}/u.test(wort) && read?.grund === "schreibweise";
    const deutung = small ? undefined : read;
    // “Wohnung für Familie”: for whom it is, is no theme. “sucht” is a verb and no addiction.
    const aside =
      VERBEN.has(wort) || (/^f(?:ür|uer|\.)$/iu.test(words[at - 1] ?? "") && ANGEHOERIGE.has(schluessel(wort)));
    if (deutung !== undefined && !aside) {
      const davor = schluessel(words.slice(end, at).join(" "));
      found.push({ wort, deutung, davor });
      end = at + length;
    }
    at += length;
  }
  const others = found.filter(({ wort }) => !ANGEHOERIGE.has(schluessel(wort)));
  if (others.length > 0 && others.length < found.length) found.splice(0, found.length, ...others);
  // “Bewerbung schreiben”, “Brief vom Jobcenter”: paper counts only where nothing says what it is about.
  const about = found.filter(({ wort }) => !isNebenbei(schluessel(wort)));
  const told = about.length > 0 ? ohneBestimmung(about) : words.every(isBeiwerk) ? found : [];
  return told?.map(({ wort, deutung }) => ({ wort, deutung })) ?? [{ wort: part, deutung: undefined }];
}

/** Shorter words are no nouns that a theme could hide in; “GS” and “KdU” are short forms of one. */
const SHORTEST_NOUN = 5;
const isShort = (word: string): boolean => word.length < SHORTEST_NOUN && !/\p{Lu}.*\p{Lu}/u.test(word);

const isBeiwerk = (word: string): boolean => saysNothing(word) || isShort(word);

const KLEIN = /^(?:nach|vor|mit|um|ab|an|auf|aus|bei|in|zu|für|von|über|unter|ein|mal)$/u;
const KURZ = /^\p{L}{1,3}\.$/u;

function spanAt(sicher: Nachschlag, words: readonly string[], at: number): Teil & { readonly length: number } {
  // “fragt nach Hilfe” is no “Nachhilfe”.
  const most = KLEIN.test(words[at] ?? "") ? 1 : Math.min(LONGEST_NAME, words.length - at);
  for (let length = most; length > 1; length--) {
    const wort = words.slice(at, at + length).join(" ");
    const deutung = sicher("thema", wort);
    // “Anerk. Zeugnisse” shortens one name; each of its words alone may mean something else.
    const short = deutung?.grund === "abkuerzung" && wort.includes(". ");
    if (short || deutung?.grund === "bezeichnung" || deutung?.grund === "entschieden") return { wort, deutung, length };
  }
  const wort = words[at] ?? "";
  // “Fr. K.”, “Tel. mit Jobcenter”: short forms in a sentence are titles, initials and ways.
  if (KURZ.test(wort)) return { wort, deutung: undefined, length: 1 };
  return { wort, deutung: EMPTY.has(schluessel(wort)) ? undefined : sicher("thema", wort), length: 1 };
}
