import { countFigures } from "../../domains/auswertung/index.ts";
import { type Administrator, openAdministrator } from "../../platform/postgres/administrator.ts";
import { StartRefused } from "../../platform/start-refused.ts";
import { withFastDoors, withWorkerDoors } from "../doors.ts";
import { gibIndizes, nebeneinander, nimmIndizes } from "./indizes.ts";
import { type Berater, type Schluessel, TABELLEN, ladeSchub, schluesselVon, tabellenVon } from "./laden.ts";
import type { Scratch } from "./ordner.ts";
import { beraterOf, kreiseOf, stellePersonalEin } from "./personal.ts";
import { type Schub, type Umfang, planOf, schuebeOf } from "./plan.ts";
import { cpuOf } from "./prozesse.ts";
import { zahl } from "./tabelle.ts";

type Report = (line: string) => void;

/** Two: while the server loads one part, the next one is invented. */
const LOADERS = 2;
const REPORT_MS = 5000;

/**
 * Fills a scratch folder, or goes on where an earlier run was ended. Everything is there afterwards as the application would
 * have stored it: keys, tokens, events, counted figures.
 */
export async function fuelle(
  { installation, adminUrl, postmaster }: Scratch,
  umfang: Umfang,
  report: Report,
): Promise<void> {
  const begin = performance.now();
  const open = () => openAdministrator(adminUrl, installation.folder);
  const admins = await Promise.all(Array.from({ length: LOADERS }, open));
  const [admin] = admins;
  if (admin === undefined) throw new Error("No connection.");
  try {
    const phase = phasen(postmaster, report);
    await merke(admin, umfang);
    const kreise = await kreiseOf(admin, umfang.kreise);
    const plan = planOf(kreise, umfang.beratungen);
    await withFastDoors(installation, async () => {
      await stellePersonalEin(admin, plan, report);
      phase("einrichten");
      await nimmIndizes(admin, TABELLEN);
      await lade(admins, schuebeOf(plan), report);
    });
    phase("laden");
    report("Die Indizes werden angelegt …");
    await gibIndizes(admins);
    phase("Indizes");
    await nebeneinander(admins, TABELLEN, async (one, table) => void (await one.query(`vacuum ${table}`)));
    await admin.query("analyze");
    phase("aufräumen");
    report("Die Zahlen werden gezählt …");
    await admin.query("delete from kim.zaehlung_stand");
    await withWorkerDoors(installation, async () => {
      await nebeneinander(admins, kreise, async (_, kreis) => void (await countFigures(kreis)));
    });
    await admin.query("vacuum analyze kim.zaehlung");
    await admin.query("update bench.umfang set fertig = true");
    phase("zählen");
  } finally {
    await Promise.all(admins.map((one) => one.close()));
  }
  const seconds = (performance.now() - begin) / 1000;
  const [own, server] = [process.cpuUsage().user + process.cpuUsage().system, cpuOf(postmaster)];
  report(
    `${zahl(umfang.beratungen)} Beratungen in ${zahl(seconds)} s, ${zahl(umfang.beratungen / seconds)} je Sekunde; ` +
      `Rechenzeit ${zahl(own / 1e6, 1)} s, der Datenbank ${zahl(server, 1)} s.`,
  );
}

/** Says of each phase what it took: by the clock, and of the processor in this process and in the database. */
function phasen(postmaster: number, report: Report): (name: string) => void {
  const now = () => ({ t: performance.now(), own: process.cpuUsage(), db: cpuOf(postmaster) });
  let before = now();
  return (name) => {
    const after = now();
    const own = after.own.user + after.own.system - before.own.user - before.own.system;
    report(
      `${name}: ${zahl((after.t - before.t) / 1000, 1)} s; Rechenzeit ${zahl(own / 1e6, 1)} s, der Datenbank ${zahl(after.db - before.db, 1)} s`,
    );
    before = after;
  };
}

/** @throws StartRefused where the folder was begun with another extent */
async function merke(admin: Administrator, { kreise, beratungen }: Umfang): Promise<void> {
  await admin.query("create schema if not exists bench");
  await admin.query("create table if not exists bench.schub (nummer int primary key)");
  await admin.query(
    "create table if not exists bench.umfang (kreise int, beratungen int, fertig boolean not null default false)",
  );
  const [known] = await admin.query("select kreise, beratungen from bench.umfang");
  if (known === undefined) {
    await admin.query("insert into bench.umfang (kreise, beratungen) values ($1, $2)", [kreise, beratungen]);
  } else if (known["kreise"] !== kreise || known["beratungen"] !== beratungen) {
    throw new StartRefused(
      `Dieser Ordner ist für ${zahl(Number(known["kreise"]))} Kreise und ${zahl(Number(known["beratungen"]))} Beratungen` +
        " angelegt. Nennen Sie dieselben Zahlen oder mit KIM_DATEN einen anderen Ordner.",
    );
  }
}

async function lade(admins: readonly Administrator[], schuebe: readonly Schub[], report: Report): Promise<void> {
  const [admin] = admins;
  const loaded = new Set((await admin?.query("select nummer from bench.schub"))?.map(({ nummer }) => nummer));
  const todo = schuebe.filter(({ nummer }) => !loaded.has(nummer));
  const count = (list: readonly Schub[]) => list.reduce((sum, { beratungen }) => sum + beratungen, 0);
  const [all, before] = [count(schuebe), count(schuebe) - count(todo)];
  const whose = admin === undefined ? undefined : await beraterOf(admin);
  const keys = new Map<string, Schluessel>();
  const begin = performance.now();
  let [done, told] = [before, begin];
  const running = admins.map(() => Promise.resolve());
  for (const [i, schub] of todo.entries()) {
    const berater = whose?.(schub);
    const slot = i % admins.length;
    const loader = admins[slot];
    if (berater === undefined || loader === undefined) continue;
    const tabellen = tabellenVon(schub, berater, await keysOf(keys, berater));
    await running[slot];
    running[slot] = ladeSchub(loader, schub.nummer, tabellen);
    done += schub.beratungen;
    if (performance.now() - told < REPORT_MS) continue;
    told = performance.now();
    const rate = (done - before) / ((told - begin) / 1000);
    report(`${zahl(done)} von ${zahl(all)} Beratungen, ${zahl(rate)} je Sekunde`);
  }
  await Promise.all(running);
}

/** Parts of one Träger follow each other: what was kept of the one before, all its hashed words among it, goes. */
async function keysOf(known: Map<string, Schluessel>, berater: Berater): Promise<Schluessel> {
  const keys = known.get(berater.traegerId) ?? (await schluesselVon(berater));
  known.clear();
  known.set(berater.traegerId, keys);
  return keys;
}
