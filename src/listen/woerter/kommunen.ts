import { schluessel } from "./schluessel.ts";
import { SICHER, type Treffer, Woerterbuch, Wortbestand } from "./woerterbuch.ts";

/** A Kommune of the Kreis, with its official name and key. */
export type Kommune = { readonly ags: string; readonly name: string; readonly plz?: string | null };

/** Parts of names that many places have. */
const COMMON = new Set(
  "bad sankt st am an der die stadt gemeinde kreis kreisstadt sieg rhein ruhr kommune ort standort amt".split(" "),
);
const PLACE_WORDS = /^(?:(?:hanse|kreis|universitaets|bundes)?stadt|gemeinde|kommune|ort|standort|amt)(?: der)? (?=.)/u;
const SHORTEST_PART = 4;

/** “Kreis Höxter” and “AWO-Kreisverband Unna” are the Kreis, not the town that it is called after. */
const KREIS = /^(?:land)?kreis (?=.)/u;
const KREISWORT = new Set("kreis kreises landkreis landkreises kreisverband kreisverwaltung kreisgebiet".split(" "));

const LONGEST_TITLE = 300;

const official = (key: string): string => key.replaceAll(/\bst\b/gu, "sankt");

/** Finds the Kommunen of a Kreis in words as people write them: St. Augustin, Hennef/Sieg, Neunk.-Seelscheid, Eitrof. */
export class Ortsverzeichnis {
  private readonly names: Woerterbuch;
  private readonly parts: Woerterbuch;

  constructor(kommunen: readonly Kommune[]) {
    const keys = kommunen.map((k) => ({
      ...k,
      key: schluessel(k.name),
      short: schluessel(k.name.replace(/\(.*\)/u, "")),
    }));
    const words = keys.map(({ ags, key }) => ({
      code: ags,
      formen: key.split(" ").filter((part) => part.length >= SHORTEST_PART && !COMMON.has(part)),
    }));
    const names = keys.map(({ ags, key, short, plz }) => ({
      code: ags,
      formen: [key, short, short.replaceAll(" ", ""), ags, plz ?? "", ...initials(short)],
    }));
    this.names = new Woerterbuch(new Wortbestand(names));
    this.parts = new Woerterbuch(new Wortbestand(words));
  }

  /** The Kommune a word names; `nah`: misspelt ones as well. */
  find(wort: string, nah = true): Treffer | undefined {
    const dotted = wort.includes(".");
    const key = official(schluessel(wort).replace(PLACE_WORDS, ""));
    const plain = key.replace(/^\d{5} (?=.)/u, "");
    if (plain.split(" ").every((part) => COMMON.has(part))) return undefined;
    if (KREIS.test(plain)) return this.names.exact(plain);
    const whole = this.names.exact(plain) ?? this.byPart(plain, (part) => this.parts.exact(part));
    if (whole !== undefined) return whole;
    const found = this.names.find(dotted ? plain.replaceAll(" ", ".") : plain, nah);
    if (found !== undefined && found.sicherheit >= SICHER) return found;
    return this.byPart(plain, (part) => this.parts.find(part, nah)) ?? found;
  }

  /** All Kommunen that a longer text names, whole or by a part that only one has: a title, a sheet or file name. */
  inText(text: string): string[] {
    const words = official(schluessel(text.slice(0, LONGEST_TITLE))).split(" ");
    const found = words.flatMap((word, i) => {
      if (KREISWORT.has(words[i - 1] ?? "")) return [];
      const two = this.names.exact([word, words[i + 1]].join(" "));
      if (two !== undefined) return two.code;
      const usable = word.length >= SHORTEST_PART && !COMMON.has(word) && !/^\d+$/u.test(word);
      const hit = usable ? (this.names.exact(word) ?? this.parts.exact(word)) : undefined;
      return hit?.grund === "bezeichnung" ? hit.code : [];
    });
    return [...new Set(found)];
  }

  /** A part of the name that no other Kommune has, beside whatever else: NK-Seelscheid, Hennef-Uckerath. */
  private byPart(key: string, find: (part: string) => Treffer | undefined): Treffer | undefined {
    const found = key.split(" ").flatMap((part) => {
      const hit = part.length < SHORTEST_PART || COMMON.has(part) ? undefined : find(part);
      return hit !== undefined && hit.sicherheit >= SICHER ? [hit] : [];
    });
    const [first] = found;
    if (first === undefined) return undefined;
    const several = found.some((hit) => hit.code !== first.code);
    return several
      ? { code: first.code, sicherheit: 0.4, grund: "vermutung" }
      : { code: first.code, sicherheit: 0.9, grund: "bestandteil" };
  }
}

/** NS for Neunkirchen-Seelscheid: only for names of several words. */
function initials(short: string): string[] {
  const words = short.split(" ");
  return words.length < 2 ? [] : [words.map((word) => word[0] ?? "").join("")];
}
