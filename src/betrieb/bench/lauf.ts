import { loadavg } from "node:os";
import { openAdministrator } from "../../platform/postgres/administrator.ts";
import { StartRefused } from "../../platform/start-refused.ts";
import { Zufall } from "../../demo/zufall.ts";
import { withDoors } from "../doors.ts";
import { withRevision } from "./gegen.ts";
import { erste } from "./last.ts";
import { type Art, KOEPFE, type Messung, miss, mitte, zeile } from "./messung.ts";
import { MISCHUNGEN, type Mischung } from "./mischungen.ts";
import { type Nutzer, meldeAn } from "./nutzer.ts";
import type { Scratch } from "./ordner.ts";
import { grenze, pgbenchDa } from "./pgbench.ts";
import { tabelle, zahl } from "./tabelle.ts";
import { HERE, type Web, startWeb } from "./web.ts";

export type Lauf = Art & {
  readonly mischungen: readonly string[];
  /** Each revision in turn, so many times. */
  readonly runden: number;
  readonly gegen: string | undefined;
  /** Whether pgbench is asked as well. */
  readonly grenze: boolean;
};

type Report = (line: string) => void;
type Grenze = Readonly<Record<"simple" | "prepared", number>>;

/** Everything that was found out, as it is written as JSON. */
export type Bericht = {
  readonly umfang: { readonly kreise: number; readonly beratungen: number };
  readonly lauf: Lauf;
  /** Of the whole machine, before and after: whoever else works on it makes figures worse. */
  readonly auslastung: { readonly vorher: number; readonly nachher: number };
  /** From the start of the process, in ms: until it answers, and until somebody's first page stands there. */
  readonly start: Readonly<Record<string, { readonly bereit: number; readonly ersteSeite: number }>>;
  readonly messungen: Readonly<Record<string, Readonly<Record<string, Messung>>>>;
  readonly grenzen: Readonly<Record<string, Grenze>>;
};

const WARM_S = 2;
export const DIESE = "diese";

/** Measures the mixes one after the other; with `gegen`, two revisions in turn. */
export function laufe(scratch: Scratch, lauf: Lauf, report: Report): Promise<Bericht> {
  if (lauf.gegen === undefined) return withWebs(scratch, { [DIESE]: HERE }, lauf, report);
  return withRevision(lauf.gegen, (clone, name) => withWebs(scratch, { [DIESE]: HERE, [name]: clone }, lauf, report));
}

async function withWebs(
  scratch: Scratch,
  clones: Readonly<Record<string, string>>,
  lauf: Lauf,
  report: Report,
): Promise<Bericht> {
  const admin = await openAdministrator(scratch.adminUrl, scratch.installation.folder);
  const webs = new Map<string, Web>();
  try {
    const [umfang] = await admin.query("select kreise, beratungen from bench.umfang where fertig").catch(() => []);
    if (umfang === undefined) {
      throw new StartRefused("Dieser Ordner ist noch nicht gefüllt. Füllen Sie ihn mit ./kim bench daten.");
    }
    for (const [name, clone] of Object.entries(clones)) webs.set(name, await startWeb(clone, scratch.installation));
    return await withDoors(scratch.installation, async () => {
      const nutzer = await meldeAn(admin, Math.max(20, lauf.verbindungen));
      const start = await ersteSeiten(webs, nutzer);
      return {
        umfang: { kreise: Number(umfang["kreise"]), beratungen: Number(umfang["beratungen"]) },
        lauf,
        start,
        ...(await measureAll(scratch, webs, nutzer, lauf, report)),
      };
    });
  } finally {
    for (const web of webs.values()) await web.stop();
    await admin.close();
  }
}

/** Asks each for a page before anybody else does. */
async function ersteSeiten(webs: ReadonlyMap<string, Web>, [one]: readonly Nutzer[]): Promise<Bericht["start"]> {
  const start: Record<string, { bereit: number; ersteSeite: number }> = {};
  const anfrage = one && MISCHUNGEN["start"]?.next(one, new Zufall(1));
  if (anfrage === undefined) return start;
  for (const [name, { url, bereit }] of webs)
    start[name] = { bereit, ersteSeite: bereit + (await erste(url, anfrage)) };
  return start;
}

async function measureAll(
  scratch: Scratch,
  webs: ReadonlyMap<string, Web>,
  nutzer: readonly Nutzer[],
  lauf: Lauf,
  report: Report,
): Promise<Pick<Bericht, "auslastung" | "messungen" | "grenzen">> {
  const vorher = loadavg()[0] ?? 0;
  const messungen: Record<string, Record<string, Messung>> = {};
  const grenzen: Record<string, Grenze> = {};
  for (const name of lauf.mischungen) {
    const mischung = MISCHUNGEN[name];
    if (mischung === undefined) continue;
    report(`${name}: ${mischung.says} …`);
    messungen[name] = await inTurn(scratch, webs, mischung, nutzer, lauf);
    if (lauf.grenze && pgbenchDa() && READS.has(name)) {
      try {
        grenzen[name] = await grenze(scratch.installation.url("kim_web"), mischung, nutzer, lauf);
      } catch (cause) {
        // What was measured until here is worth more than the comparison.
        report(`  ohne Vergleich: ${cause instanceof Error ? cause.message : String(cause)}`);
      }
    }
  }
  return { auslastung: { vorher, nachher: loadavg()[0] ?? 0 }, messungen, grenzen };
}

/** One page, always the same: what pgbench can repeat. */
const READS = new Set([
  "sitzung",
  "start",
  "liste",
  "selten",
  "beratung",
  "personen",
  "person",
  "erfassen",
  "auswertung",
]);

async function inTurn(
  { postmaster }: Scratch,
  webs: ReadonlyMap<string, Web>,
  mischung: Mischung,
  nutzer: readonly Nutzer[],
  lauf: Lauf,
): Promise<Record<string, Messung>> {
  const runs = new Map([...webs.keys()].map((name) => [name, new Array<Messung>()]));
  for (const web of webs.values()) await miss(web, postmaster, mischung, nutzer, { ...lauf, sekunden: WARM_S });
  for (let round = 0; round < lauf.runden; round++) {
    for (const [name, web] of webs) runs.get(name)?.push(await miss(web, postmaster, mischung, nutzer, lauf));
  }
  return Object.fromEntries([...runs].map(([name, list]) => [name, mitte(list)]));
}

/** The report as people read it. */
export function alsTabelle({ umfang, lauf, auslastung, start, messungen, grenzen }: Bericht): string[] {
  const rows = Object.entries(messungen).flatMap(([mix, bySide]) =>
    Object.entries(bySide).map(([side, m]) => zeile(side === DIESE ? mix : `  ${side}`, m)),
  );
  const ratios = Object.entries(messungen).flatMap(([mix, bySide]) => {
    const [own, other] = [bySide[DIESE], Object.entries(bySide).find(([side]) => side !== DIESE)?.[1]];
    const limit = grenzen[mix];
    if (own === undefined || (other === undefined && limit === undefined)) return [];
    const to = (n: number | undefined) => (n === undefined ? "–" : zahl(own.jeSekunde / n, 2));
    return [[mix, to(other?.jeSekunde), to(limit?.simple), to(limit?.prepared)]];
  });
  const wrong = Object.values(messungen).flatMap((bySide) => Object.values(bySide).flatMap(({ fehler }) => fehler));
  return [
    `${zahl(umfang.beratungen)} Beratungen in ${zahl(umfang.kreise)} Kreisen; ${lauf.verbindungen} Verbindungen, ${lauf.runden}-mal ${lauf.sekunden} s` +
      `${lauf.pause > 0 ? `, Pause ${lauf.pause} ms` : ""}; Auslastung der Maschine ${zahl(auslastung.vorher, 1)} bis ${zahl(auslastung.nachher, 1)}`,
    ...Object.entries(start).map(
      ([side, { bereit, ersteSeite }]) =>
        `Start${side === DIESE ? "" : ` von ${side}`}: bereit nach ${zahl(bereit / 1000, 2)} s, erste Seite nach ${zahl(ersteSeite / 1000, 2)} s`,
    ),
    "",
    ...tabelle(KOEPFE, rows),
    ...(ratios.length === 0
      ? []
      : ["", ...tabelle(["so viel mal wie", lauf.gegen ?? "–", "pgbench", "pgbench vorbereitet"], ratios)]),
    ...(wrong.length === 0
      ? []
      : ["", `${zahl(wrong.length)} Anfragen gingen daneben: ${[...new Set(wrong)].slice(0, 3).join("; ")}`]),
  ];
}
