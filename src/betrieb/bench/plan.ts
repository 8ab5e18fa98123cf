/** Everything was recorded within five years, up to this day. */
export const LETZTER_TAG = "2026-06-30";
export const VON = "2021-07-01";

/** What a scratch folder is filled with. */
export type Umfang = { readonly kreise: number; readonly beratungen: number };

/** One account with all that it is to have recorded. `traeger` and `konto` count from 0 within Kreis and Träger. */
export type KontoPlan = {
  readonly kreis: string;
  readonly traeger: number;
  readonly konto: number;
  readonly beratungen: number;
};

/** A part of what an account has recorded, loaded at once. Its number is the seed of its chance. */
export type Schub = KontoPlan & { readonly nummer: number };

/** A few Kreise are large, a few Träger have most of it, and somebody is always the busiest. */
const SCHIEF = { kreis: 0.7, traeger: 1, konto: 0.5 };
/** Some five years of one full post. */
const JE_KONTO = 3000;
const JE_SCHUB = 2500;
const MOST_TRAEGER = 8;

/** Splits a number into parts that fall off as 1/i^skew; the parts add up. */
function split(total: number, parts: number, skew: number): number[] {
  const weights = Array.from({ length: parts }, (_, i) => (i + 1) ** -skew);
  const sum = weights.reduce((a, b) => a + b, 0);
  let done = 0;
  let share = 0;
  return weights.map((weight) => {
    share += weight / sum;
    const part = Math.min(total, Math.ceil(total * share - 1e-9)) - done;
    done += part;
    return part;
  });
}

/** Who has recorded how much, for these Kreise (keys, the largest first). */
export function planOf(kreise: readonly string[], beratungen: number): KontoPlan[] {
  return split(beratungen, kreise.length, SCHIEF.kreis).flatMap((ofKreis, k) => {
    const traeger = Math.min(MOST_TRAEGER, 2 + Math.floor(ofKreis / 10_000));
    return split(ofKreis, traeger, SCHIEF.traeger).flatMap((ofTraeger, t) =>
      split(ofTraeger, Math.max(1, Math.round(ofTraeger / JE_KONTO)), SCHIEF.konto).map((n, i) => ({
        kreis: kreise[k] ?? "",
        traeger: t,
        konto: i,
        beratungen: n,
      })),
    );
  });
}

/** The parts in which it is loaded; the same plan gives the same parts. */
export function schuebeOf(plan: readonly KontoPlan[]): Schub[] {
  const parts = plan.flatMap((konto) => {
    const n = Math.ceil(konto.beratungen / JE_SCHUB);
    return split(konto.beratungen, n, 0).map((beratungen) => ({ ...konto, beratungen }));
  });
  return parts.map((part, nummer) => ({ ...part, nummer }));
}
