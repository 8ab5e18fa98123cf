import { type Zelle, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import { readWortliste, wortsorten } from "../woerter/wortliste.ts";

const BEDEUTUNGEN = [
  "haushalt",
  "name",
  "vorname",
  "nachname",
  "geburtsdatum",
  "herkunft",
  "sprache",
  "kommune",
  "unterkunft",
  "anschrift",
  "ankunft",
  "anzahl",
  "kontakt",
  "nummer",
] as const;
type Bedeutung = (typeof BEDEUTUNGEN)[number];

const WORDS = new Map<string, Bedeutung>();
const LISTE = readWortliste("zuweisungskopf", { als: ["wort"], codes: BEDEUTUNGEN });
for (const one of BEDEUTUNGEN) for (const wort of wortsorten(LISTE, one).wort) WORDS.set(wort, one);

/** Columns that nothing is ever taken from, whatever they hold: there is no field for it, and no note either. */
const NIE =
  /religi|konfession|glaube|duldung|abschieb|ausreise|polizei|straf|verdacht|aufenthaltsst|aufenthaltsti|asylst|gesundheitsz|diagnos/u;

/** A column: where it stands, its head, and what it means; `nie` nothing is taken from, `anderes` is kept as text. */
export type Zuweisungsspalte = {
  readonly index: number;
  readonly kopf: string;
  readonly bedeutung: Bedeutung | "nie" | "anderes";
};

const withoutBrackets = (text: string): string => text.replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, " ");

function bedeutungOf(kopf: string): Zuweisungsspalte["bedeutung"] {
  const keys = [kopf, withoutBrackets(kopf)].map((one) => schluessel(one.replaceAll(/-\s*\n\s*/gu, "")));
  if (NIE.test(keys[0] ?? "")) return "nie";
  return (
    keys.flatMap((key) => [WORDS.get(key), WORDS.get(key.replaceAll(" ", ""))]).find((one) => one !== undefined) ??
    "anderes"
  );
}

const WHO = new Set<Zuweisungsspalte["bedeutung"]>(["name", "vorname", "nachname", "haushalt", "anzahl", "unterkunft"]);

/** The columns that a row names as the head of such a list; undefined for a row that is none. The same meaning twice is text the second time. */
export function kopfIn(zellen: readonly Zelle[]): readonly Zuweisungsspalte[] | undefined {
  const seen = new Set<string>();
  const spalten = zellen.flatMap((zelle, index): Zuweisungsspalte[] => {
    const kopf = zellText(zelle);
    if (kopf === "" || kopf.length > 60) return [];
    const bedeutung = bedeutungOf(kopf);
    const again = seen.has(bedeutung) && bedeutung !== "nie";
    seen.add(bedeutung);
    return [{ index, kopf, bedeutung: again ? "anderes" : bedeutung }];
  });
  const known = spalten.filter(({ bedeutung }) => bedeutung !== "anderes" && bedeutung !== "nie");
  return known.length >= 2 && known.some(({ bedeutung }) => WHO.has(bedeutung)) ? spalten : undefined;
}
