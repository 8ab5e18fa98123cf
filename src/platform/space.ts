import { statfs } from "node:fs/promises";

/** Bytes of a file system: what is free, and all. */
export type Space = { readonly free: number; readonly total: number };

/** `voll`: what is written next may fail. `wenig`: time to make room. */
export type SpaceState = "genug" | "wenig" | "voll" | "unbekannt";

const MiB = 1024 * 1024;
const FULL = 64 * MiB;
const LITTLE = 1024 * MiB;

/** Judges by bytes, because what a database needs next does not grow with the disk. */
export const stateOf = (space: Space | undefined): SpaceState =>
  space === undefined ? "unbekannt" : space.free < FULL ? "voll" : space.free < LITTLE ? "wenig" : "genug";

let folder: string | undefined;

/** Says which folder has to have room: the one of the data. */
export const watchSpace = (path: string): void => {
  folder = path;
};

/** The room in the watched folder; undefined where none is watched or nobody can tell. */
export async function spaceLeft(): Promise<Space | undefined> {
  if (folder === undefined) return undefined;
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return blocks === 0 ? undefined : { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return undefined;
  }
}
