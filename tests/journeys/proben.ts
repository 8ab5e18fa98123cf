import { readdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Besuch, Ids, Ort, Probe } from "./probe.ts";

const FOLDER = resolve(import.meta.dirname, "../proben");

/** The inventory of every room, in an order in which each finds the records it builds on. A file in the folder is enough. */
export const PROBEN: ReadonlyMap<string, Probe> = await collect();

async function collect(): Promise<ReadonlyMap<string, Probe>> {
  const waiting = new Map<string, Probe>();
  for (const file of readdirSync(FOLDER).toSorted()) {
    const { probe }: { probe: Probe } = await import(`${FOLDER}/${file}`);
    waiting.set(basename(file, ".ts"), probe);
  }
  const ready = new Map<string, Probe>();
  while (waiting.size > 0) {
    const next = [...waiting].find(([, { after = [] }]) => after.every((room) => ready.has(room)));
    if (next === undefined) throw new Error(`Diese Proben warten aufeinander: ${[...waiting.keys()].join(", ")}`);
    ready.set(...next);
    waiting.delete(next[0]);
  }
  return ready;
}

const all = [...PROBEN.values()];

/** Every visit of every room. */
export const BESUCHE: readonly Besuch[] = all.flatMap(({ wege }) => Object.values(wege).flat());
/** Every GET route that some room has an entry for; a room may add states to the page of another. */
export const BEKANNT: readonly string[] = [
  ...new Set(all.flatMap(({ wege, dateien = [] }) => [...Object.keys(wege), ...dateien])),
];
/** Beginnings of addresses of client records. */
export const AKTEN: readonly string[] = all.flatMap(({ akten = [] }) => akten);
const ARTEN: Readonly<Record<string, string>> = Object.assign({}, ...all.map(({ arten }) => arten));

/** Which kind of record stands at `:id` of this route; undefined when no room says so. */
export const artOf = (path: string): string | undefined =>
  ARTEN[
    Object.keys(ARTEN)
      .toSorted((a, b) => b.length - a.length)
      .find((start) => path.startsWith(start)) ?? ""
  ];

/** Makes the records of every room; their ids by kind. */
export async function makeRecords(ort: Omit<Ort, "ids">): Promise<Ids> {
  let ids: Ids = {};
  for (const { make } of all) ids = { ...ids, ...(await make?.({ ...ort, ids })) };
  for (const { zuletzt } of all) ids = { ...ids, ...(await zuletzt?.({ ...ort, ids })) };
  return ids;
}

/** The visits in parts of about the same length; a room stays in one part, as its forms change what its pages show. */
export function part(number: number, of: number): readonly Besuch[] {
  const parts = Array.from({ length: of }, (): Besuch[] => []);
  const rooms = all.map(({ wege }) => Object.values(wege).flat()).toSorted((a, b) => b.length - a.length);
  for (const visits of rooms) parts.toSorted((a, b) => a.length - b.length)[0]?.push(...visits);
  return parts[number - 1] ?? [];
}

/** The address with these ids. @throws Error for a word that they do not know */
export const addressOf = (path: string, ids: Ids): string =>
  path.replaceAll(/:(\w+)/g, (_, word: string) => {
    const id = ids[word];
    if (id === undefined) throw new Error(`Der Bestand hat nichts für :${word}.`);
    return id;
  });
