import { type Tx, oncePerDatabase } from "../../../platform/db.ts";

/**
 * Figures are put together from what a count wrote, and change with what the next one writes anew and not before. What was read is
 * kept in the process, under the version of that (`zahlenstand`), which is read anew in every transaction: another version finds
 * nothing of the one before. The version names the Kreis and comes through its wall; where nothing is counted there is none, and
 * nothing is kept. Whoever corrects `kim.zaehlung` by hand has it counted again (docs/decisions/0104).
 */
export function jeZaehlung<Asked extends readonly unknown[], T, Stand extends Gezaehlt = Gezaehlt>(
  most: number,
  read: (tx: Tx, stand: Stand, ...asked: Asked) => Promise<T>,
): (tx: Tx, stand: Stand, ...asked: Asked) => Promise<T> {
  const memory = oncePerDatabase(() => Promise.resolve(new Map<string, { readonly value: T }>()));
  return async (tx, stand, ...asked) => {
    const { fassung } = stand;
    if (fassung === null) return read(tx, stand, ...asked);
    const key = JSON.stringify([fassung, asked]);
    const known = await memory(tx);
    const found = known.get(key) ?? { value: await read(tx, stand, ...asked) };
    known.delete(key);
    known.set(key, found);
    for (const [oldest] of known) if (known.size > most) known.delete(oldest);
    return found.value;
  };
}

/** Under which version of the count something is kept; null: under none. */
type Gezaehlt = { readonly fassung: string | null };
