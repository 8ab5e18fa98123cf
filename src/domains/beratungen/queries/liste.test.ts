import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type Actor } from "../../../platform/actor.ts";
import { type Tx, readAs, sql } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { Listenadresse, adresse } from "../model/filter.ts";
import { listenseite, pageQuery, summeOf, summeQuery } from "./liste.ts";

const db = testDatabase();
const MANY = 5000;
/** Kommunen and languages in the order of their words: Lohmar before Siegburg, Arabisch before Deutsch before Ukrainisch. */
const FOLGE = { sprache: ["ar", "de", "uk"], ergebnis: [], kommune: ["05382028", "05382060"] };
let stelle: Beratungsstelle;
let actor: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  const second = await beratungsstelle();
  actor = stelle.konto.actor;
  for (const { kreis, traegerId, ags, konto } of [stelle, second]) {
    // Past the walls, because so many through the command would take minutes.
    await db.admin(
      `with neu as (
         insert into kim.beratung (kreis, traeger_id, konto_id, am, stufe, kontaktweg, ags, sprache, dauer_min, neuzuweisung)
         select $1, $2, $3, date '2026-11-20' - n / 4, (n % 2)::text, 'termin', ($4::text[])[1 + n % 2],
           (array['uk', 'ar', 'de'])[1 + n % 3], 10 + n % 50, n % 10 = 0
         from generate_series(1, ${MANY}) n returning kreis, id, traeger_id, konto_id, dauer_min)
       insert into kim.beratung_thema (kreis, beratung_id, handlungsfeld, traeger_id, konto_id)
       select kreis, id, case when dauer_min < 12 then 'teilhabe' else 'wohnen' end, traeger_id, konto_id from neu`,
      [kreis, traegerId, konto.actor.kontoId, [ags[0], ags[1]]],
    );
  }
  await db.admin("vacuum analyze kim.beratung");
  await db.admin("vacuum analyze kim.beratung_thema");
});

const of = (path: string) => readQuery(Listenadresse, new URL(path, "http://kim.example"));
const pageOf = (path: string) =>
  readAs(actor, async (tx) => listenseite(tx, actor, of(path), (await summeOf(tx, actor, of(path))).anzahl, FOLGE));

/** Walks a filtered list by its own links from the newest to the oldest row. */
async function walk(path: string): Promise<string[]> {
  const filter = of(path);
  const ids: string[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const page = await pageOf(next);
    ids.push(...page.zeilen.map((z) => z.id));
    next = page.aelter && adresse(filter, { aelter: page.aelter });
  }
  return ids;
}

describe("paging", () => {
  test.each(["/beratungen", "/beratungen?thema=teilhabe", "/beratungen?sprache=ar&neuzuweisung=ja&bis=2025-12-31"])(
    "%s shows every own row once, newest first",
    async (path) => {
      const ids = await walk(path);
      const { anzahl } = await readAs(actor, (tx) => summeOf(tx, actor, of(path)));
      expect(ids).toHaveLength(anzahl);
      expect(new Set(ids).size).toBe(anzahl);
      const rows = await db.admin(
        "select id from kim.beratung where id = any($1) and konto_id = $2 order by am desc, id desc",
        [ids, actor.kontoId],
      );
      expect(ids).toEqual(rows.map((r) => r["id"]));
    },
  );

  test.each([
    ["am", "am, id"],
    ["dauer", "dauer_min, am desc, id desc"],
    ["-dauer", "dauer_min desc, am desc, id desc"],
    ["sprache", "array_position(array['ar', 'de', 'uk'], sprache), am desc, id desc"],
    ["-kommune&neuzuweisung=ja", "ags desc, am desc, id desc"],
    ["ergebnis", "am desc, id desc"],
  ])("sorted by %s it shows every own row once, and back leads to the page before", async (nach, order) => {
    const path = `/beratungen?von=2026-01-01&nach=${nach}`;
    const ids = await walk(path);
    const rows = await db.admin(
      `select id from kim.beratung where konto_id = $1 and am >= '2026-01-01' ${nach.includes("&") ? "and neuzuweisung" : ""} order by ${order}`,
      [actor.kontoId],
    );
    expect(ids).toEqual(rows.map((r) => r["id"]));
    expect(ids.length).toBeGreaterThan(100);
    const first = await pageOf(path);
    const second = await pageOf(adresse(of(path), { ...(first.aelter && { aelter: first.aelter }) }));
    const back = await pageOf(adresse(of(path), { ...(second.neuer && { neuer: second.neuer }) }));
    expect(back.zeilen).toEqual(first.zeilen);
  });

  test("back leads to the very page one came from", async () => {
    const first = await pageOf("/beratungen");
    const second = await pageOf(adresse({}, { ...(first.aelter && { aelter: first.aelter }) }));
    const third = await pageOf(adresse({}, { ...(second.aelter && { aelter: second.aelter }) }));
    const back = await pageOf(adresse({}, { ...(third.neuer && { neuer: third.neuer }) }));
    expect(back.zeilen).toEqual(second.zeilen);
    const start = await pageOf(adresse({}, { ...(back.neuer && { neuer: back.neuer }) }));
    expect(start.zeilen).toEqual(first.zeilen);
    expect(start.neuer).toBeUndefined();
  });

  test("an address that nobody made is read as far as it fits", () => {
    const filter = of(`/beratungen?von=gestern&thema=${"x".repeat(99)}&aelter=2026-01-01.x&stufe=9&sprache=uk`);
    expect(filter).toEqual({ sprache: "uk" });
    expect(adresse(filter)).toBe("/beratungen?sprache=uk");
  });
});

describe("query plan", () => {
  const planOf = (path: string) =>
    readAs(actor, async (tx) => {
      const { anzahl } = await summeOf(tx, actor, of(path));
      const { sql: text, parameters } = pageQuery(tx, actor, of(path), anzahl, FOLGE).compile();
      return (await explain(tx, text, parameters)).join("\n");
    });
  const older = `aelter=2026-03-04.${randomUUID()}`;
  /** The narrow one where it holds what is asked for. */
  const OF_THE_INDEX_ALONE = /Index Only Scan using beratung_(?:liste|summe)/;

  test.each([
    "/beratungen",
    `/beratungen?${older}`,
    `/beratungen?neuer=2026-03-04.${randomUUID()}`,
    "/beratungen?von=2025-01-01&bis=2026-06-30",
    `/beratungen?sprache=ar&${older}`,
    "/beratungen?thema=wohnen",
  ])("%s walks the index instead of sorting", async (path) => {
    const plan = await planOf(path);
    expect(plan).toContain("beratung_liste");
    expect(plan).not.toMatch(/Sort|Seq Scan/);
  });

  test("a rare theme is found by itself, not by walking the list", async () => {
    const plan = await planOf("/beratungen?thema=teilhabe");
    expect(plan).toContain("beratung_thema_konto");
    expect(plan).not.toMatch(/beratung_liste|Seq Scan/);
  });

  test.each(["/beratungen", "/beratungen?stufe=1&kommune=05382060&sprache=ar&neuzuweisung=nein&von=2025-01-01"])(
    "the sum of %s reads no row",
    async (path) => {
      const plan = await readAs(actor, async (tx) => {
        const { sql: text, parameters } = summeQuery(tx, actor, of(path)).compile();
        return (await explain(tx, text, parameters)).join("\n");
      });
      expect(plan).toMatch(OF_THE_INDEX_ALONE);
    },
  );

  test.each(["-dauer", "personen", "stufe", "ergebnis", "sprache", "-kommune"])(
    "sorted by %s it reads the index alone",
    async (nach) => {
      expect(await planOf(`/beratungen?nach=${nach}`)).toMatch(OF_THE_INDEX_ALONE);
    },
  );

  test("the oldest first walks the index the other way", async () => {
    const plan = await planOf("/beratungen?nach=am");
    expect(plan).toContain("beratung_liste");
    expect(plan).not.toMatch(/Sort|Seq Scan/);
  });

  test("the check can fail: another order has to be sorted", async () => {
    const plan = await readAs(actor, async (tx) => {
      const query = tx.selectFrom("kim.beratung").select("id").orderBy("dauer_min").limit(50).compile();
      return (await explain(tx, query.sql, query.parameters)).join("\n");
    });
    expect(plan).toMatch(/Sort/);
  });
});

async function explain(tx: Tx, text: string, parameters: readonly unknown[]): Promise<string[]> {
  const literal = (value: unknown) =>
    `'${(Array.isArray(value) ? `{${value.join(",")}}` : String(value)).replaceAll("'", "''")}'`;
  const filled = text.replaceAll(/\$(\d+)/g, (_, n: string) => literal(parameters[Number(n) - 1]));
  const { rows } = await sql<Record<string, string>>`${sql.raw(`explain ${filled}`)}`.execute(tx);
  return rows.map((row) => row["QUERY PLAN"] ?? "");
}
