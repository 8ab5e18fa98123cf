import { type Kennzahlen, WENIGE, type Zaehlung, type Zeitraum } from "./kennzahlen.ts";
import { KREIS, type Muster, OHNE_THEMA, keyOf } from "./atom.ts";
import { schuetzeReihe } from "./schutz.ts";
import { VERDECKT, type Zelle, istGenannt } from "./zelle.ts";
import { type Monat, halbjahrAm, monateIn } from "./zeitraum.ts";

/** By the first day of a half-year. */
export type MusterJeHalbjahr = ReadonlyMap<string, Muster>;

/** What a period is put together from, by the first day of a half-year: all of it, or some of its months. */
export function teileOf(z: Zeitraum): { readonly halbjahre: readonly string[]; readonly monate: [string, Monat[]][] } {
  const byHalf = [...Map.groupBy(monateIn(z), (monat) => halbjahrAm(`${monat}-01`).von)];
  return {
    halbjahre: byHalf.filter(([, monate]) => monate.length === 6).map(([von]) => von),
    monate: byHalf.filter(([, monate]) => monate.length < 6),
  };
}

/** The half-years that a period lies in, by their first days. */
export const halbjahreUm = (z: Zeitraum): string[] => [
  ...new Set(monateIn(z).map((monat) => halbjahrAm(`${monat}-01`).von)),
];

/**
 * Whether a number of a period is told: only where every part is that it is the sum of, or the half-year and the rest of it. So
 * whatever is told follows from parts that are told, and no difference of two periods tells more than they do.
 */
function verdecktIn(z: Zeitraum, wer: string, muster: MusterJeHalbjahr) {
  const { halbjahre, monate } = teileOf(z);
  const hidden = (von: string, key: string): boolean => {
    const one = muster.get(von);
    return one === undefined || one.has(key) || [wer, KREIS].some((w) => one.has(keyOf(w, "alles", "")));
  };
  return (merkmal: string, kode: string): boolean => {
    const whole = (von: string) => hidden(von, keyOf(wer, merkmal, kode));
    const some = (von: string, months: readonly Monat[]) =>
      months.some((monat) => hidden(von, keyOf(wer, merkmal, kode, monat)));
    const rest = (von: string, months: readonly Monat[]) =>
      monateIn(halbjahrAm(von)).filter((monat) => !months.includes(monat));
    return (
      halbjahre.some(whole) ||
      monate.some(([von, months]) => some(von, months) && (whole(von) || some(von, rest(von, months))))
    );
  };
}

/** The codes of a feature of which something is not told in a period, also where nothing is counted. */
function verdeckteKodes(z: Zeitraum, wer: string, muster: MusterJeHalbjahr): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>();
  for (const key of halbjahreUm(z).flatMap((von) => [...(muster.get(von) ?? [])])) {
    const [, whose, merkmal = "", ...kode] = key.split("|");
    if (whose !== wer) continue;
    codes.set(merkmal, (codes.get(merkmal) ?? new Set<string>()).add(kode.join("|")));
  }
  return codes;
}

/** Persons of one period, by Träger: they add up over Träger and not over time. */
function personenOf(raw: Kennzahlen, wer: string, je: ReadonlyMap<string, number>, ab: number): Zelle | null {
  if (!istGenannt(raw.personen)) return raw.personen;
  const all = [...je.values()].reduce((a, b) => a + b, 0);
  if (all > 0 && all < ab) return VERDECKT;
  return wer !== KREIS && schuetzeReihe(je, ab, () => false).has(wer) ? VERDECKT : raw.personen;
}

export type Nennbares = {
  readonly ab: number;
  readonly muster: MusterJeHalbjahr;
  /** Persons of the period by Träger. */
  readonly personen: ReadonlyMap<string, number>;
};

/** Mentions without a theme stand beside the themes. */
const ohneRest = ({ [OHNE_THEMA]: _rest, ...themen }: Zaehlung): Zaehlung => themen;

const klein = (n: Zelle | null, ab: number): boolean => istGenannt(n) && n > 0 && n < ab;

/** The figures of a period as they may be told above a Träger's own view. @param raw as they are counted */
export function genannt(raw: Kennzahlen, { ab, muster, personen }: Nennbares): Kennzahlen {
  const { zeitraum } = raw;
  const wer = raw.traegerId ?? KREIS;
  const hidden = verdecktIn(zeitraum, wer, muster);
  const kodes = verdeckteKodes(zeitraum, wer, muster);
  const aufgeteilt = (wer === KREIS || teileOf(zeitraum).monate.length === 0) && !hidden("alles", "");
  const one = (n: Zelle, merkmal: string, kode: string): Zelle => (hidden(merkmal, kode) ? VERDECKT : n);
  const table = (counts: Zaehlung, merkmal: string): Zaehlung => {
    if (!aufgeteilt) return {};
    const all = new Set([...Object.keys(counts), ...(kodes.get(merkmal) ?? [])]);
    const told = [...all].map((kode): [string, Zelle] => [kode, one(counts[kode] ?? 0, merkmal, kode)]);
    return Object.fromEntries(told.filter(([kode, n]) => kode in counts || n === VERDECKT));
  };
  const monat = (m: Monat): boolean =>
    verdecktIn({ von: `${m}-01`, bis: `${m}-01` }, wer, muster)("summe", "beratungen");
  return {
    ...raw,
    ab,
    zuKlein: WENIGE.filter((name) => klein(raw[name], ab)),
    aufgeteilt,
    kontakte: one(raw.kontakte, "stufe", "0"),
    beratungen: one(raw.beratungen, "summe", "beratungen"),
    ausSummen: one(raw.ausSummen, "aus_summen", "teil"),
    einzelne: one(raw.einzelne, "aus_summen", "teil"),
    personen: personenOf(raw, wer, personen, ab),
    themen: ohneRest(table(raw.themen, "thema")),
    mitThema: one(raw.mitThema, "mit_thema", "teil"),
    themenEinzeln: ohneRest(table(raw.themenEinzeln, "thema_einzeln")),
    nichtZugeordnet: one(raw.nichtZugeordnet, "thema", OHNE_THEMA),
    nennungen: one(raw.nennungen, "summe", "nennungen"),
    kommunen: table(raw.kommunen, "beratungen"),
    monate: Object.fromEntries(Object.entries(raw.monate).map(([m, n]) => [m, monat(m) ? VERDECKT : n])),
    neuzuweisungen: one(raw.neuzuweisungen, "neuzuweisung", "teil"),
    neuzuweisungGrundlage: one(raw.neuzuweisungGrundlage, "neuzuweisung_grundlage", "teil"),
    merkmale: {
      stufe: table(raw.merkmale.stufe, "stufe"),
      kontaktweg: table(raw.merkmale.kontaktweg, "kontaktweg"),
      sprache: table(raw.merkmale.sprache, "sprache"),
      verstaendigung: table(raw.merkmale.verstaendigung, "verstaendigung"),
      ergebnis: table(raw.merkmale.ergebnis, "ergebnis"),
      herkunftsgruppe: table(raw.merkmale.herkunftsgruppe, "herkunftsgruppe"),
      altersgruppe: table(raw.merkmale.altersgruppe, "altersgruppe"),
    },
  };
}
