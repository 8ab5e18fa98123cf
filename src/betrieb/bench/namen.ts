import type { Zufall } from "../../demo/zufall.ts";

/** A name in Latin letters and in the script that its bearers write; for most languages the same. */
type Wort = { readonly latein: string; readonly schrift: string };

const SILBEN =
  "ba be da di fa fi ga ha he ja ka ki la le li ma me mi mo na ni no ra re ri ro sa se su ta te to va vi ya ye za".split(
    " ",
  );
const ENDEN = ["n", "r", "d", "m", "k", "s", "l", "h", "", "", "", "dan", "rin", "nov", "ski", "ashi"];

const KYRILLISCH = schrift("a а b б d д e е f ф g г h х i и j й k к l л m м n н o о r р s с t т u у v в y й z з");
const ARABISCH = schrift("a ا b ب d د e ي f ف g غ h ه i ي j ج k ك l ل m م n ن o و r ر s س t ت u و v ف y ي z ز");
const SCHRIFTEN: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  uk: KYRILLISCH,
  ar: ARABISCH,
  prs: ARABISCH,
  ckb: ARABISCH,
};

function schrift(paare: string): ReadonlyMap<string, string> {
  const zeichen = paare.split(" ");
  return new Map(zeichen.flatMap((latein, i) => (i % 2 === 0 ? [[latein, zeichen[i + 1] ?? ""] as const] : [])));
}

const gross = (wort: string) => wort.charAt(0).toUpperCase() + wort.slice(1);

function erfinde(zufall: Zufall, zeichen: ReadonlyMap<string, string> | undefined): Wort {
  const silben = Array.from({ length: 2 + Math.floor(zufall.next() * 2) }, () => zufall.skewed(SILBEN, 1.6));
  const wort = silben.join("") + zufall.one(ENDEN);
  const latein = gross(wort);
  return {
    latein,
    schrift: zeichen === undefined ? latein : gross([...wort].map((z) => zeichen.get(z) ?? z).join("")),
  };
}

export type Namen = { readonly vornamen: readonly Wort[]; readonly nachnamen: readonly Wort[] };

/** Nonsense of syllables, so that nobody bears it; by language, the same on every run. */
export function erfindeNamen(zufall: Zufall, sprachen: readonly string[]): ReadonlyMap<string, Namen> {
  const liste = (sprache: string, n: number) => Array.from({ length: n }, () => erfinde(zufall, SCHRIFTEN[sprache]));
  return new Map(sprachen.map((s) => [s, { vornamen: liste(s, 300), nachnamen: liste(s, 3000) }]));
}

/** One name in ten is written down as its bearer writes it. */
const IM_ORIGINAL = 0.1;

export const geschrieben = (zufall: Zufall, wort: Wort): string =>
  zufall.chance(IM_ORIGINAL) ? wort.schrift : wort.latein;
