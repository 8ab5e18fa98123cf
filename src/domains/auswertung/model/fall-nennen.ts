import { PHASE } from "../../faelle/model/phasen.ts";
import { KREIS, keyOf } from "./atom.ts";
import {
  ALLE,
  ANFRAGEN,
  ANTWORTEN,
  type Bewegung,
  DAUER,
  type Fallzahlen,
  ZIELE,
  ZUGANG,
  istAnfrage,
} from "./fallzahlen.ts";
import type { Kennzahlen, Zaehlung } from "./kennzahlen.ts";
import { type MusterJeHalbjahr, teileOf, verdeckteKodes, verdecktIn } from "./teile.ts";
import { VERDECKT, type Zelle, klein, laenge } from "./zelle.ts";

/** Half of so many is no longer one case. */
const MEDIAN_AB = 10;

/** Cases are told of the whole Kreis and of whole half-years; stock is that of the first and of the last of them. */
export function faelleGenannt(raw: Kennzahlen, wer: string, muster: MusterJeHalbjahr, ab: number): Fallzahlen | null {
  const { zeitraum, faelle: f } = raw;
  const halves = teileOf(zeitraum).halbjahre;
  const [first, last] = [halves[0], halves.at(-1)];
  if (f === null || wer !== KREIS || teileOf(zeitraum).monate.length > 0) return null;
  const hidden = verdecktIn(zeitraum, wer, muster);
  const am = (von: string | undefined, merkmal: string, kode = "") =>
    von === undefined || muster.get(von)?.has(keyOf(wer, merkmal, kode)) !== false;
  const one = (gone: boolean, n: Zelle): Zelle => (gone ? VERDECKT : n);
  const bewegung = (name: string, b: Bewegung): Bewegung => ({
    anfang: one(am(first, `${name}_anfang`), b.anfang),
    zugang: one(hidden(`${name}_zugang`, ""), b.zugang),
    abgang: one(hidden(`${name}_abgang`, ""), b.abgang),
    ende: one(am(last, `${name}_ende`), b.ende),
  });
  const table = (counts: Zaehlung, merkmal: string, all: Iterable<string> = Object.keys(counts)): Zaehlung =>
    Object.fromEntries(
      [...all]
        .map((kode): [string, Zelle] => [kode, one(hidden(merkmal, kode), counts[kode] ?? 0)])
        .filter(([kode, n]) => kode in counts || n === VERDECKT),
    );
  const phasen = PHASE.map((phase): [string, Zelle] => [
    phase,
    one(am(last, `${istAnfrage(phase) ? "anfrage" : "fall"}_phase`, phase), f.phasen[phase] ?? 0),
  ]).filter(([phase, n]) => phase in f.phasen || n === VERDECKT);
  const kodes = verdeckteKodes(zeitraum, wer, muster);
  return {
    faelle: bewegung("fall", f.faelle),
    anfragen: bewegung("anfrage", f.anfragen),
    zugang: table(f.zugang, "fall_neu", Object.keys(ZUGANG)),
    phasen: Object.fromEntries(phasen),
    gruende: hidden("fall_grund", ALLE)
      ? { [ALLE]: VERDECKT }
      : table(f.gruende, "fall_grund", new Set([...Object.keys(f.gruende), ...(kodes.get("fall_grund") ?? [])])),
    ausAnfragen: table(f.ausAnfragen, "anfrage_ergebnis", Object.keys(ANFRAGEN)),
    dauer: table(f.dauer, "fall_dauer", Object.keys(DAUER)),
    ziele: table(
      f.ziele,
      "fall_ziel",
      ZIELE.map(({ code }) => code),
    ),
    zufriedenheit: table(
      f.zufriedenheit,
      "fall_zufriedenheit",
      ANTWORTEN.map(({ code }) => code),
    ),
    median: laenge(f.faelle.abgang) < MEDIAN_AB || hidden("fall_abgang", "") ? null : f.median,
    personen: klein(f.personen, ab) ? VERDECKT : f.personen,
    haushalte: klein(f.haushalte, ab) ? VERDECKT : f.haushalte,
  };
}
