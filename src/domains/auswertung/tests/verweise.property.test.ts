import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { runs } from "../../../../tests/support/runs.ts";
import { organisation } from "../../../../tests/support/verweise.ts";
import { asWorker, counted } from "../../../../tests/support/zaehlen.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { ErgebnisEingabe, NeuerVerweis, addVerweis, moveVerweis, undoSchritt } from "../../verweise/index.ts";
import { checkFigures } from "../commands/check-figures.ts";
import { verweiszahlen } from "../index.ts";
import type { Gruppe } from "../model/verweiszahlen.ts";

const db = testDatabase();
const LONG_MS = 180_000;
const ARTEN = ["amt", "sprachkurs"] as const;
let stelle: Beratungsstelle;
let person = "";
let orte: readonly string[] = [];

beforeAll(async () => {
  stelle = await beratungsstelle();
  const { actor } = stelle.konto;
  person = await writeAs(actor, (tx) => createPerson(tx, actor, PersonEingabe.parse({ person_vorname: "Jo" })));
  orte = [];
  for (const art of ARTEN) orte = [...orte, await organisation(actor, `Stelle ${art}`, { art })];
});

const ENDE: Readonly<Record<string, Gruppe>> = {
  offen: "wartet",
  vermittelt: "wartet",
  warteliste: "wartet",
  angekommen: "angekommen",
  abgelehnt: "abgelehnt",
  nicht_wahrgenommen: "sonst",
  zurueckgezogen: "sonst",
};

const verweis = fc.record({
  tag: fc.nat(330),
  ort: fc.nat(1),
  feld: fc.constantFrom("sprache", "wohnen"),
  dauer: fc.nat(25),
  ergebnis: fc.constantFrom("offen", "warteliste", "angekommen", "abgelehnt", "nicht_wahrgenommen", "zurueckgezogen"),
  versehen: fc.boolean(),
});
type Verweis = typeof verweis extends fc.Arbitrary<infer T> ? T : never;

/** Enters one through the commands, sometimes with a slip of the hand in between. */
async function enter({ tag, ort, feld, dauer, ergebnis, versehen }: Verweis): Promise<void> {
  const { actor } = stelle.konto;
  const am = daysFrom("2025-01-10", tag);
  const typed = {
    person,
    stelle: `organisation:${orte[ort]}`,
    handlungsfeld: feld,
    warum: "angebot",
    kontakt: "selbst",
  };
  await writeAs(actor, async (tx) => {
    const id = await addVerweis(tx, actor, NeuerVerweis.parse({ ...typed, am, nachfragen_am: am }));
    const step = (nach: string) =>
      ErgebnisEingabe.parse({ nach, am: daysFrom(am, dauer), absage: nach === "abgelehnt" ? "voll" : "" });
    let version = 1;
    if (versehen) {
      await moveVerweis(tx, actor, { id, version }, step("abgelehnt"));
      await undoSchritt(tx, actor, { id, version: version + 1 });
      version += 2;
    }
    if (ergebnis !== "offen") await moveVerweis(tx, actor, { id, version }, step(ergebnis));
  });
}

test(
  "random referrals: what is counted is what a sum without SQL says, and the nightly check finds nothing",
  { timeout: LONG_MS },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(verweis, { minLength: 1, maxLength: 12 }), async (alle) => {
        await db.admin("delete from kim.verweis");
        for (const one of alle) await enter(one);
        await counted(db);
        for (const [von, bis] of [
          ["2025-01-01", "2025-06-30"],
          ["2025-07-01", "2025-12-31"],
          ["2025-03-01", "2025-03-31"],
        ] as const) {
          const zeitraum = { von, bis };
          const drin = alle.filter(
            ({ tag }) => daysFrom("2025-01-10", tag) >= von && daysFrom("2025-01-10", tag) <= bis,
          );
          const told = await readAs(stelle.konto.actor, (tx) =>
            verweiszahlen(tx, { zeitraum, traegerId: stelle.traegerId, ab: 1 }),
          );
          const n = (of: readonly Verweis[], gruppe: Gruppe) => of.filter((v) => ENDE[v.ergebnis] === gruppe).length;
          for (const gruppe of ["angekommen", "wartet", "abgelehnt", "sonst"] as const) {
            expect(told?.summe[gruppe] ?? 0).toBe(n(drin, gruppe));
            for (const feld of ["sprache", "wohnen"]) {
              expect(told?.felder.find((z) => z.kode === feld)?.[gruppe] ?? 0).toBe(
                n(
                  drin.filter((v) => v.feld === feld),
                  gruppe,
                ),
              );
            }
            for (const [i, art] of ARTEN.entries()) {
              expect(told?.arten.find((z) => z.kode === art)?.[gruppe] ?? 0).toBe(
                n(
                  drin.filter((v) => v.ort === i),
                  gruppe,
                ),
              );
            }
          }
          expect(told?.absagen["voll"] ?? 0).toBe(n(drin, "abgelehnt"));
          const tage = drin
            .filter((v) => v.ergebnis === "angekommen")
            .map((v) => v.dauer)
            .toSorted((a, b) => a - b);
          expect(told?.median ?? null).toBe(tage[Math.ceil(tage.length / 2) - 1] ?? null);
        }
        expect(await asWorker(db, () => checkFigures("05382"))).toBe(0);
      }),
      runs(4),
    );
    // Above the own Träger single months and other Träger are not told.
    const ask = (zeitraum: { von: string; bis: string }, traegerId?: string) =>
      readAs(stelle.konto.actor, (tx) => verweiszahlen(tx, { zeitraum, traegerId, ab: 3 }));
    expect(await ask({ von: "2025-03-01", bis: "2025-03-31" })).toBe(null);
    expect(await ask({ von: "2025-01-01", bis: "2025-06-30" }, stelle.traegerId)).toBe(null);
  },
);
