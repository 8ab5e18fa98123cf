import { fremdeNamen, laufzeitName } from "./herkunft.ts";
import { schluessel } from "./schluessel.ts";
import type { Eintrag } from "./woerterbuch.ts";
import { readWortliste, wortsorten } from "./wortliste.ts";

/** Other names of languages, and words that could be several: a guess to be confirmed. */
const SPRACHE = readWortliste("sprache", { als: ["wort", "unklar"] });

/** Several codes for one word make it a guess; without all of them it would be none, so it is left out. */
function unklareEintraege(known: ReadonlySet<string>): Eintrag[] {
  const unklar = [...SPRACHE].map(([code, sorten]) => ({ code, formen: sorten.unklar }));
  const missing = new Set(unklar.filter(({ code }) => !known.has(code)).flatMap(({ formen }) => formen));
  return unklar.map(({ code, formen }) => ({ code, formen: formen.filter((form) => !missing.has(form)) }));
}

/** The words for languages: names in some languages, their own name, ISO codes. */
export function sprachEintraege(codes: readonly { readonly code: string; readonly name: string }[]): Eintrag[] {
  return codes
    .flatMap(({ code, name }): Eintrag[] => {
      const inside = /^(.*?)\s*\((.*)\)$/u.exec(name);
      const names = inside === null ? [name] : [name, ...(inside[2] ?? "").split(",")];
      // “Kurdisch (Sorani)”: the word before belongs to several, “Persisch (Farsi)” only to one.
      const before = inside?.[1];
      const alone = before !== undefined && codes.filter((c) => c.name.startsWith(before)).length === 1 ? [before] : [];
      const own = laufzeitName(code, "language", code);
      const foreign =
        code === "mis" ? [] : fremdeNamen("language", code).filter((n) => n !== "kurdish" && n !== "kurde");
      const formen = [code, ...names, ...alone, own].map(schluessel);
      return [{ code, formen: [...formen, ...foreign, ...wortsorten(SPRACHE, code).wort] }];
    })
    .concat(unklareEintraege(new Set(codes.map((c) => c.code))));
}
