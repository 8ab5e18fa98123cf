/** A source of chance with a fixed start, so that the demo is the same every time (mulberry32). */
export class Zufall {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 ≤ x < 1 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** True with this probability. */
  chance(p: number): boolean {
    return this.next() < p;
  }

  /** One of a list, all alike. @throws Error for an empty list */
  one<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)];
    if (found === undefined) throw new Error("Aus einer leeren Liste lässt sich nichts wählen.");
    return found;
  }

  /** One of a list, those in front more often: the more so, the larger `skew` is; 1 is all alike. */
  skewed<T>(list: readonly T[], skew: number): T {
    const found = list[Math.floor(list.length * this.next() ** skew)];
    if (found === undefined) throw new Error("Aus einer leeren Liste lässt sich nichts wählen.");
    return found;
  }

  /** One of a list by weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.keys(weights).filter((key): key is T => key in weights);
    const sum = entries.reduce((total, key) => total + weights[key], 0);
    let rest = this.next() * sum;
    for (const key of entries) {
      rest -= weights[key];
      if (rest < 0) return key;
    }
    return this.one(entries);
  }
}
