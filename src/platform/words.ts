const NUMBER = new Intl.NumberFormat("de-DE");

/** A whole number with its thousands apart: "1.234". */
export const zahl = (n: number): string => NUMBER.format(n);

/** A number with its noun: "1 Beratung", "1.234 Beratungen". */
export const anzahl = (n: number, eine: string, mehrere: string): string => `${zahl(n)} ${n === 1 ? eine : mehrere}`;
