import { PHASE, isBeendet } from "../../faelle/model/phasen.ts";
import { type Atom, KREIS, keyOf } from "./atom.ts";
import { ALLE, ANFRAGEN, ANTWORTEN, DAUER, ZIELE, ZUGANG, bandOf, istAnfrage } from "./fallzahlen.ts";
import { type Feld, schuetze, schuetzeReihe } from "./schutz.ts";

/** The figures of cases that are told: of the whole Kreis and whole half-years only, so there is nothing to subtract them from. */
type Reihe = ReadonlyMap<string, number>;

const sumOf = (reihe: Reihe): number => [...reihe.values()].reduce((a, b) => a + b, 0);

function reihen(atome: readonly Atom[]) {
  return (merkmal: string, ist: (kode: string) => boolean = () => true, kodeOf = (kode: string) => kode): Reihe => {
    const counts = new Map<string, number>();
    for (const a of atome) {
      if (a.merkmal !== merkmal || a.monat !== null || !ist(a.kode)) continue;
      counts.set(kodeOf(a.kode), (counts.get(kodeOf(a.kode)) ?? 0) + a.anzahl);
    }
    return counts;
  };
}

/** With the codes of which there is nothing: where a line is not told, that is not told either. */
const alle = (kodes: object, reihe: Reihe): Reihe =>
  new Map([...Object.keys(kodes).map((kode) => [kode, 0] as const), ...reihe]);

/**
 * Adds what of the cases of a half-year is not told. What came and what went is protected as if every stock were known, because that of
 * the half-year before and after is; where a stock is not told, neither is what leads to it. Stock is hidden by its own size alone, so
 * that the end of one half-year and the beginning of the next hide the same.
 * @param verdeckt keys of releases before, added to
 */
export function faelleVerdecken(atome: readonly Atom[], ab: number, verdeckt: Set<string>): void {
  const of = reihen(atome);
  const has = (merkmal: string, kode = "") => verdeckt.has(keyOf(KREIS, merkmal, kode));
  const hide = (merkmal: string, kode = "") => verdeckt.add(keyOf(KREIS, merkmal, kode));
  const small = (n: number) => n > 0 && n < ab;
  const codes = (merkmal: string, reihe: Reihe, gone: boolean) => {
    for (const kode of schuetzeReihe(reihe, ab, (one) => gone || has(merkmal, one))) hide(merkmal, kode);
  };

  for (const name of ["fall", "anfrage"]) {
    const ist = (phase: string) => istAnfrage(phase) === (name === "anfrage");
    const phasen = Object.fromEntries(PHASE.filter((p) => !isBeendet(p) && ist(p)).map((p) => [p, 0]));
    for (const at of ["anfang", "ende"]) if (small(sumOf(of(`fall_${at}`, ist)))) hide(`${name}_${at}`);
    const ohne = has(`${name}_anfang`) || has(`${name}_ende`);
    const wege = [`${name}_zugang`, `${name}_abgang`];
    const felder = wege.map((weg, i): Feld => {
      const before = ohne || has(weg);
      return { wert: sumOf(of(weg)), zeichen: i === 0 ? 1 : -1, art: before ? "verdeckt" : "offen", leer: before };
    });
    schuetze([felder, felder.map((): Feld => ({ wert: 1e9, zeichen: 1, art: "verdeckt", leer: true }))], ab);
    wege.forEach((weg, i) => felder[i]?.art === "verdeckt" && hide(weg));
    codes(`${name}_phase`, alle(phasen, of("fall_ende", ist)), has(`${name}_ende`));
  }
  if (has("fall_abgang")) hide("fall_grund", ALLE);
  else codes("fall_grund", of("fall_abgang"), has("fall_grund", ALLE));
  codes("fall_dauer", alle(DAUER, of("fall_monate", undefined, bandOf)), has("fall_abgang"));
  const eigene = (merkmal: string, von: string, worte: readonly { readonly code: string }[]) => {
    const kodes = Object.fromEntries(worte.map(({ code }) => [code, 0]));
    codes(merkmal, alle(kodes, of(von)), small(sumOf(of(von))));
  };
  eigene("fall_ziel", "ziel", ZIELE);
  eigene("fall_zufriedenheit", "zufriedenheit", ANTWORTEN);
  zugaenge();

  /** Who came in for the first time was a request before: the same number stands in both tables. */
  function zugaenge(): void {
    for (let before = -1; before !== verdeckt.size;) {
      before = verdeckt.size;
      codes("fall_neu", alle(ZUGANG, of("fall_zugang")), has("fall_zugang"));
      codes("anfrage_ergebnis", alle(ANFRAGEN, of("anfrage_abgang")), has("anfrage_abgang"));
      if (has("fall_neu", "neu") || has("fall_zugang")) hide("anfrage_ergebnis", "fall");
      if (has("anfrage_ergebnis", "fall")) hide("fall_neu", "neu");
    }
  }
}
