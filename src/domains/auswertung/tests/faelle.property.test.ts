import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type Gegangen, type Weg, storedWeg, vonHand, weiter } from "../../../../tests/support/fallwege.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { runs } from "../../../../tests/support/runs.ts";
import { asWorker, counted } from "../../../../tests/support/zaehlen.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { PHASE, isBeendet } from "../../faelle/model/phasen.ts";
import { checkFigures } from "../commands/check-figures.ts";
import { genannte, kennzahlen } from "../index.ts";
import { bandOf, istAnfrage } from "../model/fallzahlen.ts";
import { VERDECKT } from "../model/zelle.ts";

const db = testDatabase();
const KREIS = "05382";
const LONG_MS = 120_000;
const SPANNEN = [
  { von: "2023-01-01", bis: "2023-06-30" },
  { von: "2023-07-01", bis: "2023-12-31" },
  { von: "2023-01-01", bis: "2023-12-31" },
  { von: "2023-02-01", bis: "2023-02-28" },
  { von: "2022-11-01", bis: "2023-01-31" },
];

type Ort = {
  readonly traegerId: string;
  readonly kontoId: string;
  readonly zweites: string;
  readonly personen: readonly string[];
};
let orte: readonly Ort[];

async function invent(): Promise<Ort> {
  const { traegerId, konto } = await beratungsstelle(KREIS);
  const zweites = (await testKonto({ kreis: KREIS, traegerId, rollen: ["cm_lokal"] })).actor.kontoId;
  const personen = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of personen) {
    await db.admin("insert into kim.person (kreis, id, traeger_id, konto_id, name) values ($1, $2, $3, $4, '')", [
      KREIS,
      id,
      traegerId,
      konto.actor.kontoId,
    ]);
  }
  return { traegerId, kontoId: konto.actor.kontoId, zweites, personen };
}

beforeAll(async () => {
  orte = [await invent(), await invent()];
});

const DAY_MS = 86_400_000;
const dayAt = (n: number): string =>
  new Date(Date.parse("2022-11-20T00:00:00Z") + n * DAY_MS).toISOString().slice(0, 10);
const GRUENDE = ["erreicht", "kontakt", "wegzug", "fehlanlage"] as const;

/** A way from a request on, some days after each other, sometimes on the same. */
const gang = fc.record({
  wer: fc.nat(1),
  person: fc.nat(2),
  beginn: fc.nat(300),
  schritte: fc.array(
    fc.record({ wohin: fc.nat(11), tage: fc.constantFrom(0, 0, 1, 12, 31, 90), grund: fc.constantFrom(...GRUENDE) }),
    { maxLength: 10 },
  ),
});
type Gang = typeof gang extends fc.Arbitrary<infer T> ? T : never;

function wegOf(g: Gang): Weg {
  const ort = orte[g.wer];
  const schritte: Gegangen[] = [{ nach: "anfrage", am: dayAt(g.beginn), grund: null }];
  let at = g.beginn;
  for (const { wohin, tage, grund } of g.schritte) {
    at += tage;
    const nach = weiter(schritte.at(-1)?.nach ?? "anfrage", wohin);
    schritte.push({ nach, am: dayAt(at), grund: nach === "abgeschlossen" ? grund : null });
  }
  return { id: randomUUID(), traegerId: ort?.traegerId ?? "", personId: ort?.personen[g.person] ?? "", schritte };
}

const forget = () => db.admin("delete from kim.fall");
async function expectByHand(wege: readonly Weg[]): Promise<void> {
  await counted(db);
  for (const traegerId of [undefined, ...orte.map((o) => o.traegerId)]) {
    const own = wege.filter((w) => traegerId === undefined || w.traegerId === traegerId);
    for (const span of SPANNEN) {
      const { faelle: f } = await readAs(systemActor(KREIS), (tx) => kennzahlen(tx, { ...span, traegerId }));
      const { monate, personen, ...hand } = vonHand(own, span.von, span.bis);
      if (f === null) throw new Error("Raw figures have cases.");
      expect(f).toMatchObject(hand);
      expect(f.median).toBe(monate.length === 0 ? null : monate[Math.ceil(monate.length / 2) - 1]);
      for (const [band, n] of Object.entries(f.dauer)) {
        expect(monate.filter((m) => bandOf(String(m)) === band).length, band).toBe(n);
      }
      if (f.personen !== null) {
        expect(f.personen).toBe(personen);
        expect(f.haushalte, "nobody lives together here").toBe(personen);
      }
      for (const b of [f.faelle, f.anfragen]) {
        expect(Number(b.anfang) + Number(b.zugang) - Number(b.abgang), "the stock balances").toBe(b.ende);
      }
    }
  }
  expect(await asWorker(db, () => checkFigures(KREIS))).toBe(0);
}

describe("the figures of cases", () => {
  test(
    "whatever way cases go, they are what one counts by hand, and stock in and out balance",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(gang, { minLength: 1, maxLength: 8 }), async (gaenge) => {
          await forget();
          const wege = gaenge.map(wegOf);
          for (const [i, weg] of wege.entries()) {
            const ort = orte.find((o) => o.traegerId === weg.traegerId);
            await storedWeg(db, weg, { kreis: KREIS, kontoId: ort?.kontoId ?? "" }, i + 1);
          }
          await expectByHand(wege);
        }),
        runs(5),
      );
    },
    LONG_MS,
  );

  test("every phase is a request, a case or an end in the view as it is in the program", async () => {
    await forget();
    const [ort] = orte;
    if (ort === undefined) throw new Error("There is a Träger.");
    const wege = PHASE.map((nach): Weg => ({
      id: randomUUID(),
      traegerId: ort.traegerId,
      personId: ort.personen[0] ?? "",
      schritte: [
        { nach: "anfrage", am: "2023-03-01", grund: null },
        { nach, am: "2023-03-02", grund: nach === "abgeschlossen" ? "erreicht" : null },
      ],
    }));
    for (const [i, weg] of wege.entries()) await storedWeg(db, weg, { kreis: KREIS, kontoId: ort.kontoId }, i + 1);
    await counted(db);
    const { faelle: f } = await readAs(systemActor(KREIS), (tx) =>
      kennzahlen(tx, { ...SPANNEN[0], von: "2023-01-01", bis: "2023-06-30" }),
    );
    const open = PHASE.filter((p) => !isBeendet(p));
    expect(Object.keys(f?.phasen ?? {}).toSorted()).toEqual(open.toSorted());
    expect(f?.anfragen.ende).toBe(open.filter(istAnfrage).length);
    expect(f?.faelle.ende).toBe(open.filter((p) => !istAnfrage(p)).length);
  });
});

describe("what changes afterwards", () => {
  const weg = (): Weg => ({
    id: randomUUID(),
    traegerId: orte[0]?.traegerId ?? "",
    personId: orte[0]?.personen[0] ?? "",
    schritte: [
      { nach: "anfrage", am: "2023-01-10", grund: null },
      { nach: "klaerung", am: "2023-01-10", grund: null },
      { nach: "einwilligung", am: "2023-01-20", grund: null },
      { nach: "assessment", am: "2023-02-01", grund: null },
    ],
  });
  const store = async (one: Weg) => {
    await forget();
    await storedWeg(db, one, { kreis: KREIS, kontoId: orte[0]?.kontoId ?? "" }, 1);
    await counted(db);
  };

  test("a case that is handed over is neither in nor out, and nothing is counted anew for it", async () => {
    const one = weg();
    await store(one);
    await db.admin("update kim.person set konto_id = $1 where id = $2", [orte[0]?.zweites, one.personId]);
    expect(await db.admin("select konto_id from kim.fall_schritt limit 1")).toEqual([{ konto_id: orte[0]?.zweites }]);
    expect(await db.admin("select * from kim.zaehlung_anlass")).toEqual([]);
    await expectByHand([one]);
    await db.admin("update kim.person set konto_id = $1 where id = $2", [orte[0]?.kontoId, one.personId]);
  });

  test("the day of the request put right, a case made by mistake, and one that is erased", async () => {
    const one = weg();
    await store(one);
    const [first, ...rest] = one.schritte;
    if (first === undefined) throw new Error("There is a first step.");
    await db.admin("update kim.fall set begonnen = '2022-12-05' where id = $1", [one.id]);
    await expectByHand([{ ...one, schritte: [{ ...first, am: "2022-12-05" }, ...rest] }]);
    const closed = { nach: "abgeschlossen", am: "2023-04-01", grund: "fehlanlage" } as const;
    await store({ ...one, id: randomUUID(), schritte: [...one.schritte, closed] });
    await expectByHand([]);
    await store(weg());
    await forget();
    await expectByHand([]);
  });

  test("a month that begins has the cases that go on, though nobody wrote anything", async () => {
    await store(weg());
    await db.admin("update kim.zaehlung_stand set zeit = zeit - interval '1 month'");
    await db.admin("delete from kim.zaehlung where monat = date_trunc('month', current_date)");
    await counted(db);
    expect(await asWorker(db, () => checkFigures(KREIS))).toBe(0);
    const rows = await db.admin(
      "select kode, anzahl from kim.zaehlung where merkmal = 'fall_bestand' and monat = date_trunc('month', current_date)",
    );
    expect(rows).toEqual([{ kode: "assessment", anzahl: 1 }]);
  });

  test("several persons of a case, and who of them live together", async () => {
    const one = weg();
    await store(one);
    const [, zweite = "", dritte = ""] = orte[0]?.personen ?? [];
    const akte = [KREIS, one.traegerId, orte[0]?.kontoId];
    for (const person of [zweite, dritte]) {
      await db.admin(
        "insert into kim.fall_person (kreis, traeger_id, konto_id, fall_id, person_id) values ($1, $2, $3, $4, $5)",
        [...akte, one.id, person],
      );
    }
    const haushalt = randomUUID();
    for (const person of [one.personId, zweite]) {
      await db.admin(
        "insert into kim.haushalt_person (kreis, traeger_id, konto_id, haushalt_id, person_id, von) values ($1, $2, $3, $4, $5, '2023-03-01')",
        [...akte, haushalt, person],
      );
    }
    await counted(db);
    const of = async (von: string, bis: string) =>
      (await readAs(systemActor(KREIS), (tx) => kennzahlen(tx, { von, bis }))).faelle;
    expect(await of("2023-02-01", "2023-02-28")).toMatchObject({ personen: 3, haushalte: 3 });
    expect(await of("2023-03-01", "2023-03-31")).toMatchObject({ personen: 3, haushalte: 2 });
    expect(await asWorker(db, () => checkFigures(KREIS))).toBe(0);
    await db.admin("delete from kim.haushalt_person");
  });

  test("above a Träger's own view a single case is a point", async () => {
    await store(weg());
    const of = async (von: string, bis: string, traegerId?: string) =>
      (await readAs(systemActor(KREIS), (tx) => genannte(tx, [{ von, bis }], traegerId))).kennzahlen[0]?.faelle;
    const half = await of("2023-01-01", "2023-06-30");
    expect(half?.faelle).toEqual({ anfang: 0, zugang: VERDECKT, abgang: VERDECKT, ende: VERDECKT });
    expect(half?.phasen["assessment"]).toBe(VERDECKT);
    expect(half?.personen).toBe(VERDECKT);
    expect(await of("2023-01-01", "2023-01-31")).toBeNull();
    expect(await of("2023-01-01", "2023-06-30", orte[0]?.traegerId)).toBeNull();
  });
});
