import { ENDUNGEN, HERKUNFT, OHNE_STAAT } from "./herkunft-formen.ts";
import { schluessel } from "./schluessel.ts";
import { type Eintrag, woerter } from "./woerterbuch.ts";

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
  const [iso3 = "", staemme = "", more = ""] = HERKUNFT[staat.iso2] ?? [];
  const named = woerter(more);
  return {
    formen: [...own, schluessel(staat.iso2), schluessel(iso3), ...named, ...fremdeNamen("region", staat.iso2)],
    gebeugt: woerter(staemme).flatMap((stamm) => ENDUNGEN.map((end) => stamm + end)),
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
  const others = Object.entries(OHNE_STAAT)
    .filter(([code]) => known.has(code))
    .map(([code, list]) => ({ eintrag: { code, formen: woerter(list) }, certain: new Set(woerter(list)) }));
  return withoutClashes([...states, ...others]);
}
