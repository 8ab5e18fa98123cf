import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { openPool, readAs, sql, throughPool, writeAs } from "../../../platform/db.ts";
import type { From } from "../../../platform/place.ts";
import { createPerson, findPersons, PersonEingabe } from "../index.ts";
import { kontaktKennung } from "../model/kontakt.ts";
import { PAGE_SIZE, pageOfIds, personList } from "./page-of-persons.ts";
import { renewTokens } from "../commands/renew-tokens.ts";
import { CANDIDATES, candidates, SEARCH, type Word } from "./candidates.ts";
import { findDoubles, nobodyFound, searchProblem } from "./search.ts";

const db = testDatabase();
let mira: Actor;
const ids = new Map<string, string>();

const PEOPLE = [
  { person_vorname: "Олена", person_nachname: "Мустерченко", person_geburtsdatum: "1990-05-17" },
  { person_vorname: "فاطمة", person_nachname: "البيضا" },
  { person_vorname: "Karl", person_nachname: "Probe", person_geburtsdatum: "1971-01-01" },
  { person_vorname: "Karla", person_nachname: "Probst" },
  { person_vorname: "J. M.", person_altersgruppe: "27-44" },
  { person_vorname: "Günther", person_nachname: "Mühlprobe-Beispiel" },
];

const find = (text: string) => readAs(mira, (tx) => findPersons(tx, mira, text));
const names = async (text: string) => (await find(text)).treffer.map((hit) => hit.name);

beforeAll(async () => {
  mira = (await testKonto({ kreis: "05382", rollen: ["cm_lokal"] })).actor;
  for (const person of PEOPLE) {
    const id = await writeAs(mira, (tx) => createPerson(tx, mira, PersonEingabe.parse(person)));
    ids.set(person.person_vorname, id);
  }
});

describe("finding", () => {
  test.each([
    ["Олена Мустерченко", "Олена Мустерченко"],
    ["Olena Mustertschenko", "Олена Мустерченко"],
    ["mustercenko", "Олена Мустерченко"],
    ["Fatima Albaida", "فاطمة البيضا"],
    ["فاطمه البيضا", "فاطمة البيضا"],
    ["Probe Karl", "Karl Probe"],
    ["Karl Porbe", "Karl Probe"],
    ["Guenther Muehlprobe", "Günther Mühlprobe-Beispiel"],
    ["muhlprobe", "Günther Mühlprobe-Beispiel"],
    ["Mühl", "Günther Mühlprobe-Beispiel"],
    ["1.1.1971", "Karl Probe"],
    ["Probe 01.01.1971", "Karl Probe"],
    ["J. M.", "J. M."],
  ])("%s → %s", async (text, name) => {
    expect((await names(text))[0]).toBe(name);
  });

  test("a hundred thousand letters are no name: told at once, whatever they are", async () => {
    for (const piece of ["x", "1.", "ab ", "a@", "و"]) {
      const text = piece.repeat(100_000 / piece.length);
      const begun = process.cpuUsage();
      expect(searchProblem(text)).toContain("höchstens 300 Zeichen");
      expect((await find(text)).treffer).toEqual([]);
      const entered = { name: text, geburtsdatum: null, kontakt: kontaktKennung(text) };
      expect(await readAs(mira, (tx) => findDoubles(tx, mira, entered))).toEqual([]);
      expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(1);
    }
  });

  test("says why", async () => {
    expect((await find("1.1.1971")).treffer[0]?.grund).toBe("gleiches Geburtsdatum");
    expect((await find("Karl Probe")).treffer[0]?.grund).toBe("gleich geschrieben");
    expect((await find("Olena Musterchenko")).treffer[0]?.grund).toBe("andere Schrift");
  });

  test.each([
    [["must", "muste", "mustertsch", "мустерч", "ole must"], "Олена Мустерченко"],
    [["fat"], "فاطمة البيضا"],
    [["günth", "beisp"], "Günther Mühlprobe-Beispiel"],
  ])("the beginnings %s find %s", async (beginnings, name) => {
    for (const text of beginnings) expect((await names(text))[0], text).toBe(name);
  });

  test("where nobody is found because too little was typed, it says so", () => {
    expect(nobodyFound("mu")).toContain("mindestens 3 Buchstaben");
    expect(nobodyFound("Quandt")).toContain("Niemand");
    expect(nobodyFound("mu 1990")).toContain("Niemand");
  });

  test("tokens made by earlier rules are made anew, and of somebody who was erased none is left", async () => {
    const id = ids.get("Günther");
    const count = async () =>
      Number((await db.admin("select count(*) as n from kim.person_token where person_id = $1", [id]))[0]?.["n"]);
    const before = await count();
    await db.admin("delete from kim.person_token where person_id = $1 and token % 2 = 0", [id]);
    await db.admin("update kim.person set suche = 1 where id = $1", [id]);
    const worker = openPool({ url: db.urlOf("kim_worker"), applicationName: "kim-test", poolSize: 1 });
    await throughPool(worker, renewTokens);
    await worker.end();
    expect(await count()).toBe(before);
    expect(await names("Mühlprobe")).toEqual(["Günther Mühlprobe-Beispiel"]);
    expect(await db.admin("select 1 from kim.person where suche <> 4")).toEqual([]);
  });

  test("nothing for nobody and for no text", async () => {
    for (const text of ["Xaverius Quandt", "", "  ", "%", "'; drop table x", "…", "31.12.1999"]) {
      expect(await names(text), text).toEqual([]);
    }
  });

  test("a similar person stands out before a new one is recorded", async () => {
    const doubles = (name: string, geburtsdatum: string | null) =>
      readAs(mira, (tx) => findDoubles(tx, mira, { name, geburtsdatum }));
    expect((await doubles("Olena Mustertschenko", null)).map((hit) => hit.id)).toEqual([ids.get("Олена")]);
    expect(await doubles("Olena Mustertschenko", "1961-11-30")).toEqual([]);
    expect(await doubles("Karl Neumann-Probefall", null)).toEqual([]);
  });
});

/** What a wall asks beside, once a row or once for all: that is no way through a list. */
const isBeside = (node: unknown): boolean => typeof node === "object" && node !== null && "Subplan Name" in node;

const wayOf = (plan: string): string =>
  JSON.stringify(
    JSON.parse(plan, (_, part: unknown) => (Array.isArray(part) ? part.filter((node) => !isBeside(node)) : part)),
  );

describe("many persons", () => {
  const MANY = 1500;
  const TOKENS = 10;
  let colleague: Actor;

  /** Rows without content: for the plan only their number matters. Half of them belong to a colleague. */
  beforeAll(async () => {
    colleague = (await testKonto({ kreis: "05382", traegerId: mira.traegerId, rollen: ["cm_lokal"] })).actor;
    for (const owner of [mira, colleague]) {
      await db.admin(
        `insert into kim.person (kreis, id, traeger_id, konto_id, name, erfasst_am)
         select '05382', gen_random_uuid(), $1, $2, '\\x00', date '2020-01-01' + (n % 1000) from generate_series(1, $3::int) n`,
        [owner.traegerId, owner.kontoId, MANY],
      );
    }
    await db.admin(
      `insert into kim.person_token (kreis, traeger_id, konto_id, person_id, token)
       select kreis, traeger_id, konto_id, id, (random() * 9e15)::bigint from kim.person, generate_series(1, $1)`,
      [TOKENS],
    );
    await db.admin("vacuum analyze kim.person");
    await db.admin("vacuum analyze kim.person_token");
  });

  const planOf = (explain: (tx: Parameters<Parameters<typeof readAs>[1]>[0]) => Promise<unknown>) =>
    readAs(mira, async (tx) => JSON.stringify(await explain(tx)));

  test("the search reads nothing but its index", async () => {
    const words = Array.from({ length: 20 }, (_, i) => ({ token: "", telling: i > 9, begins: i % 4 }));
    const hashes = words.map((_, i) => i);
    const { rows } = await readAs(mira, (tx) =>
      sql<{ "QUERY PLAN": string }>`explain ${candidates(mira, words, hashes)}`.execute(tx),
    );
    const plan = rows.map((row) => row["QUERY PLAN"]);
    const scans = plan.flatMap((line, i) => (/ on person_token /.test(line) ? [`${line} ${plan[i + 1] ?? ""}`] : []));
    expect(scans).toHaveLength(2);
    for (const scan of scans)
      expect(scan).toMatch(
        /Index Only Scan using person_token_pkey .*Index Cond: .*kreis = .*traeger_id = .*token = q\S*token.*konto_id = /,
      );
  });

  test("what many share is read only if too few share something rarer, and letters never", async () => {
    const [common, rare] = [-1, -2];
    const share = (token: number, most: number) =>
      db.admin(
        `insert into kim.person_token (kreis, traeger_id, konto_id, person_id, token)
         select kreis, traeger_id, konto_id, id, $2 from kim.person where konto_id = $1 order by id limit $3`,
        [mira.kontoId, token, most],
      );
    await share(common, SEARCH.rare + 1);
    await share(rare, CANDIDATES);
    const found = (words: readonly Omit<Word, "token">[], hashes: readonly number[]) =>
      readAs(mira, async (tx) => {
        const asked = words.map((word) => ({ token: "", ...word }));
        return (await candidates(mira, asked, hashes).execute(tx)).rows.map((row) => row.person_id);
      });
    const [name, begun, letters] = [
      { telling: true, begins: 0 },
      { telling: true, begins: 1 },
      { telling: false, begins: 0 },
    ];
    expect(await found([name], [common])).toHaveLength(CANDIDATES + 1);
    expect(await found([letters], [common])).toEqual([]);
    expect(await found([letters], [rare])).toHaveLength(CANDIDATES);
    // The fifty are not more than are compared: of the common name one more comes behind them.
    const both = await found([name, begun], [common, rare]);
    expect([both.length, new Set(both.slice(0, CANDIDATES))]).toEqual([
      CANDIDATES + 1,
      new Set(await found([begun], [rare])),
    ]);
    await db.admin("delete from kim.person_token where token < 0");
  });

  test.each([
    ["first page", {}],
    ["older", { older: { am: "2021-06-01", id: randomUUID() } }],
    ["newer", { newer: { am: "2021-06-01", id: randomUUID() } }],
  ] as const)("the list walks its index and sorts nothing: %s", async (_, from) => {
    const plan = wayOf(await planOf((tx) => pageOfIds(tx, mira, from).explain("json")));
    expect(plan).toContain("person_kreis_traeger_id_konto_id_erfasst_am_id_idx");
    expect(plan).not.toMatch(/"(Seq Scan|Sort|Incremental Sort|Bitmap Heap Scan)"/);
    if (Object.keys(from).length > 0) expect(plan).toMatch(/"Index Cond":"[^"]*ROW\(erfasst_am, id\)/);
  });

  test("paging forth and back shows every person once, in one order", async () => {
    const all = (
      await db.admin("select id from kim.person where konto_id = $1 order by erfasst_am desc, id desc", [mira.kontoId])
    ).map((row) => row["id"]);
    const page = (from?: From) => readAs(mira, (tx) => personList(tx, mira, from));
    const seen: string[] = [];
    let at = await page();
    expect(at.newer).toBeUndefined();
    const firstPage = at.persons.map((p) => p.id);
    for (;;) {
      seen.push(...at.persons.map((p) => p.id));
      if (at.older === undefined) break;
      at = await page({ older: at.older });
      expect(at.newer?.id).toBe(at.persons[0]?.id);
    }
    expect(seen).toEqual(all);
    const [first] = (await page({ older: { am: "9999-12-31", id: randomUUID() } })).persons;
    expect(first?.id).toBe(firstPage[0]);
    const second = await page({ older: (await page()).older });
    const back = await page({ newer: second.newer });
    expect(back.persons.map((p) => p.id)).toEqual(firstPage);
    expect(back).toMatchObject({ newer: undefined, older: { id: firstPage.at(-1) } });
    expect(firstPage).toHaveLength(PAGE_SIZE);
  });
});
