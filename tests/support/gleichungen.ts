const P = 33_554_393;
const inverse = (a: number): number => {
  let [r, s, x, y] = [P, a, 0, 1];
  while (s !== 0) {
    const q = Math.floor(r / s);
    [r, s, x, y] = [s, r - q * s, y, x - q * y];
  }
  return ((x % P) + P) % P;
};

/** The space of everything that follows from what is told, by elimination modulo a prime. */
export class Gleichungen {
  readonly #rows = new Map<number, Float64Array>();
  readonly #size: number;
  constructor(size: number) {
    this.#size = size;
  }
  /** What is left of an equation after all that is known; nothing: it follows from that. */
  #rest(row: Float64Array): number {
    for (let at = 0; at < this.#size; at += 1) {
      const value = row[at] ?? 0;
      if (value === 0) continue;
      const known = this.#rows.get(at);
      if (known === undefined) return at;
      for (let i = at; i < this.#size; i += 1) row[i] = ((row[i] ?? 0) + (P - value) * (known[i] ?? 0)) % P;
    }
    return -1;
  }
  follows(row: Float64Array): boolean {
    return this.#rest(Float64Array.from(row)) < 0;
  }
  learn(row: Float64Array): void {
    const own = Float64Array.from(row);
    const pivot = this.#rest(own);
    if (pivot < 0) return;
    const factor = inverse(own[pivot] ?? 1);
    for (let i = pivot; i < this.#size; i += 1) own[i] = ((own[i] ?? 0) * factor) % P;
    this.#rows.set(pivot, own);
  }
}
