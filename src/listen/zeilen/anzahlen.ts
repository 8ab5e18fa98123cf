/** How often each word or code occurs. Words come out of lists: one that every object knows (`constructor`) is a word too. */
export type Anzahlen = Record<string, number>;

export const keineAnzahlen = (): Anzahlen => Object.create(null);

export function plus(counts: Anzahlen, key: string, n: number): void {
  if (n > 0) counts[key] = (counts[key] ?? 0) + n;
}
