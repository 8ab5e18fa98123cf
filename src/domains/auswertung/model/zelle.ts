/** What stands for a number that is too small to be told, or that would tell such a one. Everywhere the same sign. */
export const VERDECKT = ".";

/** A number as it may be told. */
export type Zelle = number | typeof VERDECKT;

/** Whether a number is told. */
export const istGenannt = (z: Zelle | null | undefined): z is number => typeof z === "number";

/** A number to draw with: what is not told has no length. */
export const laenge = (z: Zelle | null | undefined): number => (istGenannt(z) ? z : 0);

/** Whether anything is there, told or not. */
export const etwas = (z: Zelle | null | undefined): boolean => z === VERDECKT || laenge(z) > 0;

/** Most first; what is not told stands behind and keeps the order of its list, so that the order tells nothing of it. */
export const groesseZuerst = (a: Zelle, b: Zelle): number =>
  laenge(b) - laenge(a) || Number(etwas(b)) - Number(etwas(a));

/** The sum, where every part of it is told. */
export const summeOf = (all: readonly Zelle[]): Zelle =>
  all.some((z) => z === VERDECKT) ? VERDECKT : all.reduce<number>((sum, z) => sum + laenge(z), 0);

/** Shares are told from so many on: below, one more or less is a jump of five per cent. */
export const ANTEIL_AB = 20;

/** Whether a number is too small to be told. */
export const klein = (n: Zelle | null, ab: number): boolean => istGenannt(n) && n > 0 && n < ab;
