import { aussagekraeftig, bedeutungsteil, fehlerDavor, isEigenesWort, isNebenbei } from "./zusammensetzung.ts";
import { isGrundwort, isTeil, isZusammensetzung } from "./zusammensetzung.ts";
import { abstand, buchstaben, erlaubteFehler, mindestens, schluessel } from "./schluessel.ts";

/** Why a word stands for a code. */
export type Grund =
  "bezeichnung" | "abkuerzung" | "wortstamm" | "bestandteil" | "schreibweise" | "entschieden" | "vermutung";

/** What a word stands for; `sicherheit` from 0 to 1. From `SICHER` on it counts without being asked about. */
export type Treffer = { readonly code: string; readonly sicherheit: number; readonly grund: Grund };

export const SICHER = 0.85;

/**
 * What is known of a code, as keys (`schluessel`): whole words, beginnings of words and, German compounds having their
 * sense at the end, endings.
 */
export type Eintrag = {
  readonly code: string;
  readonly formen: readonly string[];
  readonly staemme?: readonly string[];
  readonly endungen?: readonly string[];
  /** Derived words: recognised as they are, not when misspelt. */
  readonly gebeugt?: readonly string[];
};

/** Spellings are compared letter by letter for so many different words; a list with more has no such column. */
const MAX_COMPARED = 4000;
/** After so many different words that mean nothing to it a column holds names or notes: then a word is only known as it is written. */
const MAX_STRANGE = 5000;
const SHORTEST_ABBREVIATION = 4;
/** Words of a compound are known from so many letters on. */
const SHORTEST_PART = 4;
/** Behind a mere part of a word the end must be a long one: “Beratungstag” is no “StAG”. */
const LONG_END = 7;
/** Longer ones are no words. */
const LONGEST_COMPOUND = 50;
/** Without a dot so much of a word must be there. */
const MOSTLY = 0.6;
/** Of a theme, more letters than these are another word and no short form. */
const MOST_LEFT_OUT = 3;
/** A suggestion, never counted by itself. */
const UNSURE = 0.7;

type Teil = { readonly teil: string; readonly code: string };

const longestFirst = (eintraege: readonly Eintrag[], of: (e: Eintrag) => readonly string[] | undefined): Teil[] =>
  eintraege
    .flatMap((e) => (of(e) ?? []).map((teil) => ({ teil, code: e.code })))
    .toSorted((a, b) => b.teil.length - a.teil.length);

type Form = { readonly form: string; readonly codes: Set<string>; readonly eigen: boolean; readonly bits: number };

/** The words of one kind, in order. Making it takes longer than reading a short list: it is made once for a list of codes. */
export class Wortbestand {
  readonly formen = new Map<string, Form>();
  readonly sorted: readonly Form[];
  readonly byLength = new Map<number, Form[]>();
  readonly staemme: readonly Teil[];
  readonly endungen: readonly Teil[];

  constructor(eintraege: readonly Eintrag[]) {
    for (const { code, formen, gebeugt = [] } of eintraege) {
      for (const form of formen) this.add(form, code, true);
      for (const form of gebeugt) this.add(form, code, false);
    }
    this.sorted = [...this.formen.values()].toSorted((a, b) => (a.form < b.form ? -1 : 1));
    for (const entry of this.sorted) {
      if (!entry.eigen) continue;
      const same = this.byLength.get(entry.form.length);
      if (same === undefined) this.byLength.set(entry.form.length, [entry]);
      else same.push(entry);
    }
    this.staemme = longestFirst(eintraege, (e) => e.staemme);
    this.endungen = longestFirst(eintraege, (e) => e.endungen);
  }

  private add(form: string, code: string, eigen: boolean): void {
    if (form === "") return;
    const known = this.formen.get(form);
    if (known === undefined) this.formen.set(form, { form, codes: new Set([code]), eigen, bits: buchstaben(form) });
    else known.codes.add(code);
  }
}

/** Finds the code of a word among the words of one kind, for one list: it gives up what becomes too long. */
export class Woerterbuch {
  private readonly bestand: Wortbestand;
  private compared = 0;
  private readonly strange = new Set<string>();

  constructor(bestand: Wortbestand) {
    this.bestand = bestand;
  }

  /** The best code for a word as written, undefined when nothing comes near. `nah`: misspelt words as well. */
  find(wort: string, nah = true): Treffer | undefined {
    const key = schluessel(wort);
    if (key === "") return undefined;
    const whole = this.exact(key);
    // A word of two codes is no part of one of them: “Mietschulden”.
    if (this.strange.size >= MAX_STRANGE || whole !== undefined) return whole;
    let best: Treffer | undefined;
    for (const way of [this.byHyphen, this.abbreviated, this.byPart, ...(nah ? [this.misspelt] : [])]) {
      const hit = way.call(this, key, wort.includes("."));
      if (hit !== undefined && hit.sicherheit > (best?.sicherheit ?? 0)) best = hit;
      if (best !== undefined && best.sicherheit >= SICHER) break;
    }
    if (best === undefined) this.strange.add(key);
    return best;
  }

  /** The code whose word this key is, letter by letter. */
  exact(key: string): Treffer | undefined {
    const form = this.bestand.formen.get(key) ?? this.bestand.formen.get(key.replaceAll(" ", ""));
    return form === undefined ? undefined : one(form.codes, 1, "bezeichnung");
  }

  /** “afghan.”, “Neunk.-Seelscheid”: every part begins a part of the same name. A dot says that it is shortened. */
  private abbreviated(key: string, dotted: boolean): Treffer | undefined {
    const parts = key.split(" ");
    const [first = ""] = parts;
    let shortest = Infinity;
    if (!dotted && key.length < SHORTEST_ABBREVIATION) return undefined;
    const themes = this.bestand.staemme.length > 0;
    // “5 Pers.” are no “Personalausweis”.
    if (themes && isEigenesWort(key)) return undefined;
    const codes = new Set<string>();
    for (let i = this.firstFrom(first); this.bestand.sorted[i]?.form.startsWith(first) === true; i++) {
      const full = this.bestand.sorted[i]?.form.split(" ") ?? [];
      const fits = full.length >= parts.length && parts.every((part, j) => full[j]?.startsWith(part) === true);
      if (!fits) continue;
      for (const code of this.bestand.sorted[i]?.codes ?? []) codes.add(code);
      shortest = Math.min(shortest, this.bestand.sorted[i]?.form.length ?? Infinity);
    }
    // Without a dot “Recht” is a word of its own and no short “Rechtskreiswechsel”, “Besucher” no short “Besuchervisum”.
    const most = key.length >= shortest * MOSTLY && (!themes || shortest - key.length <= MOST_LEFT_OUT);
    const sure = most ? 0.86 : UNSURE;
    // Of a theme three letters are too few: “Tel.”, “Dr.”, “Fr. B.” begin some.
    // “Fr. E.” is a name, of whatever the word may be.
    const short = (themes || parts.length > 1) && parts.every((part) => part.length < SHORTEST_ABBREVIATION);
    return one(codes, dotted ? (short ? UNSURE : 0.95) : sure, "abkuerzung");
  }

  /** The place of the first form that is not before this beginning. */
  private firstFrom(begin: string): number {
    let low = 0;
    let high = this.bestand.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.bestand.sorted[middle]?.form ?? "") < begin) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A beginning or an end inside a longer word is certain only where the rest is understood too. */
  private byPart(key: string): Treffer | undefined {
    // “Antrag Opferpension” is about what nobody knows, not about paper.
    const words = aussagekraeftig(key.split(" "));
    const begun = words.flatMap((word) => {
      const teil = this.bestand.staemme.find((one) => word.startsWith(one.teil));
      if (teil === undefined) return [];
      const isSame = (rest: string) => this.bestand.formen.get(rest)?.codes.has(teil.code) === true;
      return { code: teil.code, sure: isZusammensetzung(word, teil.teil, isSame) };
    });
    if (begun.length > 0) {
      const part = partly(begun, 0.9);
      const whole = (part?.sicherheit ?? 0) >= SICHER ? undefined : this.compound(key);
      return whole !== undefined && whole.sicherheit >= SICHER ? whole : part;
    }
    const isKnown = (part: string) =>
      this.bestand.formen.has(part) || this.bestand.staemme.some(({ teil }) => part.startsWith(teil));
    const ended = words.flatMap((word) => {
      const teil = this.bestand.endungen.find((one) => word.endsWith(one.teil));
      return teil === undefined ? [] : { code: teil.code, sure: isGrundwort(word, teil.teil, isKnown) };
    });
    return partly(ended, 0.86) ?? this.compound(key);
  }

  /** A German compound is what its last word is: Kinder|reisepass, Ämter|post. Both words must be known as they are. */
  private compound(key: string): Treffer | undefined {
    if (this.bestand.staemme.length === 0 || key.length > LONGEST_COMPOUND || key.includes(" ")) return undefined;
    for (let at = SHORTEST_PART; at <= key.length - SHORTEST_PART; at++) {
      const last = this.bestand.formen.get(key.slice(at));
      const before = key.slice(0, at);
      const first = this.bestand.formen.get(before) ?? this.bestand.formen.get(before.replace(/(?:s|n|en|er)$/u, ""));
      // “Frauen|schwimmkurs”: for whom it is does not change what it is.
      const about = last === undefined || isNebenbei(last.form) ? undefined : last.codes;
      if (first === undefined && (about === undefined || !isTeil(before) || key.length - at < LONG_END)) continue;
      if (last === undefined && !isTeil(key.slice(at))) continue;
      const codes = about ?? first?.codes;
      return one(codes, 0.86, "wortstamm");
    }
    return undefined;
  }

  /** “asyl antrag”, “sgb ii antrag”: the part that says what it is about, where another only says that it is paper. */
  private byHyphen(key: string): Treffer | undefined {
    const part = this.bestand.staemme.length === 0 ? undefined : bedeutungsteil(key);
    const found = part === undefined ? undefined : (this.exact(part) ?? this.byPart(part));
    return found === undefined
      ? undefined
      : { ...found, sicherheit: Math.min(found.sicherheit, 0.9), grund: "wortstamm" };
  }

  private misspelt(key: string): Treffer | undefined {
    const limit = this.bestand.staemme.length > 0 && isEigenesWort(key) ? 0 : erlaubteFehler(key.length);
    if (limit === 0 || this.compared >= MAX_COMPARED) return undefined;
    this.compared += 1;
    let best = limit + 1;
    let codes = new Set<string>();
    const own = buchstaben(key);
    for (let length = Math.max(4, key.length - limit); length <= key.length + limit; length++) {
      for (const { form, codes: of, bits } of this.bestand.byLength.get(length) ?? []) {
        if (mindestens(own, bits) > Math.min(best, limit)) continue;
        const distance = abstand(key, form, Math.min(best, limit));
        if (distance > limit || distance > best || distance > fehlerDavor(key, form)) continue;
        codes = distance === best ? codes.union(of) : new Set(of);
        best = distance;
      }
    }
    return one(codes, best === 1 ? 0.92 : best / key.length < 0.2 ? 0.87 : 0.75, "schreibweise");
  }
}

type Fund = { readonly code: string; readonly sure: boolean };

/** Certain where each part is; otherwise a suggestion. */
function partly(found: readonly Fund[], sicherheit: number): Treffer | undefined {
  const sure = found.every((fund) => fund.sure);
  return one(new Set(found.map(({ code }) => code)), sure ? sicherheit : UNSURE, "wortstamm");
}

/** One code is found, several are a guess. */
function one(codes: ReadonlySet<string> | undefined, sicherheit: number, grund: Grund): Treffer | undefined {
  const [code] = codes ?? [];
  if (codes === undefined || code === undefined) return undefined;
  return codes.size === 1 ? { code, sicherheit, grund } : { code, sicherheit: 0.4, grund: "vermutung" };
}

/** Splits a list of words of the dictionaries: `a|b c|d`. */
export const woerter = (list: string): string[] =>
  list
    .split("|")
    .map(schluessel)
    .filter((wort) => wort !== "");
