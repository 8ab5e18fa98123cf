import { abstand, erlaubteFehler, schluessel } from "./schluessel.ts";

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
const MAX_COMPARED = 3000;
const SHORTEST_ABBREVIATION = 4;

type Teil = { readonly teil: string; readonly code: string };

const longestFirst = (eintraege: readonly Eintrag[], of: (e: Eintrag) => readonly string[] | undefined): Teil[] =>
  eintraege
    .flatMap((e) => (of(e) ?? []).map((teil) => ({ teil, code: e.code })))
    .toSorted((a, b) => b.teil.length - a.teil.length);

type Form = { readonly form: string; readonly codes: Set<string>; readonly eigen: boolean };

/** Finds the code of a word among the words of one kind. */
export class Woerterbuch {
  private readonly formen = new Map<string, Form>();
  private readonly sorted: readonly Form[];
  private readonly byLength = new Map<number, Form[]>();
  private readonly staemme: readonly Teil[];
  private readonly endungen: readonly Teil[];
  private compared = 0;

  constructor(eintraege: readonly Eintrag[]) {
    for (const { code, formen, gebeugt = [] } of eintraege) {
      for (const form of formen) this.add(form, code, true);
      for (const form of gebeugt) this.add(form, code, false);
    }
    this.sorted = [...this.formen.values()].toSorted((a, b) => (a.form < b.form ? -1 : 1));
    for (const entry of this.sorted) {
      if (entry.eigen) this.byLength.set(entry.form.length, [...(this.byLength.get(entry.form.length) ?? []), entry]);
    }
    this.staemme = longestFirst(eintraege, (e) => e.staemme);
    this.endungen = longestFirst(eintraege, (e) => e.endungen);
  }

  /** The best code for a word as written, undefined when nothing comes near. `nah`: misspelt words as well. */
  find(wort: string, nah = true): Treffer | undefined {
    const key = schluessel(wort);
    if (key === "") return undefined;
    let best: Treffer | undefined;
    for (const way of [this.exact, this.abbreviated, this.byPart, ...(nah ? [this.misspelt] : [])]) {
      const hit = way.call(this, key, wort.includes("."));
      if (hit !== undefined && hit.sicherheit > (best?.sicherheit ?? 0)) best = hit;
      if (best !== undefined && best.sicherheit >= SICHER) break;
    }
    return best;
  }

  /** The code whose word this key is, letter by letter. */
  exact(key: string): Treffer | undefined {
    const form = this.formen.get(key) ?? this.formen.get(key.replaceAll(" ", ""));
    return form === undefined ? undefined : one(form.codes, 1, "bezeichnung");
  }

  private add(form: string, code: string, eigen: boolean): void {
    if (form === "") return;
    const known = this.formen.get(form);
    if (known === undefined) this.formen.set(form, { form, codes: new Set([code]), eigen });
    else known.codes.add(code);
  }

  /** “afghan.”, “Neunk.-Seelscheid”: every part begins a part of the same name. A dot says that it is shortened. */
  private abbreviated(key: string, dotted: boolean): Treffer | undefined {
    const parts = key.split(" ");
    const [first = ""] = parts;
    if (!dotted && key.length < SHORTEST_ABBREVIATION) return undefined;
    const codes = new Set<string>();
    for (let i = this.firstFrom(first); this.sorted[i]?.form.startsWith(first) === true; i++) {
      const full = this.sorted[i]?.form.split(" ") ?? [];
      const fits = full.length >= parts.length && parts.every((part, j) => full[j]?.startsWith(part) === true);
      if (fits) for (const code of this.sorted[i]?.codes ?? []) codes.add(code);
    }
    return one(codes, dotted ? 0.95 : 0.86, "abkuerzung");
  }

  /** The place of the first form that is not before this beginning. */
  private firstFrom(begin: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.form ?? "") < begin) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private byPart(key: string): Treffer | undefined {
    const words = key.split(" ");
    const begun = words.map((word) => this.staemme.find(({ teil }) => word.startsWith(teil))?.code);
    const codes = new Set(begun.filter((code) => code !== undefined));
    if (codes.size > 0) return one(codes, 0.9, "wortstamm");
    const ended = words.map((word) => this.endungen.find(({ teil }) => word.endsWith(teil))?.code);
    return one(new Set(ended.filter((code) => code !== undefined)), 0.86, "wortstamm");
  }

  private misspelt(key: string): Treffer | undefined {
    const limit = erlaubteFehler(key.length);
    if (limit === 0 || this.compared >= MAX_COMPARED) return undefined;
    this.compared += 1;
    let best = limit + 1;
    let codes = new Set<string>();
    for (let length = Math.max(4, key.length - limit); length <= key.length + limit; length++) {
      for (const { form, codes: of } of this.byLength.get(length) ?? []) {
        const distance = abstand(key, form, Math.min(best, limit));
        if (distance > limit || distance > best) continue;
        codes = distance === best ? codes.union(of) : new Set(of);
        best = distance;
      }
    }
    return one(codes, best === 1 ? 0.92 : best / key.length < 0.2 ? 0.87 : 0.75, "schreibweise");
  }
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
