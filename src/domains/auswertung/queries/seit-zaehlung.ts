import { type Tx, oncePerDatabase } from "../../../platform/db.ts";

/**
 * Figures are put together from what a count wrote, and change with the next count and not before. What was read since the last
 * one is kept in the process, under the version of that count (`zahlenstand`), which is read anew in every transaction: another
 * version finds nothing of the one before. The version names the Kreis and comes through its wall; where it does not, nothing is
 * kept and nothing found. Whoever corrects `kim.zaehlung` by hand has it counted again (docs/decisions/0104).
 */
export function jeZaehlung<Asked extends readonly unknown[], T>(
  most: number,
  read: (tx: Tx, ...asked: Asked) => Promise<T>,
): (tx: Tx, fassung: string | null, ...asked: Asked) => Promise<T> {
  const memory = oncePerDatabase(() => Promise.resolve(new Map<string, { readonly value: T }>()));
  return async (tx, fassung, ...asked) => {
    if (fassung === null) return read(tx, ...asked);
    const key = JSON.stringify([fassung, asked]);
    const known = await memory(tx);
    const found = known.get(key) ?? { value: await read(tx, ...asked) };
    known.delete(key);
    known.set(key, found);
    for (const [oldest] of known) if (known.size > most) known.delete(oldest);
    return found.value;
  };
}
