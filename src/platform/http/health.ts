import { setTimeout as sleep } from "node:timers/promises";
import { systemActor } from "../actor.ts";
import { now } from "../clock.ts";
import { type Tx, readAs, sql, writeAs } from "../db.ts";
import { isFull } from "../pause.ts";
import { disagree } from "../retention.ts";
import { type SpaceState, spaceLeft, stateOf } from "../space.ts";
import { NO_KREIS } from "../token.ts";

/** State of the installation; `ok` decides between 200 and 503. */
export type Health = {
  readonly ok: boolean;
  /** `schreibt nicht`: it answers, but a row that was written as a test did not go through. */
  readonly datenbank: "bereit" | "nicht erreichbar" | "schreibt nicht";
  readonly web: "bereit" | "stürzt immer wieder ab";
  readonly worker: "bereit" | "ohne Lebenszeichen" | "stürzt immer wieder ab";
  /** Room in the data folder. */
  readonly platz: SpaceState;
  /** Whether the clean-up jobs trust the clock. It does not decide: they wait. */
  readonly uhr: "stimmt" | "gesprungen" | "unbekannt";
  /** Jobs that are not begun any more, because each of three starts broke off. It does not decide: the others go on. */
  readonly aufgegeben: number;
  /** ISO instant of the last backup; null while none was made. It does not decide, because the service works without. */
  readonly sicherung: string | null;
};

/** The worker tells every ten seconds that it lives; three missed tell that it does not. */
const WORKER_SILENCE_S = 30;
/** So many crashes within ten minutes are no chance. */
const LOOP = 3;
/** Whoever asks gives up after some seconds. */
const PATIENCE_MS = 3000;

/** What the database says about the services; times by its own clock. */
export type Signs = {
  /** Seconds since the worker's last sign of life; null before the first. */
  readonly stille: number | null;
  /** Starts within ten minutes that did not end cleanly, the running one left out. */
  readonly abstuerze: Readonly<Record<"web" | "worker", number>>;
  readonly aufgegeben: number;
  /** The time jumped, or database and web process disagree about it. */
  readonly gesprungen: boolean;
  readonly sicherung: Date | null;
};

type Row = Omit<Signs, "abstuerze"> & { readonly jetzt: Date; readonly web: number; readonly worker: number };

const starts = (dienst: string) => sql<number>`(
  select greatest(count(*) - 1, 0) from betrieb.dienst_start
  where dienst = ${dienst} and zeit > now() - interval '10 minutes')`;

/** One statement about everything. */
export async function signsOf(tx: Tx): Promise<Signs> {
  const { rows } = await sql<Row>`select
    (select extract(epoch from now() - zeit)::float8 from betrieb.herzschlag where dienst = 'worker') as stille,
    (select zeit from betrieb.herzschlag where dienst = 'sicherung') as sicherung,
    (select count(*) from betrieb.auftrag_beginn where aufgegeben is not null) as aufgegeben,
    (select neu_seit is not null from betrieb.uhr) as gesprungen, clock_timestamp() as jetzt,
    ${starts("web")} as web, ${starts("worker")} as worker`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error("A select without a table has a row.");
  const { web, worker, jetzt, gesprungen, ...signs } = row;
  return { ...signs, gesprungen: gesprungen || disagree(jetzt, now()), abstuerze: { web, worker } };
}

const system = systemActor(NO_KREIS);

/** A row that is written for nothing but to see that it can be. */
const writeTest = () =>
  writeAs(system, (tx) =>
    tx
      .insertInto("betrieb.herzschlag")
      .values({ dienst: "web", zeit: sql<Date>`now()` })
      .onConflict((c) => c.column("dienst").doUpdateSet({ zeit: sql<Date>`now()` }))
      .execute(),
  );

type Answer = { readonly signs: Signs | undefined; readonly written: boolean; readonly full: boolean };

async function askDatabase(): Promise<Answer> {
  const signs = await readAs(system, signsOf).catch(() => undefined);
  if (signs === undefined) return { signs, written: false, full: false };
  try {
    await writeTest();
    return { signs, written: true, full: false };
  } catch (error) {
    return { signs, written: false, full: isFull(error) };
  }
}

/** What comes of work that does not fail, or `late` when it takes too long. */
async function within<T>(ms: number, work: Promise<T>, late: T): Promise<T> {
  const over = new AbortController();
  try {
    return await Promise.race([work, sleep(ms, late, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}

const NOBODY: Answer = { signs: undefined, written: false, full: false };

/** Asks database, worker and disk, and waits for none of them longer than three seconds. Never throws. */
async function ask(): Promise<Health> {
  const platz = within(PATIENCE_MS, spaceLeft().then(stateOf), "unbekannt");
  const { signs, written, full } = await within(PATIENCE_MS, askDatabase(), NOBODY);
  const room = full ? "voll" : await platz;
  const loops = (dienst: "web" | "worker") => (signs?.abstuerze[dienst] ?? 0) >= LOOP;
  const alive = signs?.stille != null && signs.stille < WORKER_SILENCE_S;
  const web = loops("web") ? "stürzt immer wieder ab" : "bereit";
  const worker = loops("worker") ? "stürzt immer wieder ab" : alive ? "bereit" : "ohne Lebenszeichen";
  const datenbank = signs === undefined ? "nicht erreichbar" : written ? "bereit" : "schreibt nicht";
  return {
    ok: [datenbank, web, worker].every((one) => one === "bereit") && room !== "voll",
    datenbank,
    web,
    worker,
    platz: room,
    uhr: signs === undefined ? "unbekannt" : signs.gesprungen ? "gesprungen" : "stimmt",
    aufgegeben: signs?.aufgegeben ?? 0,
    sicherung: signs?.sicherung?.toISOString() ?? null,
  };
}

let asking: Promise<Health> | undefined;

/** The state of the installation. Of many that ask at once one asks, because anybody may, and each of them writes a row. */
export function health(): Promise<Health> {
  asking ??= ask().finally(() => (asking = undefined));
  return asking;
}
