import { readFileSync, readdirSync } from "node:fs";

/** Clock ticks of /proc a second; Linux tells programs the same everywhere. */
const TICKS = 100;
const PAGE = 4096;

type Stat = { readonly parent: number; readonly own: number; readonly ended: number; readonly rss: number };

/** Of a process: seconds of the processor, those of children that have ended, bytes in memory. Undefined when it is gone. */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const f = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0, rss = 0] = [1, 11, 12, 13, 14, 21].map(
      (i) => f[i] ?? 0,
    );
    return { parent, own: (user + system) / TICKS, ended: (endedUser + endedSystem) / TICKS, rss: rss * PAGE };
  } catch {
    return undefined;
  }
}

/**
 * Memory of a process that is its own, in bytes: what it shares with others (the cache of the database) counts where it is
 * shared, divided by how many share it.
 */
function shareOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return statOf(pid)?.rss ?? 0;
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync("/proc").flatMap((name) =>
    /^\d+$/.test(name) && statOf(Number(name))?.parent === pid ? Number(name) : [],
  );

/** Seconds of the processor that a process and its children have had, those that ended included. */
export const cpuOf = (pid: number): number =>
  childrenOf(pid).reduce((sum, child) => sum + (statOf(child)?.own ?? 0), 0) +
  (statOf(pid)?.own ?? 0) +
  (statOf(pid)?.ended ?? 0);

/** Bytes of memory of a process and its children. */
export const memoryOf = (pid: number): number => [pid, ...childrenOf(pid)].reduce((sum, one) => sum + shareOf(one), 0);
