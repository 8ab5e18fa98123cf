import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Listenadresse } from "../../src/domains/beratungen/model/filter.ts";
import { listenseite, summeOf } from "../../src/domains/beratungen/queries/liste.ts";
import { fallListe } from "../../src/domains/faelle/queries/liste.ts";
import { PersonEingabe, createPerson, findPersons } from "../../src/domains/personen/index.ts";
import { personList } from "../../src/domains/personen/queries/page-of-persons.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { type Step, statementsSent, watchStatements } from "../../src/platform/connection.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { signedIn } from "../support/anmelden.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { CookieBrowser } from "../support/cookie-browser.ts";
import { testDatabase } from "../support/db.ts";
import { rowsTouched } from "../support/growth.ts";
import type { TestKonto } from "../support/konten.ts";
import { useProduct } from "../support/product.ts";
import { actingNow, kollegin, vertretungOhneRegeln } from "../support/vertretung.ts";

/** Somebody who stands in for five, each with as many files as she has: 100,000 consultations and as many persons. */
const db = testDatabase();
const product = useProduct();
const ACCOUNTS = 6;
const EACH = 16_700;
let stelle: Beratungsstelle;
let ich: TestKonto;
let actor: Actor;
let client: Client;

/** Rows as work leaves them, but for what is sealed: no plan looks at that. */
const FILL = [
  `insert into kim.beratung (kreis, traeger_id, konto_id, am, stufe, kontaktweg, ags, dauer_min, sprache)
   select $1, $2, $3, date '2026-11-01' - (n % 1500), '1', 'termin', $1 || '060', 30, 'uk' from generate_series(1, $4::int) n`,
  `with p as (
     insert into kim.person (kreis, traeger_id, konto_id, name, erfasst_am)
     select $1, $2, $3, '\\x00', date '2026-11-01' - (n % 1500) from generate_series(1, $4::int) n returning id)
   insert into kim.person_token (kreis, traeger_id, token, konto_id, person_id)
   select $1, $2, (random() * 20000)::bigint + t, $3, id from p, generate_series(1, 4) t on conflict do nothing`,
  // Of some persons a case, most of which go on.
  `insert into kim.fall (kreis, traeger_id, konto_id, person_id, jahr, nummer, begonnen, dringlichkeit, phase, phase_seit)
   select kreis, traeger_id, konto_id, id, 2020, (select count(*) from kim.fall) + row_number() over (), erfasst_am, 'normal',
     case when row_number() over () % 3 = 0 then 'nicht_zustande' else 'umsetzung' end, erfasst_am
   from kim.person where kreis = $1 and traeger_id = $2 and konto_id = $3 limit least($4::int, 400)`,
];

beforeAll(async () => {
  stelle = await beratungsstelle();
  ich = stelle.konto;
  const konten = [ich];
  while (konten.length < ACCOUNTS) {
    const vertreten = await kollegin(stelle);
    await vertretungOhneRegeln(db, { vertreten, durch: ich }, [0, 0]);
    konten.push(vertreten);
  }
  for (const konto of konten)
    for (const statement of FILL)
      await db.admin(statement.replace("$4::int", String(EACH)), [stelle.kreis, stelle.traegerId, konto.actor.kontoId]);
  const of = konten[3]?.actor ?? ich.actor;
  const person = PersonEingabe.parse({ person_vorname: "Xaverius", person_nachname: "Quandt" });
  await writeAs(of, (tx) => createPerson(tx, of, person));
  await db.admin("vacuum analyze");
  actor = await actingNow(ich);
  client = new Client({ connectionString: db.urlOf("kim_web") });
  await client.connect();
}, 180_000);
afterAll(() => client?.end());

async function rowsOf(work: () => Promise<unknown>, planned?: "for everybody"): Promise<number> {
  const steps: Step[] = [];
  watchStatements((step) => void steps.push(step));
  try {
    await work();
  } finally {
    watchStatements(undefined);
  }
  return [...(await rowsTouched(client, steps, planned)).values()].reduce((sum, rows) => sum + rows, 0);
}

const WORDS = { ergebnis: [], kommune: [], sprache: [] };
const page = (address: object) =>
  readAs(actor, async (tx) => (await listenseite(tx, actor, Listenadresse.parse(address), 99_999, WORDS)).zeilen);

describe.each([undefined, "for everybody"] as const)("with five represented accounts, planned %s", (planned) => {
  test.each([{ wessen: "alle" }, { wessen: "alle", von: "2025-01-01" }, {}])(
    "a page of the list %j walks the index of each account and reads no more than it shows of each",
    async (address) => {
      // 51 of each account for the page, the fifty shown with their themes once more.
      expect(await rowsOf(() => page(address), planned)).toBeLessThan(ACCOUNTS * 51 + 300);
    },
  );

  test("persons of one of them and of all, cases of all, and a search in all of them", async () => {
    const [, first = ""] = actor.konten;
    expect(await rowsOf(() => readAs(actor, (tx) => personList(tx, actor, {}, first)), planned)).toBeLessThan(500);
    expect(await rowsOf(() => readAs(actor, (tx) => personList(tx, actor, {}, "alle")), planned)).toBeLessThan(
      ACCOUNTS * 51 + 500,
    );
    const cases = { stand: "offen", wessen: "alle" } as const;
    expect(await rowsOf(() => readAs(actor, (tx) => fallListe(tx, actor, cases, {})), planned)).toBeLessThan(
      ACCOUNTS * 51 + 300,
    );
    // Tokens of two words: each some hundred in 400,000, whoever keeps the file.
    expect(await rowsOf(() => readAs(actor, (tx) => findPersons(tx, actor, "Xaverius Quandt")), planned)).toBeLessThan(
      5000,
    );
  });
});

test("the list over all of them shows the newest of all, once each", async () => {
  const found = await page({ wessen: "alle" });
  const newest = async (table: string, day: string) =>
    (await db.admin(`select id from ${table} order by ${day} desc, id desc limit 50`)).map((row) => row["id"]);
  expect(found.map(({ id }) => id)).toEqual(await newest("kim.beratung", "am"));
  const { faelle, aelter } = await readAs(actor, (tx) => fallListe(tx, actor, { stand: "alle", wessen: "alle" }, {}));
  expect(faelle.map(({ id }) => id)).toEqual(await newest("kim.fall", "begonnen"));
  expect(aelter?.id).toBe(faelle.at(-1)?.id);
  expect((await readAs(actor, (tx) => summeOf(tx, actor, { wessen: "alle" }))).anzahl).toBe(ACCOUNTS * EACH);
});

test("a search over all of them: p95 within 50 ms", async () => {
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const start = performance.now();
    const { treffer } = await readAs(actor, (tx) => findPersons(tx, actor, i % 2 === 0 ? "Xaverius Quandt" : "Quandt"));
    times.push(performance.now() - start);
    expect(treffer.map(({ name }) => name)).toEqual(["Xaverius Quandt"]);
  }
  const sorted = times.slice(10).toSorted((a, b) => a - b);
  expect(sorted[47]).toBeLessThan(50);
});

test("whom one stands in for costs no statement of the session, and two of the page that names them", async () => {
  const browser = new CookieBrowser(product().url);
  browser.cookie = await signedIn(ich);
  const statements = async (path: string) => {
    await browser.get(path);
    const before = statementsSent();
    expect((await browser.get(path)).status).toBe(200);
    return statementsSent() - before;
  };
  expect([await statements("/hilfe"), await statements("/"), await statements("/beratungen")]).toEqual([1, 2, 6]);
});
