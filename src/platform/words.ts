const whole = new Intl.NumberFormat("de-DE");

/** A number with its word, both as they are read: "1 Beratung", "1.204 Beratungen", "0 Beratungen". */
export const anzahl = (n: number, eine: string, mehrere: string): string =>
  `${whole.format(n)} ${n === 1 ? eine : mehrere}`;
