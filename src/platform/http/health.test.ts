import { beforeEach, describe, expect, test } from "vitest";
import { silentServer } from "../../../tests/support/silent-server.ts";
import { testDatabase } from "../../../tests/support/db.ts";
import { openPool, throughPool } from "../db.ts";
import { stateOf, watchSpace } from "../space.ts";
import { health } from "./health.ts";
import { metricsText } from "./metrics.ts";

const db = testDatabase();

beforeEach(async () => {
  await db.admin("delete from betrieb.dienst_start");
  await db.admin("delete from betrieb.auftrag_beginn");
  await db.admin("update betrieb.uhr set neu_seit = null");
  await db.admin(
    "insert into betrieb.herzschlag (dienst, zeit) values ('worker', now()) on conflict (dienst) do update set zeit = now()",
  );
});

const starts = (dienst: string, n: number, minutesAgo = 1) =>
  db.admin(
    "insert into betrieb.dienst_start (dienst, zeit) select $1, now() - make_interval(mins => $3) from generate_series(1, $2)",
    [dienst, n, minutesAgo],
  );

test("all is well", async () => {
  expect(await health()).toEqual({
    ok: true,
    datenbank: "bereit",
    web: "bereit",
    worker: "bereit",
    platz: "unbekannt",
    uhr: "stimmt",
    aufgegeben: 0,
    sicherung: null,
  });
});

describe("not well is", () => {
  test("a worker that is silent, by the clock of the database", async () => {
    await db.admin("update betrieb.herzschlag set zeit = now() - interval '31 seconds'");
    expect(await health()).toMatchObject({ ok: false, worker: "ohne Lebenszeichen" });
  });

  test("a service that crashes again and again, although it lives at this moment", async () => {
    await starts("worker", 3);
    await starts("worker", 9, 11);
    expect(await health()).toMatchObject({ ok: true, worker: "bereit" });
    await starts("worker", 1);
    expect(await health()).toMatchObject({ ok: false, worker: "stürzt immer wieder ab", web: "bereit" });
    await starts("web", 4);
    expect(await health()).toMatchObject({ web: "stürzt immer wieder ab" });
    expect(await metricsText()).toMatch(
      /kim_dienst_abstuerze\{dienst="worker"\} 3\n.*\{dienst="web"\} 3|kim_dienst_abstuerze\{dienst="web"\} 3\n.*\{dienst="worker"\} 3/,
    );
  });

  test("a database that reads and does not write; one without room says so", async () => {
    const fail = (state: string) =>
      db.admin(`create or replace function betrieb.nein() returns trigger language plpgsql as
        $f$ begin raise exception using errcode = '${state}'; end $f$`);
    await fail("42501");
    await db.admin("create trigger nein before insert on betrieb.herzschlag execute function betrieb.nein()");
    expect(await health()).toMatchObject({ ok: false, datenbank: "schreibt nicht", platz: "unbekannt" });
    await fail("53100");
    expect(await health()).toMatchObject({ ok: false, datenbank: "schreibt nicht", platz: "voll" });
    await db.admin("drop trigger nein on betrieb.herzschlag");
    expect(await health()).toMatchObject({ ok: true });
  });

  test("a database that does not answer, within a few seconds", async () => {
    const server = await silentServer(db.urlOf("kim_web"));
    const pool = openPool({ url: server.url, applicationName: "kim-test", poolSize: 1, answerMs: 60_000 });
    await throughPool(pool, health);
    server.fallSilent();
    const began = performance.now();
    expect(await throughPool(pool, health)).toMatchObject({ ok: false, datenbank: "nicht erreichbar" });
    expect(performance.now() - began).toBeLessThan(4000);
    await server.stop();
    await pool.end();
  });
});

test("jobs that were given up and a clock that jumped are told; the rest goes on", async () => {
  await db.admin("insert into betrieb.auftrag_beginn values ('uebernahme.lesen', 'x', 4, now(), now())");
  await db.admin("update betrieb.uhr set neu_seit = now()");
  expect(await health()).toMatchObject({ ok: true, uhr: "gesprungen", aufgegeben: 1 });
  expect(await metricsText()).toContain("kim_auftraege_aufgegeben 1");
});

describe("room", () => {
  test.each([
    [undefined, "unbekannt"],
    [{ free: 63 * 2 ** 20, total: 2 ** 40 }, "voll"],
    [{ free: 65 * 2 ** 20, total: 2 ** 40 }, "wenig"],
    [{ free: 2 ** 31, total: 2 ** 32 }, "genug"],
  ] as const)("%o: %s", (space, state) => {
    expect(stateOf(space)).toBe(state);
  });

  test("is that of the data folder", async () => {
    watchSpace(import.meta.dirname);
    expect((await health()).platz).not.toBe("unbekannt");
    expect(await metricsText()).toMatch(/kim_platz_frei_bytes \d+/);
    watchSpace("/gibt/es/nicht");
    expect((await health()).platz).toBe("unbekannt");
  });
});
