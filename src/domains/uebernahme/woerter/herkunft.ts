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

/** The names of a state or language in those languages, as the runtime knows them. */
export function fremdeNamen(type: "region" | "language", code: string): string[] {
  return FREMDSPRACHEN.flatMap((locale) => {
    const name = new Intl.DisplayNames([locale], { type, fallback: "none" }).of(code);
    return name === undefined ? [] : schluessel(name);
  });
}

/** Parts of an official name: “Kongo, Demokratische Republik”. */
const turned = (name: string): string[] => [name, name.split(",").toReversed().join(" ")];

function formenOf(staat: Staat): string[] {
  const { iso2 } = staat;
  const own = [staat.code, ...turned(staat.name)].map(schluessel);
  if (iso2 === null) return own;
  const [iso3 = "", staemme = "", more = ""] = HERKUNFT[iso2] ?? [];
  const bent = woerter(staemme).flatMap((stamm) => ENDUNGEN.map((end) => stamm + end));
  return [...own, schluessel(iso2), schluessel(iso3), ...woerter(more), ...bent, ...fremdeNamen("region", iso2)];
}

/** A form that two states could have is no form of the one that only derives it. */
function withoutClashes(
  eintraege: readonly { readonly eintrag: Eintrag; readonly certain: ReadonlySet<string> }[],
): Eintrag[] {
  const owner = new Map<string, string>();
  for (const { eintrag, certain } of eintraege) for (const form of certain) owner.set(form, eintrag.code);
  return eintraege.map(({ eintrag }) => ({
    ...eintrag,
    formen: eintrag.formen.filter((form) => owner.get(form) === undefined || owner.get(form) === eintrag.code),
  }));
}

/**
 * The words for nationality and origin: names, adjectives (syrisch, Syrer), ISO codes. The code is the nationality's, or
 * `gruppe:` and the origin group's where a word names no state.
 */
export function herkunftEintraege(staaten: readonly Staat[], gruppen: readonly { readonly code: string }[]): Eintrag[] {
  const known = new Set([...staaten.map((s) => s.code), ...gruppen.map((g) => `gruppe:${g.code}`)]);
  const states = staaten.map((staat) => {
    const formen = [...new Set(formenOf(staat))];
    const [, , more = ""] = (staat.iso2 === null ? undefined : HERKUNFT[staat.iso2]) ?? [];
    return { eintrag: { code: staat.code, formen }, certain: new Set([schluessel(staat.name), ...woerter(more)]) };
  });
  const others = Object.entries(OHNE_STAAT)
    .filter(([code]) => known.has(code))
    .map(([code, list]) => ({ eintrag: { code, formen: woerter(list) }, certain: new Set(woerter(list)) }));
  return withoutClashes([...states, ...others]);
}
