import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { onServer } from "../../../../tests/support/sql.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import {
  decide,
  discardList,
  fortschrittOf,
  optionenOf,
  problemliste,
  startTakeOver,
  undoTakeOver,
  uebernahmeOf,
  uebernahmenOf,
  uploadList,
} from "../index.ts";
import { befundVon, mergeEntscheidungen, unlesbarerBefund } from "../model/uebernahme.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
beforeAll(async () => {
  stelle = await beratungsstelle();
});
const actor = () => stelle.konto.actor;

const CSV = readFileSync(new URL("../../../../beispiele/statistik_niederkassel.csv", import.meta.url));
const upload = (datei = "C:\\Listen\\statistik_niederkassel.csv") =>
  writeAs(actor(), (tx) => uploadList(tx, actor(), { datei, bytes: CSV }));
const read = (id: string) => readAs(actor(), (tx) => uebernahmeOf(tx, actor(), id));
const refused = async (work: Promise<unknown>, kind: new (...words: never[]) => Error) =>
  expect(work).rejects.toBeInstanceOf(kind);

describe("uploading", () => {
  test("keeps the file sealed under its short name and has it read", async () => {
    const id = await upload();
    expect(await read(id)).toMatchObject({ datei: "statistik_niederkassel.csv", stand: "liest", version: 1 });
    expect(await readAs(actor(), (tx) => fortschrittOf(tx, id))).toEqual({
      stand: "liest",
      fortschritt: 0,
      version: 1,
    });
    const [row] = await db.admin("select inhalt, datei, bytes from kim.uebernahme where id = $1", [id]);
    expect(row?.["bytes"]).toBe(CSV.length);
    expect(String(row?.["datei"])).not.toContain("niederkassel");
    const jobs = await db.admin("select payload from graphile_worker._private_jobs where payload->>'id' = $1", [id]);
    expect(jobs).toEqual([{ payload: { kreis: "05382", id } }]);
  });

  test("an empty file is refused", () =>
    refused(
      writeAs(actor(), (tx) => uploadList(tx, actor(), { datei: "leer.csv", bytes: Buffer.alloc(0) })),
      Refused,
    ));

  test("the overview shows the latest first, page by page", async () => {
    for (let i = 0; i < 22; i++) await upload(`liste ${i}.csv`);
    const page = await readAs(actor(), (tx) => uebernahmenOf(tx, actor()));
    expect(page.listen).toHaveLength(20);
    const next = await readAs(actor(), (tx) => uebernahmenOf(tx, actor(), page.aelter));
    expect(next.listen.length).toBeGreaterThanOrEqual(2);
    expect(next.aelter).toBeUndefined();
    const ids = [...page.listen, ...next.listen].map((liste) => liste.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("deciding", () => {
  test("later decisions replace earlier ones, and only on the latest version", async () => {
    const id = await upload();
    const wort = { spalte: "thema", wort: "Waschkurs" } as const;
    await writeAs(actor(), (tx) => decide(tx, actor(), { id, version: 1 }, { woerter: [{ ...wort, code: "alltag" }] }));
    await writeAs(actor(), (tx) =>
      decide(tx, actor(), { id, version: 2 }, { woerter: [{ ...wort, wort: "WASCHKURS", code: null }] }),
    );
    const list = await read(id);
    expect(list).toMatchObject({ version: 3, entscheidungen: { woerter: [{ wort: "WASCHKURS", code: null }] } });
    await refused(
      writeAs(actor(), (tx) => decide(tx, actor(), { id, version: 2 }, {})),
      Stale,
    );
  });

  test("a code that no list has is refused", async () => {
    const id = await upload();
    const teil = { woerter: [{ spalte: "thema", wort: "x", code: "religion" }] } as const;
    await refused(
      writeAs(actor(), (tx) => decide(tx, actor(), { id, version: 1 }, teil)),
      Refused,
    );
    const arten = ["kommune", "herkunft", "alter", "neuzuweisung", "sprache"] as const;
    for (const art of arten) {
      expect((await readAs(actor(), (tx) => optionenOf(tx, art))).length, art).toBeGreaterThan(1);
    }
  });

  test("within a table only what is said anew is replaced", () => {
    const before = { tabellen: [{ tabelle: "a", jahr: 2023, spalten: { A: { bedeutung: "datum" } } }] } as const;
    const more = { tabellen: [{ tabelle: "a", spalten: { B: { bedeutung: "notiz" } } }] } as const;
    expect(mergeEntscheidungen(before, more).tabellen).toEqual([
      { tabelle: "a", jahr: 2023, spalten: { A: { bedeutung: "datum" }, B: { bedeutung: "notiz" } } },
    ]);
  });
});

describe("what the state does not allow", () => {
  test("a sentence says why", async () => {
    const id = await upload();
    await refused(
      writeAs(actor(), (tx) => startTakeOver(tx, actor(), { id, version: 1 })),
      Refused,
    );
    await refused(
      writeAs(actor(), (tx) => undoTakeOver(tx, actor(), { id, version: 1 })),
      Refused,
    );
    await writeAs(actor(), (tx) => discardList(tx, actor(), { id }));
    await refused(
      writeAs(actor(), (tx) => discardList(tx, actor(), { id })),
      NotFound,
    );
    expect(await db.admin("select 1 from tresor.schluessel where id = $1", [id])).toEqual([]);
  });
});

test("the list of problems opens in Excel and runs nothing there", () => {
  const text = problemliste({
    ...befundVon(unlesbarerBefund("a.csv", "")),
    zeilen: [
      {
        blatt: "=cmd()",
        zeile: 3,
        tabelle: null,
        kennung: null,
        kennungAlt: null,
        stand: "fehlerhaft",
        zellen: "",
        grund: "",
        hinweise: [],
        beratung: null,
        person: null,
        wiederholt: null,
        fastGleich: null,
        probleme: [
          {
            spalte: "Datum",
            buchstabe: "A",
            wert: '31;"x"',
            grund: "Kein Tag.",
          },
        ],
      },
    ],
  });
  expect(text).toBe(`\uFEFFBlatt;Zeile;Stand;Spalte;Wert;Grund\r\n'=cmd();3;fehlerhaft;Datum;"31;""x""";Kein Tag.\r\n`);
});

test("a list that waited before what is found got its new form is read again, behind the wall as before", async () => {
  const id = await upload();
  await db.admin("update kim.uebernahme set stand = 'gelesen', fortschritt = 100 where id = $1", [id]);
  const migration = new URL("../../../../db/migrations/0010_listen_neu_lesen.sql", import.meta.url);
  await onServer(db.urlOf("kim_owner"), readFileSync(migration, "utf8"));
  expect(await read(id)).toMatchObject({ stand: "liest", version: 2 });
  const [wall] = await db.admin("select relforcerowsecurity as forced from pg_class where relname = 'uebernahme'");
  expect(wall).toEqual({ forced: true });
});
