import { randomUUID } from "node:crypto";
import { PHASE, type Phase, UEBERGAENGE, isBeendet } from "../../src/domains/faelle/model/phasen.ts";
import type { TestDatabase } from "./db.ts";

/** A step of a case as a test remembers it; the first is the request. */
export type Gegangen = { readonly nach: Phase; readonly am: string; readonly grund: string | null };

/** A case as a test remembers it. */
export type Weg = {
  readonly id: string;
  readonly traegerId: string;
  readonly personId: string;
  readonly schritte: readonly Gegangen[];
};

/** Where a way can go on to, the same for the same number. */
export const weiter = (von: Phase, n: number): Phase => {
  const ways = UEBERGAENGE.filter((one) => one.von === von);
  return ways[n % ways.length]?.nach ?? PHASE[0];
};

/** Stores a case with all its steps, as whoever set up the database: only the counting is asked for here. */
export async function storedWeg(
  db: TestDatabase,
  weg: Weg,
  of: { readonly kreis: string; readonly kontoId: string },
  nummer: number,
): Promise<void> {
  const [first] = weg.schritte;
  const last = weg.schritte.at(-1);
  if (first === undefined || last === undefined) throw new Error("A case has a first step.");
  const akte = [of.kreis, weg.traegerId, of.kontoId];
  await db.admin(
    `insert into kim.fall (kreis, traeger_id, konto_id, id, person_id, jahr, nummer, begonnen, dringlichkeit, phase, phase_seit, abschlussgrund)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'normal', $9, $10, $11)`,
    [
      ...akte,
      weg.id,
      weg.personId,
      Number(first.am.slice(0, 4)),
      nummer,
      first.am,
      last.nach,
      last.am,
      last.nach === "abgeschlossen" ? last.grund : null,
    ],
  );
  for (const [i, { nach, am, grund }] of weg.schritte.entries()) {
    const von = weg.schritte[i - 1]?.nach ?? null;
    await db.admin(
      `insert into kim.fall_schritt (kreis, traeger_id, konto_id, id, fall_id, folge, von, nach, am, erfasst_von, abschlussgrund)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $3, $10)`,
      [...akte, randomUUID(), weg.id, i + 1, von, nach, am, nach === "abgeschlossen" ? grund : null],
    );
  }
}

const ANFRAGE = new Set<Phase>(["anfrage", "klaerung", "einwilligung"]);
const artOf = (phase: Phase | undefined) =>
  phase === undefined || isBeendet(phase) ? "ende" : ANFRAGE.has(phase) ? "anfrage" : "fall";

/** The phase of a case on a day: that of its last step up to it. */
const phaseAm = (weg: Weg, day: string): Phase | undefined => weg.schritte.findLast((s) => s.am <= day)?.nach;

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((day) => day.split("-").map(Number));
  const [y1 = 0, m1 = 0, d1 = 0] = a ?? [];
  const [y2 = 0, m2 = 0, d2 = 0] = b ?? [];
  return (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0);
}

const tally = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(words, (w) => w)].map(([word, list]) => [word, list.length]));

/** What one counts of cases by hand, day by day, without a word of SQL. @param bis the last day of the period */
export function vonHand(wege: readonly Weg[], von: string, bis: string) {
  const echte = wege.filter((w) => w.schritte.at(-1)?.grund !== "fehlanlage");
  const stock = (day: string) => echte.flatMap((w) => phaseAm(w, day) ?? []).filter((p) => artOf(p) !== "ende");
  const moves = echte.flatMap((w) =>
    w.schritte.flatMap((s, i) => {
      const before = w.schritte.slice(0, i);
      const [from, to] = [artOf(before.at(-1)?.nach), artOf(s.nach)];
      if (from === to || s.am < von || s.am > bis) return [];
      const again = before.some((b, j) => artOf(b.nach) === to && artOf(w.schritte[j - 1]?.nach) !== to);
      const seit = before.findLast((b, j) => artOf(b.nach) === "fall" && artOf(w.schritte[j - 1]?.nach) !== "fall");
      return [
        { from, to, s, again: again ? "wieder" : "neu", monate: seit === undefined ? 0 : monthsBetween(seit.am, s.am) },
      ];
    }),
  );
  const bewegung = (art: string) => ({
    anfang: stock(dayBefore(von)).filter((p) => artOf(p) === art).length,
    zugang: moves.filter((m) => m.to === art).length,
    abgang: moves.filter((m) => m.from === art).length,
    ende: stock(bis).filter((p) => artOf(p) === art).length,
  });
  const ended = moves.filter((m) => m.from === "fall");
  const personen = echte.filter((w) =>
    w.schritte.some((s, i) => artOf(s.nach) === "fall" && s.am <= bis && (w.schritte[i + 1]?.am ?? "9999") >= von),
  );
  return {
    faelle: bewegung("fall"),
    anfragen: bewegung("anfrage"),
    zugang: tally(moves.filter((m) => m.to === "fall").map((m) => m.again)),
    phasen: tally(stock(bis)),
    gruende: tally(ended.map((m) => (m.s.nach === "abgeschlossen" ? (m.s.grund ?? "") : m.s.nach))),
    ausAnfragen: tally(moves.filter((m) => m.from === "anfrage").map((m) => (m.to === "fall" ? "fall" : m.s.nach))),
    monate: ended.map((m) => m.monate).toSorted((a, b) => a - b),
    personen: new Set(personen.map((w) => w.personId)).size,
  };
}
