import { fremdeNamen, laufzeitName } from "./herkunft.ts";
import { schluessel } from "./schluessel.ts";
import { type Eintrag, woerter } from "./woerterbuch.ts";

/** Other names of languages. */
const NAMEN: Readonly<Record<string, string>> = {
  fa: "farsi|persisch|pers|persian",
  prs: "dari|afghanisch|afghanisch persisch",
  kmr: "kurmandschi|kurmanci|kurmanji|kurmanchi|kurmandji|nordkurdisch",
  ckb: "sorani|zentralkurdisch",
  ps: "paschto|pashto|paschtu|pashtu|pashtun|paschtun",
  sr: "serbokroatisch|bks|bosnisch kroatisch serbisch",
  ti: "tigrinisch|tigrigna|tigrinya|tigrina|eritreisch",
  so: "somalisch",
  am: "aethiopisch",
  rom: "romanes|romani|roma",
  ff: "fula|fulfulde|fulani|pular|peul|fullah",
  man: "mandingo|mandinka|malinke|bambara|dioula|mandingue",
  sus: "susu|soussou",
  ber: "berberisch|tamazight|kabylisch|tarifit|rifi",
  gsg: "gebaerdensprache|dgs",
  aii: "aramaeisch|assyrisch|neuaramaeisch|suryoyo",
  zh: "mandarin|kantonesisch|chin",
  tl: "filipino|philippinisch",
  sw: "swahili|suaheli|kisuaheli",
  en: "engl",
  ar: "arab",
  uk: "ukr|ukrain",
  nl: "hollaendisch|flaemisch",
  be: "weissrussisch",
  mis: "sonstige|andere|sonstige sprache|other|autre|diger",
};

/** Words that could be several languages: a guess to be confirmed. */
const UNKLAR: Readonly<Record<string, string>> = { kmr: "kurdisch|kurdish|kuerdisch|kurde|kurd" };

/** The words for languages: names in some languages, their own name, ISO codes. */
export function sprachEintraege(codes: readonly { readonly code: string; readonly name: string }[]): Eintrag[] {
  const has = new Set(codes.map((c) => c.code));
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
      return [{ code, formen: [...formen, ...foreign, ...woerter(NAMEN[code] ?? "")] }];
    })
    .concat(
      // Two codes for one word make it a guess.
      Object.entries(UNKLAR).flatMap(([code, list]) =>
        has.has(code) && has.has("ckb")
          ? [
              { code, formen: woerter(list) },
              { code: "ckb", formen: woerter(list) },
            ]
          : [],
      ),
    );
}
