import { KREIS, OHNE_THEMA } from "./atom.ts";
import { faelleGenannt } from "./fall-nennen.ts";
import { type Kennzahlen, WENIGE, type Zaehlung } from "./kennzahlen.ts";
import { schuetzeReihe } from "./schutz.ts";
import { type MusterJeHalbjahr, teileOf, verdeckteKodes, verdecktIn } from "./teile.ts";
import { VERDECKT, type Zelle, istGenannt, klein } from "./zelle.ts";
import type { Monat } from "./zeitraum.ts";

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
    faelle: faelleGenannt(raw, wer, muster, ab),
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
