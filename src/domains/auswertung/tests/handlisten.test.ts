import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { erwartet } from "../../../../tests/support/handlisten.ts";
import { HANDLISTEN, handliste, kommunenVon, listen } from "../../../../tests/support/uebernahme.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import type { Uebernahme } from "../../uebernahme/model/uebernahme.ts";
import { type Zaehlung, halbjahr, kennzahlen, laenge } from "../index.ts";

const db = testDatabase();
const KREIS = "05382";
const { hoch, uebernimm, nimmZurueck } = listen(db);
const LONG_MS = 120_000;
const { dateien } = erwartet;
let stelle: Beratungsstelle;
const taken = new Map<string, Uebernahme>();

beforeAll(async () => {
  stelle = await beratungsstelle(KREIS);
  await kommunenVon(KREIS);
  for (const datei of HANDLISTEN) {
    const read = await hoch(stelle.konto.actor, datei, handliste(datei));
    taken.set(datei, await uebernimm(stelle.konto.actor, read));
  }
  await counted(db);
}, LONG_MS);

/** The counts of several lists, added up. */
function sum(all: readonly Zaehlung[]): Zaehlung {
  const total: Record<string, number> = {};
  for (const one of all) for (const [key, n] of Object.entries(one)) total[key] = (total[key] ?? 0) + laenge(n);
  return total;
}

/** The figures of the half-year, Kommunen by name. */
async function figures() {
  const k = await readAs(systemActor(KREIS), (tx) => kennzahlen(tx, halbjahr(2023, 1)));
  const rows = await readAs(systemActor(KREIS), (tx) => tx.selectFrom("kim.kommune").select(["ags", "name"]).execute());
  const names = new Map(rows.map((row) => [row.ags, row.name]));
  const kommunen = Object.fromEntries(Object.entries(k.kommunen).map(([ags, n]) => [names.get(ags) ?? ags, n]));
  const { kontakte, beratungen, ausSummen, themen, neuzuweisungen, monate } = k;
  return { kontakte, beratungen, ausSummen, themen, neuzuweisungen, kommunen, monate };
}

function expected(names: readonly string[]) {
  const all = names.flatMap((name) => dateien[name] ?? []);
  const beratungen = all.reduce((n, d) => n + d.beratungen, 0);
  return {
    kontakte: beratungen,
    beratungen,
    themen: sum(all.map((d) => d.themen)),
    ausSummen: all.filter((d) => d.summen).reduce((n, d) => n + d.beratungen, 0),
    neuzuweisungen: all.reduce((n, d) => n + d.neuzuweisungen, 0),
    kommunen: sum(all.map((d) => d.kommunen)),
  };
}

test("the figures of the half-year are those of the four lists", async () => {
  const { monate, ...rest } = await figures();
  expect(rest).toEqual(expected(HANDLISTEN));
  expect(Object.values(monate).reduce<number>((n, m) => n + laenge(m), 0)).toBe(rest.beratungen);
});

test(
  "by month they are those of the lists with single rows, when the tally is taken back",
  { timeout: LONG_MS },
  async () => {
    const tally = HANDLISTEN.find((name) => dateien[name]?.summen === true) ?? "";
    const list = taken.get(tally);
    if (list === undefined) throw new Error("Die Strichliste fehlt.");
    await nimmZurueck(stelle.konto.actor, list);
    await counted(db);
    const rest = HANDLISTEN.filter((name) => name !== tally);
    expect(await figures()).toEqual({
      ...expected(rest),
      monate: sum(rest.map((name) => dateien[name]?.monate ?? {})),
    });
  },
);
