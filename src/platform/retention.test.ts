import { afterEach, describe, expect, test, vi } from "vitest";
import { testDatabase } from "../../tests/support/db.ts";
import { openPool, throughPool } from "./db.ts";
import { type Seen, type Uhr, judge, retentionJob } from "./retention.ts";

const db = testDatabase();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = new Date("2026-11-20T12:00:00Z");
const later = (ms: number) => new Date(NOON.getTime() + ms);
const seen = (ms: number, more: Partial<Seen> = {}): Seen => ({
  database: later(ms),
  own: later(ms),
  jumpedMs: 0,
  ...more,
});
const KNOWN: Uhr = { stand: NOON, neuSeit: null, neuZuletzt: null };

describe("a time is trusted", () => {
  test.each<[string, Seen, boolean]>([
    ["a day after the last run", seen(DAY), true],
    ["after a long weekend", seen(3.9 * DAY), true],
    ["set right by a minute", seen(-60_000), true],
    ["years ahead", seen(800 * DAY), false],
    ["a week ahead", seen(7 * DAY), false],
    ["gone back", seen(-HOUR), false],
    ["in the database only", seen(DAY, { own: NOON }), false],
    ["set while the process ran", seen(DAY, { jumpedMs: 5 * HOUR }), false],
  ])("%s: %s", (_, now, trusted) => {
    expect(judge(KNOWN, now).trusted).toBe(trusted);
  });

  test("when it jumped and then stayed the same for a week, night by night", () => {
    let uhr = KNOWN;
    const nights = Array.from({ length: 9 }, (_, i) => {
      const { trusted, uhr: next } = judge(uhr, seen((400 + i) * DAY));
      uhr = next;
      return trusted;
    });
    expect(nights).toEqual([false, false, false, false, false, false, false, true, true]);
  });

  test("again at once where the wrong time is gone", () => {
    const { uhr } = judge(KNOWN, seen(400 * DAY));
    expect(judge(uhr, seen(DAY))).toEqual({
      trusted: true,
      uhr: { stand: later(DAY), neuSeit: null, neuZuletzt: null },
    });
  });

  test("not sooner because the worker was started anew, or it jumped once more", () => {
    const { uhr } = judge(KNOWN, seen(DAY, { jumpedMs: DAY }));
    expect(judge(uhr, seen(2 * DAY)).trusted).toBe(false);
    const again = judge(uhr, seen(30 * DAY));
    expect(again).toMatchObject({ trusted: false, uhr: { neuSeit: later(30 * DAY) } });
  });
});

describe("a job that deletes", () => {
  afterEach(() => vi.useRealTimers());
  const runAt = async () => {
    const done: Date[] = [];
    const pool = openPool({ url: db.urlOf("kim_worker"), applicationName: "kim-test", poolSize: 1 });
    await throughPool(pool, () => retentionJob("probe.loeschen", async (at) => void done.push(at)).run({}));
    await pool.end();
    return done;
  };

  test("goes by the clock of the database", async () => {
    const [at] = await runAt();
    const [row] = await db.admin("select extract(epoch from now() - $1::timestamptz)::float8 as alter", [at]);
    expect(Number(row?.["alter"])).toBeLessThan(5);
  });

  test("does nothing when the clock of its machine is another one", async () => {
    vi.useFakeTimers({ now: Date.now() + 900 * DAY, toFake: ["Date"] });
    expect(await runAt()).toEqual([]);
    vi.useRealTimers();
    expect(await runAt()).toHaveLength(1);
  });

  test("does nothing when the database jumped against the last run", async () => {
    await db.admin("update betrieb.uhr set stand = now() - interval '30 days'");
    expect(await runAt()).toEqual([]);
    expect(await runAt()).toEqual([]);
    await db.admin("update betrieb.uhr set neu_seit = now() - interval '8 days'");
    expect(await runAt()).toHaveLength(1);
  });
});
