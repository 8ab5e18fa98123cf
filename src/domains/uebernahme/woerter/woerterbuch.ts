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
};

/** Spellings are compared letter by letter for so many different words; a list with more has no such column. */
const MAX_COMPARED = 3000;
const SHORTEST_ABBREVIATION = 4;

type Teil = { readonly teil: string; readonly code: string };

const longestFirst = (eintraege: readonly Eintrag[], of: (e: Eintrag) => readonly string[] | undefined): Teil[] =>
  eintraege
    .flatMap((e) => (of(e) ?? []).map((teil) => ({ teil, code: e.code })))
    .toSorted((a, b) => b.teil.length - a.teil.length);

/** Finds the code of a word among the words of one kind. */
export class Woerterbuch {
  private readonly formen = new Map<string, Set<string>>();
  private readonly staemme: readonly Teil[];
  private readonly endungen: readonly Teil[];
  private compared = 0;

  constructor(eintraege: readonly Eintrag[]) {
    for (const { code, formen } of eintraege) {
      for (const form of formen) {
        if (form !== "") this.formen.set(form, (this.formen.get(form) ?? new Set()).add(code));
      }
    }
    this.staemme = longestFirst(eintraege, (e) => e.staemme);
    this.endungen = longestFirst(eintraege, (e) => e.endungen);
  }

  /** The best code for a word as written, undefined when nothing comes near. */
  find(wort: string): Treffer | undefined {
    const key = schluessel(wort);
    if (key === "") return undefined;
    let best: Treffer | undefined;
    for (const way of [this.exact, this.abbreviated, this.byPart, this.misspelt]) {
      const hit = way.call(this, key, wort.includes("."));
      if (hit !== undefined && hit.sicherheit > (best?.sicherheit ?? 0)) best = hit;
      if (best !== undefined && best.sicherheit >= SICHER) break;
    }
    return best;
  }

  /** The code whose word this key is, letter by letter. */
  exact(key: string): Treffer | undefined {
    return one(this.formen.get(key) ?? this.formen.get(key.replaceAll(" ", "")), 1, "bezeichnung");
  }

  /** “afghan.”, “Neunk.-Seelscheid”: every part begins a part of the same name. A dot says that it is shortened. */
  private abbreviated(key: string, dotted: boolean): Treffer | undefined {
    const parts = key.split(" ");
    if (!dotted && key.length < SHORTEST_ABBREVIATION) return undefined;
    const codes = new Set<string>();
    for (const [form, of] of this.formen) {
      if (!form.startsWith(parts[0] ?? "")) continue;
      const full = form.split(" ");
      const fits = full.length >= parts.length && parts.every((part, i) => full[i]?.startsWith(part) === true);
      if (fits) for (const code of of) codes.add(code);
    }
    return one(codes, dotted ? 0.95 : 0.86, "abkuerzung");
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
    for (const [form, of] of this.formen) {
      if (form.length < 4) continue;
      const distance = abstand(key, form, Math.min(best, limit));
      if (distance > limit || distance > best) continue;
      codes = distance === best ? codes.union(of) : new Set(of);
      best = distance;
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
