import { systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import type { ListeId } from "../queries/gespeichert.ts";

const PAUSE_MS = 500;
const LOOK_MS = 1000;

/** How far the work on a list is, told while it goes on. */
export type Fortschritt = {
  /** From 0 to 1. Returns at once. @throws the reason of `watch()` when the work is to end */
  readonly tell: (anteil: number) => void;
  /** Waits until the last word is written, so that it does not come after the result. */
  readonly finish: () => Promise<void>;
  /** Says when the work is to end before its end, because its list was discarded. Looks until `finish`. */
  readonly watch?: () => AbortSignal;
};

/** The list is not there any more; there is nothing to be done or said. */
export class Verworfen extends Error {
  override readonly name = "Verworfen";
}

/** Tells nobody. */
export const STILL: Fortschritt = { tell: () => undefined, finish: async () => undefined };

/**
 * Writes the per cent of a list into its row, in small transactions beside the work, so that the page sees them before the
 * work is through. One at a time, at most two a second; one that fails is left out. `ends` is the end of the job that works.
 */
export function fortschrittIn({ kreis, id }: ListeId, ends?: AbortSignal): Fortschritt {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  let last = 0;
  let told = 0;
  const discarded = new AbortController();
  ends?.addEventListener("abort", () => discarded.abort(ends.reason), { once: true });
  let looking: NodeJS.Timeout | undefined;
  const tell = (anteil: number) => {
    discarded.signal.throwIfAborted();
    const percent = Math.min(99, Math.floor(anteil * 100));
    const time = performance.now();
    if (busy || percent <= told || time - last < PAUSE_MS) return;
    [busy, last, told] = [true, time, percent];
    running = writeAs(systemActor(kreis), (tx) =>
      tx
        .updateTable("kim.uebernahme")
        .set({ fortschritt: percent })
        .where("id", "=", id)
        .where("stand", "in", ["liest", "uebernimmt", "nimmt_zurueck"])
        .execute(),
    )
      .catch(() => undefined)
      .finally(() => (busy = false));
  };
  const look = () =>
    readAs(systemActor(kreis), (tx) =>
      tx.selectFrom("kim.uebernahme").select("id").where("id", "=", id).executeTakeFirst(),
    )
      .then((row) => row === undefined && discarded.abort(new Verworfen()))
      .catch(() => undefined);
  return {
    tell,
    finish: async () => {
      clearInterval(looking);
      looking = undefined;
      await running;
    },
    watch: () => {
      looking ??= setInterval(look, LOOK_MS).unref();
      return discarded.signal;
    },
  };
}

/** A part of the whole: from one share to another. */
export const partOf = (ganzes: Fortschritt, von: number, bis: number): Fortschritt => ({
  ...ganzes,
  tell: (anteil) => ganzes.tell(von + anteil * (bis - von)),
});
