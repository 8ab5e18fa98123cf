import { createHash } from "node:crypto";
import type { Tx } from "../../../platform/db.ts";
import type { Kennzahlen, Zeitraum } from "../model/kennzahlen.ts";
import type { Atom, Muster } from "../model/atom.ts";
import { atomeIn } from "../model/blatt.ts";
import { musterOf } from "../model/muster.ts";
import { genannt } from "../model/nennen.ts";
import { halbjahreUm, teileOf } from "../model/teile.ts";
import { halbjahrAm, monateIn } from "../model/zeitraum.ts";
import { blaetterFuer } from "./blaetter.ts";
import { kennzahlenAller } from "./kennzahlen.ts";
import { personenIn } from "./personen-in.ts";
import { jeZaehlung } from "./seit-zaehlung.ts";
import { type Zahlenstand, standOf, zahlenstand } from "./zahlenstand.ts";

const spanKey = ({ von, bis }: Zeitraum): string => `${von}_${bis}`;

/** What is not told follows from the numbers alone; the same numbers are asked for again and again between two counts. */
const KEPT = 200;
const known = new Map<string, Muster>();

function musterFor(rows: readonly Atom[], von: string, ab: number, before: readonly string[]): Muster {
  const key = createHash("sha256")
    .update(JSON.stringify([rows, von, ab, before]))
    .digest("base64");
  const found = known.get(key) ?? musterOf(rows, monateIn(halbjahrAm(von)), ab, before);
  known.delete(key);
  known.set(key, found);
  for (const [oldest] of known) if (known.size > KEPT) known.delete(oldest);
  return found;
}

export type Genannt = {
  readonly kennzahlen: readonly Kennzahlen[];
  readonly stand: Zahlenstand;
  /** What is not told, by the first day of a half-year: what a release keeps. */
  readonly verdeckt: ReadonlyMap<string, Muster>;
};

/** What releases did not tell, by the first day of a half-year. */
type Vorher = readonly (readonly [von: string, keys: readonly string[]])[];

/** What is not told of these half-years, and the persons of these periods by Träger, by period. */
const nichtGenannte = jeZaehlung(
  100,
  async (tx, stand: Zahlenstand, spans: readonly Zeitraum[], ab: number, vorher: Vorher) => {
    const blaetter = await blaetterFuer(tx, stand, spans);
    const geteilt = new Set(spans.flatMap((z) => teileOf(z).monate.map(([von]) => von)));
    const verdeckt: ReadonlyMap<string, Muster> = new Map(
      vorher.map(([von, before]) => [von, musterFor(atomeIn(blaetter, von, geteilt.has(von)), von, ab, before)]),
    );
    const alle = (await personenIn(tx, stand, spans)).filter(({ art }) => art === "beratung");
    const je = Map.groupBy(alle, ({ nr }) => nr);
    const personen = new Map(
      spans.map((z, i) => [
        spanKey(z),
        new Map((je.get(i + 1) ?? []).map(({ traegerId, anzahl }) => [traegerId, anzahl])),
      ]),
    );
    return { verdeckt, personen };
  },
);

/**
 * The figures of whole months as they may be told above a Träger's own view: of the Kreis, or of one Träger where it is named, for
 * several periods in their order. Small numbers and what would give them away are `VERDECKT`, as in every earlier release.
 */
export async function genannte(tx: Tx, zeitraeume: readonly Zeitraum[], traegerId?: string): Promise<Genannt> {
  // Before the figures: up to when they are counted may be said too early, and never too late.
  const stand = await zahlenstand(tx);
  const spans = zeitraeume.map(({ von, bis }) => ({ von, bis }));
  const raw = await kennzahlenAller(tx, stand, spans, traegerId);
  const { ab } = stand;
  const halves = [...new Set(spans.flatMap(halbjahreUm))];
  const vorher: Vorher = halves.map((von) => [von, stand.berichte.flatMap((b) => b.verdeckt[von] ?? [])]);
  const { verdeckt, personen } = await nichtGenannte(tx, stand, spans, ab, vorher);
  const none: ReadonlyMap<string, number> = new Map();
  const kennzahlen = raw.map((k) => {
    const je = personen.get(spanKey(k.zeitraum)) ?? none;
    return { ...genannt(k, { ab, muster: verdeckt, personen: je }), stand: standOf(stand) };
  });
  return { kennzahlen, stand, verdeckt };
}
