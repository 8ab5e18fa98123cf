import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { gespraech, gespraechTyped, haushalt, schritt, stapel } from "../../../../tests/support/neuzuweisungen.ts";
import { runs } from "../../../../tests/support/runs.ts";
import { asWorker, counted } from "../../../../tests/support/zaehlen.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { withdrawBeratung } from "../../beratungen/commands/withdraw.ts";
import { undoSchritt } from "../../neuzuweisungen/index.ts";
import { checkFigures } from "../commands/check-figures.ts";
import { zugewiesene } from "../index.ts";
import { zugewieseneGenannt } from "../model/zugewiesene.ts";

const db = testDatabase();
const LONG_MS = 180_000;
let stelle: Beratungsstelle;
beforeAll(async () => {
  stelle = await beratungsstelle();
});

/** A household: in which month it was assigned, how many, what became of it, and how many were named in a talk. */
const einer = fc.record({
  monat: fc.constantFrom("2025-02-11", "2025-06-30", "2025-07-01", "2025-12-31"),
  menschen: fc.integer({ min: 1, max: 6 }),
  weg: fc.constantFrom("nichts", "erreicht", "versehen", "nicht_erreicht", "gespraech", "zurueckgezogen"),
  dabei: fc.integer({ min: 1, max: 3 }),
});
type Einer = typeof einer extends fc.Arbitrary<infer T> ? T : never;

async function walk({ weg, dabei }: Einer, id: string): Promise<void> {
  const { actor } = stelle.konto;
  if (weg === "erreicht" || weg === "versehen") await schritt(actor, { id, version: 1 }, "erstkontakt");
  if (weg === "versehen") await writeAs(actor, (tx) => undoSchritt(tx, actor, { id, version: 2 }));
  if (weg === "nicht_erreicht") await schritt(actor, { id, version: 1 }, "nicht_erreicht");
  if (weg !== "gespraech" && weg !== "zurueckgezogen") return;
  const names = Array.from({ length: dabei }, (_, i): [string, string] => [
    `m${i + 1}_vorname`,
    `N${crypto.randomUUID()}`,
  ]);
  const beratung = await gespraech(actor, { id, version: 1 }, gespraechTyped(stelle.ags[0], Object.fromEntries(names)));
  const why = { grund: "Versehen", unbedenklich: true };
  if (weg === "zurueckgezogen")
    await writeAs(actor, (tx) => withdrawBeratung(tx, actor, { id: beratung, version: 1 }, why));
}

test(
  "random households: what is counted is what a sum without SQL says, and the nightly check finds nothing",
  { timeout: LONG_MS },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(einer, { minLength: 1, maxLength: 6 }), async (alle) => {
        await db.admin("delete from kim.zuweisung");
        const haushalte = alle.map(({ monat, menschen }) => haushalt([], { anzahl: menschen, ankunft: monat }));
        const { zuweisungen } = await stapel(stelle.konto.actor, haushalte, today());
        for (const [i, one] of alle.entries()) await walk(one, zuweisungen[i] ?? "");
        await counted(db);
        for (const [von, bis] of [
          ["2025-01-01", "2025-06-30"],
          ["2025-07-01", "2025-12-31"],
          ["2025-01-01", "2025-12-31"],
        ] as const) {
          const drin = alle.filter(({ monat }) => monat >= von && monat <= bis);
          const sum = (of: (one: Einer) => number) => drin.reduce((all, one) => all + of(one), 0);
          // Whoever was named and is more than the list said makes the household larger.
          const size = ({ weg, menschen, dabei }: Einer) =>
            weg === "gespraech" || weg === "zurueckgezogen" ? Math.max(menschen, dabei) : menschen;
          const met = (one: Einer) => (/^(erreicht|gespraech|zurueckgezogen)$/.test(one.weg) ? size(one) : 0);
          const told = await readAs(stelle.konto.actor, (tx) =>
            zugewiesene(tx, { zeitraum: { von, bis }, traegerId: stelle.traegerId, ab: 1 }),
          );
          expect(told ?? { zugewiesen: 0, erreicht: 0, beraten: 0 }).toEqual({
            zugewiesen: sum(size),
            erreicht: sum(met),
            beraten: sum(({ weg, dabei }) => (weg === "gespraech" ? dabei : 0)),
          });
        }
        expect(await asWorker(db, () => checkFigures("05382"))).toBe(0);
      }),
      runs(4),
    );
    // Above the own Träger single months and other Träger are not told.
    const ask = (zeitraum: { von: string; bis: string }, traegerId?: string) =>
      readAs(stelle.konto.actor, (tx) => zugewiesene(tx, { zeitraum, traegerId, ab: 3 }));
    expect(await ask({ von: "2025-03-01", bis: "2025-03-31" })).toBe(null);
    expect(await ask({ von: "2025-01-01", bis: "2025-06-30" }, stelle.traegerId)).toBe(null);
  },
);

test("of a half-year of the Kreis nothing small is told, and nothing that gives it away by the number beside it", () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.nat(30), fc.integer({ min: 2, max: 10 }), (a, b, c, ab) => {
      const [zugewiesen = 0, erreicht = 0, beraten = 0] = [a, b, c].toSorted((x, y) => y - x);
      const told = Object.values(zugewieseneGenannt({ zugewiesen, erreicht, beraten }, ab)).filter(
        (n): n is number => typeof n === "number",
      );
      for (const n of told) expect(n === 0 || n >= ab).toBe(true);
      for (const one of told) {
        for (const other of told) expect(one === other || Math.abs(one - other) >= ab).toBe(true);
      }
    }),
  );
});
