/** Too many wait already; nothing was done. The same try works in a moment. */
export class TooManyWaiting extends Error {
  override readonly name = "TooManyWaiting";
}

/** Runs a piece of work as soon as there is room for it, first come, first served. @throws TooManyWaiting */
export type InTurn = <R>(work: () => Promise<R>) => Promise<R>;

/**
 * A gate that lets `atOnce` pieces of work run at the same time. More of them wait; more than `waiting` are sent away.
 * An error inside is the caller's and makes room like any other end.
 */
export function inTurn(atOnce: number, waiting = Number.POSITIVE_INFINITY): InTurn {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) running += 1;
    else if (queue.length >= waiting) throw new TooManyWaiting();
    else await new Promise<void>((go) => queue.push(go));
    try {
      return await work();
    } finally {
      // The place goes straight to the next in the queue: `running` stays, so nobody who comes now slips in between.
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
