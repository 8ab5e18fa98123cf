import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { own } from "../platform/postgres/initialise.ts";
import type { DataFolder } from "../platform/postgres/data-folder.ts";
import { EXIT_RUNNING, StartRefused } from "../platform/start-refused.ts";

const holderSchema = z.object({
  befehl: z.string(),
  pid: z.number(),
  /** When the process began; tells it from a later one with the same number. */
  beginn: z.string(),
  /** Where the browser finds KIM; only when ready. */
  adresse: z.string().optional(),
  /** Port of the embedded database; only while it runs. */
  datenbankPort: z.number().optional(),
});

/** Who works on a data folder at this moment. */
export type Holder = z.infer<typeof holderSchema>;

export type Lock = {
  /** Adds to what others can read. */
  readonly tell: (news: Partial<Pick<Holder, "adresse" | "datenbankPort">>) => void;
  readonly release: () => void;
};

const pathIn = (folder: string): string => join(folder, "betrieb.json");

/** When a process began, in a form that only compares; undefined when there is none. */
function beginOf(pid: number): string | undefined {
  try {
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-p", String(pid), "-o", "lstart="], { encoding: "utf8", stdio: "pipe" }).trim();
    }
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return fields[0] === "Z" ? undefined : `${boot}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

function read(path: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}

const lives = (holder: Holder): boolean => beginOf(holder.pid) === holder.beginn;

/** Who holds the folder now; a holder that was killed does not count. */
export function readHolder(folder: string): Holder | undefined {
  const holder = read(pathIn(folder));
  return holder !== undefined && lives(holder) ? holder : undefined;
}

function refuse(holder: Holder): StartRefused {
  const where = holder.adresse === undefined ? "" : ` unter ${holder.adresse}`;
  const what = `Auf diesem Datenordner läuft schon „./kim ${holder.befehl}“${where} (Prozess ${holder.pid}).`;
  return new StartRefused(
    `${what} Beenden Sie es zuerst oder nennen Sie mit KIM_DATEN einen anderen Ordner.`,
    EXIT_RUNNING,
  );
}

/** Writes a file that appears complete or not at all. False when the name is taken. */
function createWhole(folder: DataFolder, holder: Holder): boolean {
  const path = pathIn(folder.path);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  own(folder.user, draft);
  try {
    linkSync(draft, path);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft);
  }
}

/** Takes away what a killed process left. Renaming first: of two that try, one does it, and what it took is looked at again. */
function clearStale(path: string, seen: Holder | undefined): void {
  const aside = `${path}.alt.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const taken = read(aside);
  if (taken !== undefined && taken.beginn !== seen?.beginn && lives(taken)) linkSync(aside, path);
  rmSync(aside);
}

/**
 * Takes the data folder for this process, or says who has it. Survives `kill -9` of an earlier holder.
 */
export function tryLock(folder: DataFolder, befehl: string): Lock | Holder {
  const path = pathIn(folder.path);
  let mine: Holder = { befehl, pid: process.pid, beginn: beginOf(process.pid) ?? "" };
  while (!createWhole(folder, mine)) {
    const holder = read(path);
    if (holder !== undefined && lives(holder)) return holder;
    clearStale(path, holder);
  }
  return {
    tell: (news) => {
      mine = { ...mine, ...news };
      const draft = `${path}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
      own(folder.user, draft);
      renameSync(draft, path);
    },
    release: () => {
      if (read(path)?.beginn === mine.beginn) rmSync(path, { force: true });
    },
  };
}

/**
 * Takes the data folder for this process.
 * @throws StartRefused (5) naming the living holder
 */
export function acquireLock(folder: DataFolder, befehl: string): Lock {
  const lock = tryLock(folder, befehl);
  if ("release" in lock) return lock;
  throw refuse(lock);
}
