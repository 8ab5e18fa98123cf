import { expect, test } from "vitest";
import { Gleichungen } from "../../../../tests/support/gleichungen.ts";
import { type Atom, KREIS, keyOf } from "./atom.ts";
import { ALLE, ANFRAGEN, DAUER, ZUGANG } from "./fallzahlen.ts";
import { faelleVerdecken } from "./fall-schutz.ts";

/** The neighbour of 0038 for cases: two half-years in a row, every number of both that is told, and everything that adds up. */
const GRUENDE = ["erreicht", "kontakt", "wegzug", "widerruf"];
const PHASEN = { fall: ["assessment", "hilfeplan", "umsetzung"], anfrage: ["anfrage", "klaerung"] };
const BANDS = Object.keys(DAUER);

/** The same numbers for the same seed; most of them small. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) ** 3 * 14);
  };
}

type Half = Readonly<Record<string, Readonly<Record<string, number>>>>;

const spread = (total: number, codes: readonly string[], next: () => number): Record<string, number> => {
  const counts: Record<string, number> = Object.fromEntries(codes.map((code) => [code, 0]));
  for (let i = 0; i < total; i += 1) {
    const code = codes[Math.min(codes.length - 1, Math.floor((next() * codes.length) / 14))] ?? "";
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};
const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** A half-year after another one that balances, whatever chance says. */
function half(before: Readonly<Record<"fall" | "anfrage", number>>, next: () => number) {
  const anfrageZugang = next();
  const anfrageAbgang = Math.min(before.anfrage + anfrageZugang, next() + next());
  const ergebnis = spread(anfrageAbgang, Object.keys(ANFRAGEN), next);
  const zugang = { neu: ergebnis["fall"] ?? 0, wieder: Math.floor(next() / 4) };
  const abgang = Math.min(before.fall + sum(zugang), next());
  const ende = {
    fall: before.fall + sum(zugang) - abgang,
    anfrage: before.anfrage + anfrageZugang - anfrageAbgang,
  };
  const zahlen: Half = {
    anfrage_zugang: { neu: anfrageZugang },
    anfrage_abgang: ergebnis,
    fall_zugang: zugang,
    fall_abgang: spread(abgang, GRUENDE, next),
    fall_monate: spread(abgang, BANDS, next),
    fall_ende: { ...spread(ende.fall, PHASEN.fall, next), ...spread(ende.anfrage, PHASEN.anfrage, next) },
  };
  return { zahlen, before, ende };
}

/** What is told, what it adds up to, and where it is hidden: the names of the numbers in one half-year. */
const TAFELN = [
  { merkmal: "fall_zugang", key: "fall_neu", codes: Object.keys(ZUGANG), whole: "fall_zugang" },
  { merkmal: "fall_abgang", key: "fall_grund", codes: GRUENDE, whole: "fall_abgang" },
  { merkmal: "fall_monate", key: "fall_dauer", codes: BANDS, whole: "fall_abgang" },
  { merkmal: "anfrage_abgang", key: "anfrage_ergebnis", codes: Object.keys(ANFRAGEN), whole: "anfrage_abgang" },
  { merkmal: "fall_ende", key: "fall_phase", codes: PHASEN.fall, whole: "fall_ende" },
  { merkmal: "fall_ende", key: "anfrage_phase", codes: PHASEN.anfrage, whole: "anfrage_ende" },
] as const;
const NAMES = [0, 1].flatMap((h) => [
  ...["fall", "anfrage"].flatMap((n) => [`${h}/${n}_zugang`, `${h}/${n}_abgang`, `${h + 1}/${n}`]),
  ...TAFELN.flatMap(({ key, codes }) => codes.map((code) => `${h}/${key}/${code}`)),
]);
const ALL = ["0/fall", "0/anfrage", ...NAMES];

const rowOf = (parts: Readonly<Record<string, number>>): Float64Array => {
  const row = new Float64Array(ALL.length);
  for (const [name, n] of Object.entries(parts)) {
    const at = ALL.indexOf(name);
    if (at < 0) throw new Error(name);
    row[at] = ((row[at] ?? 0) + n + 33_554_393) % 33_554_393;
  }
  return row;
};

function found(seed: number): string[] {
  const next = random(seed);
  const one = half({ fall: next(), anfrage: next() }, next);
  const two = half(one.ende, next);
  const known = new Gleichungen(ALL.length);
  const hidden: string[] = [];
  // That there is nothing is no secret.
  const tell = (name: string, told: boolean, wert: number) => {
    if (told) known.learn(rowOf({ [name]: 1 }));
    else if (wert > 0) hidden.push(name);
  };
  const stock = new Map<string, { told: boolean; wert: number }>();
  for (const [h, { zahlen, before, ende }] of [one, two].entries()) {
    const atome: Atom[] = Object.entries({
      ...zahlen,
      fall_anfang: { umsetzung: before.fall, anfrage: before.anfrage },
    })
      .flatMap(([merkmal, counts]) => Object.entries(counts).map(([kode, anzahl]) => ({ merkmal, kode, anzahl })))
      .filter(({ anzahl }) => anzahl > 0)
      .map((a) => ({ ...a, traegerId: "a", monat: null }));
    const gone = new Set<string>();
    faelleVerdecken(atome, 3, gone);
    const told = (key: string, code = "") => !gone.has(keyOf(KREIS, key, code)) && !gone.has(keyOf(KREIS, key, ALLE));
    for (const n of ["fall", "anfrage"] as const) {
      for (const [at, name, wert] of [
        [`${n}_anfang`, `${h}/${n}`, before[n]],
        [`${n}_ende`, `${h + 1}/${n}`, ende[n]],
      ] as const) {
        stock.set(name, { told: stock.get(name)?.told === true || told(at), wert });
      }
      for (const way of ["zugang", "abgang"])
        tell(`${h}/${n}_${way}`, told(`${n}_${way}`), sum(zahlen[`${n}_${way}`] ?? {}));
      known.learn(
        rowOf({ [`${h}/${n}`]: 1, [`${h}/${n}_zugang`]: 1, [`${h}/${n}_abgang`]: -1, [`${h + 1}/${n}`]: -1 }),
      );
    }
    for (const { merkmal, key, codes, whole } of TAFELN) {
      for (const code of codes) tell(`${h}/${key}/${code}`, told(key, code), zahlen[merkmal]?.[code] ?? 0);
      const name = whole.endsWith("_ende") ? `${h + 1}/${whole.replace("_ende", "")}` : `${h}/${whole}`;
      known.learn(rowOf({ ...Object.fromEntries(codes.map((code) => [`${h}/${key}/${code}`, 1])), [name]: -1 }));
    }
    // Who was a request before comes in for the first time.
    known.learn(rowOf({ [`${h}/fall_neu/neu`]: 1, [`${h}/anfrage_ergebnis/fall`]: -1 }));
  }
  for (const [name, { told, wert }] of stock) tell(name, told, wert);
  return hidden.filter((name) => known.follows(rowOf({ [name]: 1 })));
}

test("a hundred years of few cases: nothing that is not told follows from what is", () => {
  for (let seed = 1; seed <= 100; seed += 1) expect(found(seed), `year ${seed}`).toEqual([]);
});
