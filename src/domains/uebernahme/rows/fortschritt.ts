import { systemActor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import type { ListeId } from "../queries/gespeichert.ts";

const PAUSE_MS = 500;

/** How far the work on a list is, told while it goes on. */
export type Fortschritt = {
  /** From 0 to 1. Returns at once. */
  readonly tell: (anteil: number) => void;
  /** Waits until the last word is written, so that it does not come after the result. */
  readonly finish: () => Promise<void>;
};

/** Tells nobody. */
export const STILL: Fortschritt = { tell: () => undefined, finish: async () => undefined };

/**
 * Writes the per cent of a list into its row, in small transactions beside the work, so that the page sees them before the
 * work is through. One at a time, at most two a second; one that fails is left out.
 */
export function fortschrittIn({ kreis, id }: ListeId): Fortschritt {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  let last = 0;
  let told = 0;
  const tell = (anteil: number) => {
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
  return { tell, finish: async () => void (await running) };
}

/** A part of the whole: from one share to another. */
export const partOf = (ganzes: Fortschritt, von: number, bis: number): Fortschritt => ({
  tell: (anteil) => ganzes.tell(von + anteil * (bis - von)),
  finish: ganzes.finish,
});
