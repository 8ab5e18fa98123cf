import { schluessel } from "./schluessel.ts";
import type { Eintrag } from "./woerterbuch.ts";
import { type Wortsorten, readWortliste, wortsorten } from "./wortliste.ts";

/**
 * What the names of states do not tell by themselves, by ISO code: the three-letter code, beginnings of adjectives and
 * inhabitants, whole words. Where a word names no state, the code is that of a nationality (none, unknown) or, with
 * `gruppe:`, of an origin group.
 */
const HERKUNFT = readWortliste("herkunft", { als: ["kuerzel", "anfang", "wort"] });
const STAAT = /^[A-Z]{2}$/;
const OHNE_STAAT: readonly (readonly [code: string, sorten: Wortsorten])[] = [...HERKUNFT].filter(
  ([code]) => !STAAT.test(code),
);

/** How adjectives and inhabitants go on after the beginning: syr|isch, somali|sch, ghana|isch, kosov|arisch. */
const ENDUNGEN = (
  "|isch|sch|ische|ischer|isches|ischen|sche|scher|e|er|erin|in|en|ern|i|ierin|ier|ianisch|ianer|ianerin|anisch|anische|" +
  "anischer|aner|anerin|aisch|aische|arisch|arische|are|arin|esisch|esische|ese|esin|it|ite|itin|itisch|ianische|isch e|" +
  "ien|ia|iya|o|s|a"
).split("|");

/** A nationality of the code list. */
export type Staat = {
  readonly code: string;
  readonly name: string;
  readonly iso2: string | null;
  readonly herkunftsgruppe: string;
};

/** Languages that headers and words of lists come in. */
export const FREMDSPRACHEN = ["de", "en", "fr", "tr"] as const;

const namen = new Map<string, Intl.DisplayNames>();

/** A name as the runtime knows it, "" without. The tables of names are made once: making one takes milliseconds. */
export function laufzeitName(locale: string, type: "region" | "language", code: string): string {
  const key = `${locale}/${type}`;
  const table = namen.get(key) ?? new Intl.DisplayNames([locale], { type, fallback: "none" });
  namen.set(key, table);
  return table.of(code) ?? "";
}

/** The names of a state or language in those languages. */
export const fremdeNamen = (type: "region" | "language", code: string): string[] =>
  FREMDSPRACHEN.map((locale) => schluessel(laufzeitName(locale, type, code))).filter((name) => name !== "");

/** Parts of an official name: “Kongo, Demokratische Republik”. */
const turned = (name: string): string[] => [name, name.split(",").toReversed().join(" ")];

function formenOf(staat: Staat): { formen: string[]; gebeugt: string[]; certain: ReadonlySet<string> } {
  const own = [staat.code, ...turned(staat.name)].map(schluessel);
  if (staat.iso2 === null) return { formen: own, gebeugt: [], certain: new Set(own) };
  const { kuerzel, anfang, wort: named } = wortsorten(HERKUNFT, staat.iso2);
  return {
    formen: [...own, schluessel(staat.iso2), ...kuerzel, ...named, ...fremdeNamen("region", staat.iso2)],
    gebeugt: anfang.flatMap((stamm) => ENDUNGEN.map((end) => stamm + end)),
    certain: new Set([schluessel(staat.name), ...named]),
  };
}

/** A form that two states could have is no form of the one that only derives it. */
function withoutClashes(
  eintraege: readonly { readonly eintrag: Eintrag; readonly certain: ReadonlySet<string> }[],
): Eintrag[] {
  const owner = new Map<string, string>();
  for (const { eintrag, certain } of eintraege) for (const form of certain) owner.set(form, eintrag.code);
  const free = (form: string, code: string) => owner.get(form) === undefined || owner.get(form) === code;
  return eintraege.map(({ eintrag }) => ({
    ...eintrag,
    formen: eintrag.formen.filter((form) => free(form, eintrag.code)),
    gebeugt: (eintrag.gebeugt ?? []).filter((form) => free(form, eintrag.code)),
  }));
}

/**
 * The words for nationality and origin: names, adjectives (syrisch, Syrer), ISO codes. The code is the nationality's, or
 * `gruppe:` and the origin group's where a word names no state.
 */
export function herkunftEintraege(staaten: readonly Staat[], gruppen: readonly { readonly code: string }[]): Eintrag[] {
  const known = new Set([...staaten.map((s) => s.code), ...gruppen.map((g) => `gruppe:${g.code}`)]);
  const states = staaten.map((staat) => {
    const { certain, formen, gebeugt } = formenOf(staat);
    return { eintrag: { code: staat.code, formen, gebeugt }, certain };
  });
  const others = OHNE_STAAT.filter(([code]) => known.has(code)).map(([code, { wort }]) => ({
    eintrag: { code, formen: wort },
    certain: new Set(wort),
  }));
  return withoutClashes([...states, ...others]);
}
