import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { storedList, storedTally, storedWord } from "../../../../tests/support/strichliste.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { restoreBeratung, withdrawBeratung } from "../../beratungen/commands/withdraw.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { type Kennzahlen, kennzahlen } from "../index.ts";

const db = testDatabase();
const KREIS = "05382";
let stelle: Beratungsstelle;
let kollegin: Beratungsstelle;
const H1 = { von: "2023-01-01", bis: "2023-06-30" };

const figures = (z = H1, traegerId?: string) => readAs(systemActor(KREIS), (tx) => kennzahlen(tx, { ...z, traegerId }));

/** Exactly this, of the figures that are named. */
const tells = (k: Kennzahlen, part: Partial<Kennzahlen>) => expect(k).toEqual({ ...k, ...part });

/** Withdraws a consultation, or counts it again. */
const set = (command: typeof withdrawBeratung, id: string, version: number, grund: string) =>
  writeAs(stelle.konto.actor, (tx) => command(tx, stelle.konto.actor, { id, version }, { grund, unbedenklich: false }));

async function person(where: Beratungsstelle): Promise<string> {
  const daten = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: `Muster ${randomUUID().slice(0, 4)}` });
  return writeAs(where.konto.actor, (tx) => createPerson(tx, where.konto.actor, daten));
}

let zurueck: string;

beforeAll(async () => {
  // Nobody can record what is more than two years old.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2024-08-15T10:00:00Z") });
  stelle = await beratungsstelle(KREIS);
  kollegin = await beratungsstelle(KREIS);
  const [jo, mira] = [await person(stelle), await person(stelle)];
  await erfasse(stelle, { am: "2023-01-31", themen: ["sprache", "wohnen"], neuzuweisung: "ja" });
  await erfasse(stelle, { am: "2023-02-01", stufe: "0", kontaktweg: "fachkraft", themen: ["sprache"] });
  await erfasse(stelle, { am: "2023-02-02", stufe: "2", person: [jo, mira], themen: ["sprache"] });
  await erfasse(stelle, { am: "2023-05-02", stufe: "2", person: [jo], themen: ["arbeit"], ergebnis: "" });
  await erfasse(stelle, { am: "2023-07-01", stufe: "2", person: [jo], themen: ["arbeit"] });
  await erfasse(kollegin, { am: "2023-06-30", ort: `kommune:${kollegin.ags[2]}`, themen: ["teilhabe"] });
  zurueck = await erfasse(stelle, { am: "2023-03-03", themen: ["familie"] });
  await set(withdrawBeratung, zurueck, 1, "doppelt");
  await counted(db);
});

afterAll(() => vi.useRealTimers());

describe("what is counted", () => {
  test("contacts, consultations, persons and cases are four figures; withdrawn ones are none", async () => {
    const k = await figures();
    tells(k, { kontakte: 5, beratungen: 4, personen: 2, ausSummen: 0, neuzuweisungen: 1 });
    expect(k.faelle?.faelle).toEqual({ anfang: 0, zugang: 0, abgang: 0, ende: 0 });
    expect(k.themen).toEqual({ sprache: 2, wohnen: 1, arbeit: 1, teilhabe: 1 });
    tells(k, { mitThema: 4, themenEinzeln: k.themen, nichtZugeordnet: 0 });
    expect(k.monate).toEqual({ "2023-01": 1, "2023-02": 1, "2023-05": 1, "2023-06": 1 });
    expect(k.kommunen).toEqual({ [stelle.ags[0]]: 3, [stelle.ags[2]]: 1 });
    expect(k.merkmale.stufe).toEqual({ "0": 1, "1": 2, "2": 2 });
    expect(k.merkmale.ergebnis).toEqual({ an_sprachkurs: 3, "": 1 });
    expect(k.merkmale.kontaktweg).toEqual({ termin: 4 });
    expect(k.stand).toMatch(/^2024-08-15T10:/);
  });

  test("persons are different ones of a month, quarter, half-year or year, and of no other span", async () => {
    const of = async (von: string, bis: string) => (await figures({ von, bis })).personen;
    expect(await of("2023-02-01", "2023-02-28")).toBe(2);
    expect(await of("2023-04-01", "2023-06-30")).toBe(1);
    expect(await of("2023-07-01", "2023-12-31")).toBe(1);
    expect(await of("2023-01-01", "2023-12-31")).toBe(2);
    expect(await of("2023-03-01", "2023-03-31")).toBe(0);
    expect(await of("2023-02-01", "2023-05-31")).toBeNull();
  });

  test("of one Träger", async () => {
    tells(await figures(H1, stelle.traegerId), { kontakte: 4, beratungen: 3, personen: 2 });
    tells(await figures(H1, kollegin.traegerId), { kontakte: 1, beratungen: 1, personen: 0 });
  });

  test("half a month has no figures", async () => {
    await expect(figures({ von: "2023-01-02", bis: "2023-06-30" })).rejects.toThrow("ganze Monate");
  });

  test("another Kreis has none of it", async () => {
    const k = await readAs(systemActor("05315"), (tx) => kennzahlen(tx, H1));
    tells(k, { kontakte: 0, beratungen: 0, stand: null, themen: {} });
  });

  test("what is taken up again counts again, with the next count", async () => {
    const before = await figures();
    await set(restoreBeratung, zurueck, 2, "war doch eine");
    expect(await figures()).toEqual(before);
    await counted(db);
    tells(await figures(), { kontakte: 6, beratungen: 5, themen: { ...before.themen, familie: 1 } });
    await set(withdrawBeratung, zurueck, 3, "doppelt");
    await counted(db);
    expect({ ...(await figures()), stand: before.stand }).toEqual(before);
  });
});

describe("tallies and words of lists", () => {
  const Q3 = { von: "2024-07-01", bis: "2024-09-30" };

  test("a tally counts in the month of its middle day; its words where they are assigned", async () => {
    const owner = { kreis: KREIS, traegerId: stelle.traegerId, kontoId: stelle.konto.actor.kontoId };
    const tallies = { ...owner, uebernahmeId: await storedList(db, owner) };
    const wort = await storedWord(db, owner);
    // Monday 29 July to Sunday 4 August 2024: its Thursday is 1 August.
    const week = { von: "2024-07-29", bis: "2024-08-04", ags: stelle.ags[1] };
    await storedTally(db, tallies, {
      ...week,
      beratungen: 7,
      neuzuweisungen: 2,
      themen: { wohnen: 3 },
      worte: { [wort]: 4 },
    });
    await storedTally(db, tallies, { ...week, von: "2024-09-02", bis: "2024-09-02", themen: { sprache: 1 } });
    await counted(db);
    tells(await figures(Q3), {
      kontakte: 7,
      beratungen: 7,
      ausSummen: 7,
      neuzuweisungen: 2,
      nichtZugeordnet: 4,
      mitThema: 0,
      themen: {
        wohnen: 3,
        sprache: 1,
      },
      themenEinzeln: {},
      monate: { "2024-08": 7 },
    });

    await db.admin("update kim.wort set stand = 'zugeordnet', code = 'wohnen' where id = $1", [wort]);
    await counted(db);
    tells(await figures(Q3), { nichtZugeordnet: 0, themen: { wohnen: 7, sprache: 1 } });

    await db.admin("update kim.wort set stand = 'ohne_bedeutung', code = null where id = $1", [wort]);
    await counted(db);
    tells(await figures(Q3), { nichtZugeordnet: 0, themen: { wohnen: 3, sprache: 1 } });

    await db.admin("delete from kim.summe where kreis = $1", [KREIS]);
    await counted(db);
    tells(await figures(Q3), { kontakte: 0, themen: {}, monate: {} });
  });

  test("an open word of a consultation waits beside the themes, and of themes only", async () => {
    const owner = { kreis: KREIS, traegerId: stelle.traegerId, kontoId: stelle.konto.actor.kontoId };
    const id = await erfasse(stelle, { am: "2024-01-10", themen: ["sprache"] });
    for (const art of ["thema", "sprache"]) {
      await db.admin(
        `insert into kim.beratung_wort (kreis, beratung_id, wort_id, traeger_id, konto_id) values ($1, $2, $3, $4, $5)`,
        [KREIS, id, await storedWord(db, owner, art), owner.traegerId, owner.kontoId],
      );
    }
    await counted(db);
    const january = { von: "2024-01-01", bis: "2024-01-31" };
    tells(await figures(january), { nichtZugeordnet: 1, themen: { sprache: 1 }, mitThema: 1 });
    await db.admin("update kim.wort set stand = 'ohne_bedeutung' where art = 'thema'");
    await counted(db);
    tells(await figures(january), { nichtZugeordnet: 0 });
  });
});
