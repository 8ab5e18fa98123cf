/** A stored code as one that the program knows. @throws Error for another: then the database is newer than the program */
export function known<T extends string>(list: readonly T[], stored: string): T {
  const found = list.find((one) => one === stored);
  if (found === undefined) throw new Error(`Den Kode ${stored} kennt dieses Programm nicht.`);
  return found;
}

export const knownOrNone = <T extends string>(list: readonly T[], stored: string | null): T | null =>
  stored === null ? null : known(list, stored);
