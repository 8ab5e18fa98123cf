import { type Blatt, zellText } from "../leser/zelle.ts";
import { interpretMehrere } from "./mehrere.ts";
import { schluessel } from "./schluessel.ts";
import type { Verzeichnis } from "./verzeichnis.ts";

/** A short form that the file itself explains: “W = Wohnen”. */
export type Kuerzel = { readonly kurz: string; readonly wort: string; readonly code: string };

const GLEICH = /^\(?(\p{L}{1,4})\)?\.?\s*(=|→|:)\s*(\S.*)$/u;
const LEGENDE = /legende|abk(?:ü|ue)rzung|erkl(?:ä|ae)rung|schl(?:ü|ue)ssel/iu;
const SHORT = /^\p{L}{1,4}\.?$/u;
/** One alone is a remark, not a legend. */
const LEAST = 2;
const LONGEST = 400;

/** Short forms with what they are said to mean. */
export function pairsIn(text: string): { readonly kurz: string; readonly wort: string }[] {
  if (text.length > LONGEST || !/[=→:]/u.test(text)) return [];
  const parts = text.replace(/^\s*(?:legende|abkürzungen)\s*:/iu, "").split(/[,;\n|·•]|\s{2,}|\s[–—-]\s/u);
  const pairs = parts.flatMap((part) => {
    const found = GLEICH.exec(part.trim());
    return found === null ? [] : { kurz: found[1] ?? "", sign: found[2] ?? "", wort: (found[3] ?? "").trim() };
  });
  // “Much: Wohnen” says something else; several of them beside each other explain.
  return pairs.filter(({ sign }) => sign !== ":" || pairs.length >= LEAST);
}

/** What a file says its short forms for themes mean, where it says it once and in words that are certain. */
export function legendeIn(blaetter: readonly Blatt[], verzeichnis: Verzeichnis): readonly Kuerzel[] {
  const pairs = blaetter.flatMap(({ name, zeilen }) =>
    zeilen.flatMap(({ zellen }) => {
      const texts = zellen.flatMap((z) => (typeof z === "string" && z !== "" ? [zellText(z)] : []));
      const [kurz = "", wort = "", ...more] = texts;
      const listed = LEGENDE.test(name) && more.length === 0 && wort !== "" && SHORT.test(kurz);
      return listed ? [{ kurz, wort }] : texts.flatMap(pairsIn);
    }),
  );
  const said = Map.groupBy(pairs, ({ kurz }) => schluessel(kurz));
  const found = [...said].flatMap(([key, same]): Kuerzel[] => {
    const codes = new Set(same.map(({ wort }) => codeOf(verzeichnis, wort)));
    const [code] = codes;
    const [first] = same;
    return key === "" || codes.size !== 1 || code === undefined || first === undefined ? [] : [{ ...first, code }];
  });
  return found.length < LEAST ? [] : found;
}

/** The one theme that a word is certainly about. */
function codeOf(verzeichnis: Verzeichnis, wort: string): string | undefined {
  const teile = interpretMehrere((art, one) => verzeichnis.sicher(art, one), "thema", wort);
  const codes = new Set(teile.map(({ deutung }) => deutung?.code ?? undefined));
  const [code] = codes;
  return codes.size === 1 ? code : undefined;
}
