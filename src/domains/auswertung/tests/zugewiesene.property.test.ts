import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { gespraech, gespraechTyped, haushalt, schritt, stapel } from "../../../../tests/support/neuzuweisungen.ts";
import { runs } from "../../../../tests/support/runs.ts";
import { asWorker, counted } from "../../../../tests/support/zaehlen.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { withdrawBeratung } from "../../beratungen/commands/withdraw.ts";
import { joinHaushalte, partHaushalt, undoLetztes, undoSchritt } from "../../neuzuweisungen/index.ts";
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

/** What may happen afterwards: two are one family, one is two, or that was a slip of the hand. */
const danach = fc.record({
  was: fc.constantFrom("verbunden", "getrennt"),
  zurueck: fc.boolean(),
  i: fc.nat(9),
  j: fc.nat(9),
  gehen: fc.integer({ min: 1, max: 5 }),
});
type Danach = typeof danach extends fc.Arbitrary<infer T> ? T : never;

/** A household as a sum without SQL knows it. */
type Stand = { id: string; monat: string; menschen: number; genannt: number; erreicht: boolean; beraten: number };

/** Does it in the database and in the sum; what is refused changes neither. */
async function teile(alle: Stand[], { was, zurueck, i, j, gehen }: Danach): Promise<void> {
  const { actor } = stelle.konto;
  const [z, andere] = [alle[i % alle.length], alle[j % alle.length]];
  if (z === undefined || andere === undefined) return;
  const at = async () => ({ id: z.id, version: await versionOf(z.id) });
  const before = alle.map((one) => ({ ...one }));
  if (was === "verbunden") {
    if (z === andere || (andere.erreicht && !z.erreicht)) return;
    const here = await at();
    const done = await writeAs(actor, (tx) => joinHaushalte(tx, actor, here, { mit: andere.id })).catch(refused);
    if (done === "abgelehnt") return;
    z.menschen += andere.menschen;
    z.genannt += andere.genannt;
    z.beraten += andere.beraten;
    alle.splice(alle.indexOf(andere), 1);
  } else {
    if (z.menschen - gehen < Math.max(1, z.genannt)) return;
    const here = await at();
    const id = await writeAs(actor, (tx) => partHaushalt(tx, actor, here, { mitglied: [], menschen: gehen }));
    z.menschen -= gehen;
    alle.push({ ...z, id, menschen: gehen, genannt: 0, beraten: 0 });
  }
  if (!zurueck) return;
  const here = await at();
  await writeAs(actor, (tx) => undoLetztes(tx, actor, here));
  alle.splice(0, alle.length, ...before);
}

/** Only that a household took in another one before is not in the sum. */
const refused = (error: unknown): "abgelehnt" => {
  if (error instanceof Refused && /aufgegangen|mehr als/.test(error.message)) return "abgelehnt";
  throw error;
};

async function versionOf(id: string): Promise<number> {
  const [row] = await db.admin("select version from kim.zuweisung where id = $1", [id]);
  return Number(row?.["version"]);
}

test(
  "random households: what is counted is what a sum without SQL says, and the nightly check finds nothing",
  { timeout: LONG_MS },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(einer, { minLength: 1, maxLength: 6 }),
        fc.array(danach, { maxLength: 5 }),
        async (alle, teilungen) => {
          await db.admin("delete from kim.zuweisung");
          const haushalte = alle.map(({ monat, menschen }) => haushalt([], { anzahl: menschen, ankunft: monat }));
          const { zuweisungen } = await stapel(stelle.konto.actor, haushalte, today());
          for (const [i, one] of alle.entries()) await walk(one, zuweisungen[i] ?? "");
          // Whoever was named and is more than the list said makes the household larger.
          const stand = alle.map(({ weg, menschen, dabei, monat }, i): Stand => {
            const genannt = weg === "gespraech" || weg === "zurueckgezogen" ? dabei : 0;
            return {
              id: zuweisungen[i] ?? "",
              monat,
              menschen: Math.max(menschen, genannt),
              genannt,
              erreicht: /^(erreicht|gespraech|zurueckgezogen)$/.test(weg),
              beraten: weg === "gespraech" ? dabei : 0,
            };
          });
          for (const one of teilungen) await teile(stand, one);
          await counted(db);
          for (const [von, bis] of [
            ["2025-01-01", "2025-06-30"],
            ["2025-07-01", "2025-12-31"],
            ["2025-01-01", "2025-12-31"],
          ] as const) {
            const drin = stand.filter(({ monat }) => monat >= von && monat <= bis);
            const sum = (of: (one: Stand) => number) => drin.reduce((all, one) => all + of(one), 0);
            const told = await readAs(stelle.konto.actor, (tx) =>
              zugewiesene(tx, { zeitraum: { von, bis }, traegerId: stelle.traegerId, ab: 1 }),
            );
            expect(told ?? { zugewiesen: 0, erreicht: 0, beraten: 0 }).toEqual({
              zugewiesen: sum(({ menschen }) => menschen),
              erreicht: sum(({ erreicht, menschen }) => (erreicht ? menschen : 0)),
              beraten: sum(({ beraten }) => beraten),
            });
          }
          expect(await asWorker(db, () => checkFigures("05382"))).toBe(0);
        },
      ),
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
