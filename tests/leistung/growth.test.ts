import { get } from "node:http";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findPersons } from "../../src/domains/personen/index.ts";
import { type Step, watchStatements } from "../../src/platform/connection.ts";
import { readAs } from "../../src/platform/db.ts";
import { type Bestand, bestand, bestandDatabase } from "../journeys/bestand.ts";
import type { Besuch } from "../journeys/probe.ts";
import { BESUCHE, addressOf } from "../journeys/proben.ts";
import { type Explained, grow, rowsTouched } from "../support/growth.ts";
import { growFile } from "../support/lange-akte.ts";
import { blaetterNachgezogen, counted } from "../support/zaehlen.ts";

const db = bestandDatabase();
let kim: Bestand;
let client: Client;

const FIRST = 150;
const TIMES = 25;
/** What more history may add at most: a page that was not full is full now; a theme is read whole up to 1,000 consultations. */
const A_PAGE = 2000;

/** Everything that years of work leave behind, beside consultations and persons. Ids and hashes are new, the rest is copied. */
const COPIES = [
  `insert into kim.sitzung (kreis, konto_id, token_hash, stand, angelegt, zuletzt)
   select kreis, konto_id, sha256(gen_random_uuid()::text::bytea), 'beendet', angelegt - n * interval '1 day', zuletzt - n * interval '1 day'
   from kim.sitzung, generate_series(1, $1) n where stand = 'offen'`,
  `insert into kim.zaehlung select kreis, traeger_id, (monat - n * interval '1 month')::date, ags, merkmal, kode, anzahl
   from kim.zaehlung, generate_series(1, $1) n where monat = (select min(monat) from kim.zaehlung)`,
  `insert into kim.protokoll (kreis, traeger_id, konto_id, art, gegenstand_art, gegenstand_id, zeit)
   select kreis, traeger_id, konto_id, art, gegenstand_art, gen_random_uuid()::text, zeit - n * interval '1 day'
   from kim.protokoll, generate_series(1, 3) n where $1 > 0`,
];

type History = { readonly nummer: number; readonly beratungen: number; readonly zurueck: number };

async function history(more: History, copies: number): Promise<void> {
  const { kreis, traegerId, konto, standortId, ags } = kim.stelle;
  await grow(db, { kreis, traegerId, kontoId: konto.actor.kontoId, standortId, ags: ags[0] }, more);
  await counted(db, kreis);
  for (const statement of COPIES) await db.admin(statement, [copies]);
  await blaetterNachgezogen(db);
  await db.admin("vacuum analyze");
}

async function watched(work: () => Promise<unknown>): Promise<Step[]> {
  const steps: Step[] = [];
  watchStatements((step) => void steps.push(step));
  try {
    await work();
  } finally {
    watchStatements(undefined);
  }
  return steps;
}

/** What comes over the line for a page, headers included, in bytes; and whether it is one. */
function weigh({ wer, path }: Besuch): Promise<{ readonly bytes: number; readonly html: boolean }> {
  const headers = { Cookie: `__Host-kim=${kim.cookieOf(wer)}`, "Accept-Encoding": "gzip, deflate, br, zstd" };
  return new Promise((done, fail) => {
    get(`${kim.server.url}${addressOf(path, kim.ids)}`, { headers, agent: false }, (answer) => {
      const html = (answer.headers["content-type"] ?? "").startsWith("text/html");
      answer.resume().once("end", () => done({ bytes: answer.socket.bytesRead, html }));
    }).once("error", fail);
  });
}

const visit = async ({ wer, path }: Besuch) => {
  const headers = { Cookie: `__Host-kim=${kim.cookieOf(wer)}` };
  const answer = await fetch(`${kim.server.url}${addressOf(path, kim.ids)}`, { headers, redirect: "manual" });
  await answer.text();
};

const opened = new Set<Besuch>();

/** Rows by page and statement. */
async function measure(planned?: "for everybody", pages: readonly Besuch[] = PAGES): Promise<Map<string, number>> {
  const all = new Map<string, number>();
  // Much of a page stands on others of the same person as well.
  const known: Explained = new Map();
  const add = async (page: string, work: () => Promise<unknown>) => {
    for (const [sql, rows] of await rowsTouched(client, await watched(work), planned, known))
      all.set(`${page}\n  ${sql}`, rows);
  };
  for (const besuch of pages) {
    // What is written down once, that a copy was opened, would be refused when it runs again.
    if (!opened.has(besuch)) await visit(besuch);
    opened.add(besuch);
    // Figures are read once for each count: as if it had been a moment ago.
    await db.admin("update kim.zaehlung_stand set zeit = zeit");
    await db.admin("update kim.zaehlung_blatt set zeit = zeit");
    await add(`${besuch.wer} ${besuch.path}`, () => visit(besuch));
  }
  const { actor } = kim.stelle.konto;
  await add("Suche", () => readAs(actor, (tx) => findPersons(tx, actor, "Xaverius Quandt")));
  return all;
}

const seen = new Set<string>();
/** Every page once; not the figures of a year that was empty before. */
const isNew = ({ wer, path }: Besuch): boolean =>
  wer !== "niemand" && !path.includes("von=2020") && seen.size < seen.add(`${wer} ${path}`).size;
const PAGES: readonly Besuch[] = [
  ...BESUCHE.filter(isNew),
  { wer: "beraterin", path: "/beratungen?thema=einbuergerung" },
  { wer: "beraterin", path: "/beratungen?thema=sprache" },
];

/**
 * The sum of one's own list, and its page in another order than by day, are over all of it, off the index alone: 3 ms for 20,000
 * consultations, and as much again for the order.
 */
const isSum = (what: string) =>
  /^\S+ \/beratungen\b[^/]*\n {2}select count\(\*\) as "anzahl", coalesce\(sum/.test(what) ||
  /^\S+ \/beratungen\?nach=[^/]*\n {2}select "b"\."id", "b"\."am"/.test(what);

beforeAll(async () => {
  kim = await bestand(db);
  client = new Client({ connectionString: db.urlOf("kim_web") });
  await client.connect();
}, 120_000);
afterAll(async () => {
  await client?.end();
  await kim?.server.stop();
});

/** What each statement reads with all of that history, planned for its own values. */
let ofThese: Map<string, number> | undefined;

test("no page reads more because there is more history", async () => {
  await history({ nummer: 1, beratungen: FIRST, zurueck: 0 }, 2);
  const before = await measure();
  // The years before: what somebody sees who has been here for long.
  await history({ nummer: 2, beratungen: FIRST * TIMES, zurueck: 2300 }, 2 * TIMES);
  const after = (ofThese = await measure());
  const grown = [...after].flatMap(([what, rows]) => {
    const less = before.get(what);
    return less !== undefined && rows > 2 * less + A_PAGE ? `${what}: ${less} → ${rows}` : [];
  });
  expect(grown.filter((line) => !isSum(line))).toEqual([]);
  // The test can fail: what is known to grow does.
  expect(grown.filter(isSum).length).toBeGreaterThan(0);
}, 300_000);

/**
 * A prepared statement may get a plan that is used for everybody: for this account with thousands of consultations and for those
 * with none. PostgreSQL decides by what it expects; here it has no choice.
 */
test("a plan made for everybody reads little more than one made for these values", async () => {
  const own = ofThese ?? (await measure());
  const worse = [...(await measure("for everybody"))].flatMap(([what, rows]) => {
    const less = own.get(what);
    return less !== undefined && rows > 2 * less + A_PAGE ? `${what}: ${less} → ${rows}` : [];
  });
  expect(worse).toEqual([]);
}, 300_000);

/** Style, script, fonts and icon are kept for good (assets.test.ts): what comes again is the page. */
test("a second visit costs at most 15 kB, however much there is to show", async () => {
  const heavy: string[] = [];
  let pages = 0;
  for (const besuch of PAGES) {
    const { bytes, html } = await weigh(besuch);
    if (html) pages += 1;
    if (html && bytes > 15_000) heavy.push(`${besuch.wer} ${besuch.path}: ${bytes} Byte`);
  }
  expect(heavy).toEqual([]);
  expect(pages).toBeGreaterThan(80);
}, 120_000);

/** Pages of the person whose file grows, of her case, and the lists that name her. */
const DER_AKTE =
  /:(person|fallEvaluation)\b|^\/($|\?|personen(\?|$)|faelle(\?|\/ohne|$)|verweise(\?|$)|fristen(\?|$)|einbuergerungen)/;
/** So many rows more are no history: an index page more, a plan that begins elsewhere. */
const SPIEL = 40;
/** What may grow with one file, and why: each is a life, not a work list. */
const WAECHST: readonly (readonly [statement: RegExp, why: string])[] = [
  [
    /^\S+ \/personen\/:person\/einwilligungen\S*\n[^]* from "kim"\."einwilligung" where "person_id"/,
    "every consent she was asked for stands in their list: she is asked again after years",
  ],
  [/from "kim"\."fall_person" as "x"/, "her cases; nobody has fifty"],
  [
    /from "kim"\."(?:aufenthalt|leistung|werdegang)" where/,
    "the checklist adds up all times of a stay, and the page shows them",
  ],
  [/^\S+ \/personen\/:person\S*\n {2}select "p"\.\*/, "her page says which of these hold today"],
];

test("no page of one file reads more because that file has years more in it", async () => {
  const { actor } = kim.stelle.konto;
  const of = { person: kim.ids["person"] ?? "", fall: kim.ids["fallEvaluation"] ?? "" };
  const pages = PAGES.filter(({ wer, path }) => wer === "beraterin" && DER_AKTE.test(path));
  const grownTo = async (from: number, to: number) => {
    await growFile(db, actor, of, [from, to]);
    await counted(db, actor.kreis);
    await db.admin("vacuum analyze");
    return measure(undefined, pages);
  };
  // Twice: every list is longer than its page then.
  const before = await grownTo(0, 60);
  const after = await grownTo(60, 300);
  const grown = [...after].flatMap(([what, rows]) => {
    const less = before.get(what);
    return less !== undefined && rows > less + SPIEL ? [{ what, line: `${what}: ${less} → ${rows}` }] : [];
  });
  const known = ({ what }: { readonly what: string }) => WAECHST.some(([statement]) => statement.test(what));
  expect(grown.filter((one) => !known(one)).map(({ line }) => line)).toEqual([]);
  expect(pages.length).toBeGreaterThan(40);
}, 120_000);
