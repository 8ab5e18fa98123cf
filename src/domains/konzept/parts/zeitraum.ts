import { today } from "../../../platform/clock.ts";
import { halbjahrAm, zeitraumName } from "../../auswertung/index.ts";

const YEARS = 5;

const option = (von: string, bis: string) => ({ value: `${von}_${bis}`, label: zeitraumName({ von, bis }) });

/** Months to choose from: years and half-years up to now, and the one that a draft has. */
export function zeitraumWahl(kept?: { readonly von: string; readonly bis: string }) {
  const jetzt = halbjahrAm(today());
  const jahr = Number(today().slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, i) => option(`${jahr - i}-01-01`, `${jahr - i}-12-31`));
  const halves = Array.from({ length: 2 * YEARS }, (_, i) => {
    const year = jahr - Math.floor(i / 2);
    return i % 2 === 0 ? option(`${year}-07-01`, `${year}-12-31`) : option(`${year}-01-01`, `${year}-06-30`);
  }).filter(({ value }) => value.slice(0, 10) <= jetzt.von);
  const all = [...years, ...halves];
  const own = kept === undefined ? undefined : option(kept.von, kept.bis);
  return own === undefined || all.some(({ value }) => value === own.value) ? all : [own, ...all];
}

/** What a new draft begins with: the last whole year. */
export const letztesJahr = (): string => {
  const jahr = Number(today().slice(0, 4)) - 1;
  return `${jahr}-01-01_${jahr}-12-31`;
};
