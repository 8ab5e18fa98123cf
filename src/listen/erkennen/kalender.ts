import { type Blatt, type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { eigeneZahlen } from "../woerter/themenzahlen.ts";
import { isoTag, tageImMonat, tagePlus } from "./monate.ts";
import { isKopftag, wochentagVon } from "./tagesraster.ts";
import { zaehlwert } from "./werte.ts";
import { wochenZeitraum, wochenangabe, zeitangabe } from "./zeitraum.ts";

/** What stands in a field of a calendar: on which day, beside which label, and where. */
export type Eintrag = {
  readonly tag: Zelle;
  readonly neben: Zelle;
  readonly wert: Zelle;
  readonly nr: number;
  readonly spalte: number;
};

/** The fields of a calendar in a sheet. `ab`: the index of its first row; `art`: how its days are told. */
export type Kalender = {
  readonly ab: number;
  readonly eintraege: readonly Eintrag[];
  readonly art: "tage" | "woche" | "monat";
};

const isTag = (z: Zelle | undefined): boolean => z !== null && typeof z === "object" && z.art === "tag";
const filledAt = (zellen: readonly Zelle[]): number[] => zellen.flatMap((z, i) => (z === null ? [] : [i]));
const LEAST_DAYS = 3;

/** The columns of a row that are days, “Mo 02.10. | Di 03.10. | …”; undefined for any other row. Before them there may be one label. */
function tagespalten({ zellen }: Blattzeile): readonly number[] | undefined {
  const days = filledAt(zellen).filter((i) => {
    const z = zellen[i];
    return isTag(z) || (typeof z === "string" && isKopftag(z));
  });
  const [first = 0] = days;
  const others = filledAt(zellen).filter((i) => !days.includes(i));
  return days.length >= LEAST_DAYS && others.every((i) => i < first) && others.length < 2 ? days : undefined;
}

/** The columns of a row that are the days of a week from Monday on: column and day of the week. */
function wochenspalten({ zellen }: Blattzeile): ReadonlyMap<number, number> | undefined {
  const found = new Map<number, number>();
  for (const i of filledAt(zellen)) {
    const day = wochentagVon(zellText(zellen[i]));
    if (day !== undefined) found.set(i, day);
  }
  const columns = [...found.keys()];
  const [first = 0] = columns;
  const runs = columns.every((i, at) => i === first + at && found.get(i) === at);
  const others = filledAt(zellen).filter((i) => !found.has(i));
  return columns.length >= LEAST_WEEKDAYS && runs && others.every((i) => i < first) && others.length < 2
    ? found
    : undefined;
}
const LEAST_WEEKDAYS = 4;

/** Longer texts are remarks and no field of a calendar. */
const LONGEST = 120;

/** The entries of a row below such heads; undefined where something stands that belongs to no day. */
function eintraegeIn({ nr, zellen }: Blattzeile, tage: ReadonlyMap<number, Zelle>): readonly Eintrag[] | undefined {
  const [first = 0] = tage.keys();
  const labels = filledAt(zellen).filter((i) => i < first);
  const [label] = labels;
  if (labels.length > 1) return undefined;
  const neben = label === undefined ? null : (zellen[label] ?? null);
  const found: Eintrag[] = [];
  for (const spalte of filledAt(zellen).filter((i) => i >= first)) {
    const tag = tage.get(spalte);
    const wert = zellen[spalte] ?? null;
    if (tag === undefined || zellText(wert).length > LONGEST) return undefined;
    found.push({ tag, neben, wert, nr, spalte });
  }
  return found;
}

/** Days above the columns, once for all rows or again for each week. */
function tageOben(blatt: Blatt): Kalender | undefined {
  const { zeilen } = blatt;
  const ab = zeilen.findIndex((zeile) => tagespalten(zeile) !== undefined);
  if (ab === -1) return undefined;
  const eintraege: Eintrag[] = [];
  let tage = new Map<number, Zelle>();
  for (const zeile of zeilen.slice(ab)) {
    const own = tagespalten(zeile);
    if (own !== undefined) {
      tage = new Map(own.map((i) => [i, zeile.zellen[i] ?? null]));
      continue;
    }
    // The names of the days, above or below their dates.
    if (wochenspalten(zeile) !== undefined) continue;
    const found = eintraegeIn(zeile, tage);
    if (found === undefined) return undefined;
    eintraege.push(...found);
  }
  return { ab, eintraege, art: "tage" };
}

/** Weeks below the names of their days: “KW 40 | Wohnen | | Kita”. `jahr`: that of the weeks that do not tell it. */
function wochenUnten(blatt: Blatt, jahr: number | null): Kalender | undefined {
  const { zeilen } = blatt;
  const ab = zeilen.findIndex((zeile) => wochenspalten(zeile) !== undefined);
  const columns = zeilen[ab] === undefined ? undefined : wochenspalten(zeilen[ab]);
  if (columns === undefined) return undefined;
  const eintraege: Eintrag[] = [];
  for (const zeile of zeilen.slice(ab + 1)) {
    const [label] = filledAt(zeile.zellen);
    const told = label === undefined ? undefined : wochenangabe(zellText(zeile.zellen[label]));
    const of = told?.jahr ?? jahr;
    const week = told === undefined || of === null ? undefined : wochenZeitraum(of, told.woche);
    if (week === undefined || label === undefined || columns.has(label)) return undefined;
    const tage = new Map(
      [...columns].map(([i, day]): [number, Zelle] => [i, { art: "tag", tag: tagePlus(week.von, day) }]),
    );
    const found = eintraegeIn(zeile, tage);
    if (found === undefined) return undefined;
    eintraege.push(...found.map((one) => ({ ...one, neben: null })));
  }
  return { ab, eintraege, art: "woche" };
}

/** “3.”, “3. Wohnen”, “3⏎Wohnen”: a day of the month, and what may stand behind it. */
const TAG_VORN = /^(\d{1,2})(?:\.|\s*\n|:|\.?\s*$)\s*([\s\S]*)$/u;

type Monat = { readonly jahr: number; readonly monat: number };

/** The days of a row of a month's sheet, with what stands in the same cell; undefined where it is none. `next`: the day that must come. */
function tageszeile(
  { zellen }: Blattzeile,
  columns: ReadonlyMap<number, number>,
  next: number,
  { jahr, monat }: Monat,
) {
  let day = next;
  const found = new Map<number, readonly [tag: Zelle, wert: Zelle]>();
  for (const i of filledAt(zellen)) {
    const weekday = columns.get(i);
    if (weekday === undefined) continue;
    const [, n, text = ""] = TAG_VORN.exec(zellText(zellen[i])) ?? [];
    const tag = isoTag(jahr, monat, day);
    const real = new Date(`${tag}T00:00:00Z`);
    const isNext = Number(n) === day && day <= tageImMonat(jahr, monat) && (real.getUTCDay() + 6) % 7 === weekday;
    if (!isNext) return undefined;
    found.set(i, [{ art: "tag", tag }, text === "" ? null : text]);
    day += 1;
  }
  return found.size === 0 ? undefined : { tage: found, next: day };
}

/** Days of a month below the names of the days of the week, with what is told of them in the same cell or below. */
function monatsblatt(blatt: Blatt, monat: Monat | null): Kalender | undefined {
  const { zeilen } = blatt;
  const ab = zeilen.findIndex((zeile) => wochenspalten(zeile) !== undefined);
  const columns = zeilen[ab] === undefined ? undefined : wochenspalten(zeilen[ab]);
  if (columns === undefined || monat === null) return undefined;
  const eintraege: Eintrag[] = [];
  let tage = new Map<number, Zelle>();
  let next = 1;
  for (const [at, zeile] of zeilen.entries()) {
    if (at <= ab) continue;
    // Weekends that have no column are passed over.
    const days = [0, 1, 2]
      .map((skip) => tageszeile(zeile, columns, next + skip, monat))
      .find((one) => one !== undefined);
    if (days !== undefined) {
      next = days.next;
      tage = new Map([...days.tage].map(([i, [tag]]) => [i, tag]));
      for (const [spalte, [tag, wert]] of days.tage)
        if (wert !== null) eintraege.push({ tag, neben: null, wert, nr: zeile.nr, spalte });
      continue;
    }
    const found = eintraegeIn(zeile, tage);
    if (found === undefined) return undefined;
    eintraege.push(...found);
  }
  return next < LEAST_NEXT ? undefined : { ab, eintraege, art: "monat" };
}
/** A month has at least so many days, some of them at its end on a weekend. */
const LEAST_NEXT = 27;

/** What the texts around a sheet's calendar say of its time: the nearest first. */
function zeitUm(texts: readonly string[]) {
  const told = texts.map(zeitangabe);
  const jahr = told.find((one) => one.jahr !== null)?.jahr ?? null;
  const monat = told.find((one) => one.monat !== null)?.monat ?? null;
  const woche = told.find((one) => one.woche !== null)?.woche ?? null;
  return { jahr, woche, monat: jahr === null || monat === null ? null : { jahr, monat } };
}

/** One week whose number stands around the table: “KW 12” above “Mo | Di | Mi | Do | Fr”. */
function eineWoche(blatt: Blatt, jahr: number | null, woche: number | null): Kalender | undefined {
  const { zeilen } = blatt;
  const ab = zeilen.findIndex((zeile) => wochenspalten(zeile) !== undefined);
  const columns = zeilen[ab] === undefined ? undefined : wochenspalten(zeilen[ab]);
  const week = jahr === null || woche === null ? undefined : wochenZeitraum(jahr, woche);
  if (columns === undefined || week === undefined) return undefined;
  const tage = new Map(
    [...columns].map(([i, day]): [number, Zelle] => [i, { art: "tag", tag: tagePlus(week.von, day) }]),
  );
  const eintraege: Eintrag[] = [];
  for (const zeile of zeilen.slice(ab + 1)) {
    const found = wochenspalten(zeile) === undefined ? eintraegeIn(zeile, tage) : undefined;
    if (found === undefined) return undefined;
    eintraege.push(...found);
  }
  return { ab, eintraege, art: "woche" };
}

/** The calendar of a sheet whose fields hold what there was; undefined for any other sheet. `datei`: the name of the file. */
export function kalenderIn(blatt: Blatt, datei: string): Kalender | undefined {
  const { zeilen, name } = blatt;
  if (zeilen.length > MOST_ROWS) return undefined;
  const oben = tageOben(blatt);
  if (oben !== undefined) return oben;
  const ab = zeilen.findIndex((zeile) => wochenspalten(zeile) !== undefined);
  if (ab === -1) return undefined;
  const above = zeilen.slice(Math.max(0, ab - 12), ab).toReversed();
  const corner = (zeilen[ab]?.zellen ?? []).filter((z) => wochentagVon(zellText(z)) === undefined);
  const texts = [corner, ...above.map(({ zellen }) => zellen)].map((zellen) => zellen.map(zellText).join(" "));
  const { jahr, woche, monat } = zeitUm([...texts, name, datei]);
  return monatsblatt(blatt, monat) ?? wochenUnten(blatt, jahr) ?? eineWoche(blatt, jahr, woche);
}

/** No calendar is longer. */
const MOST_ROWS = 1000;

const HAT_WORT = /\p{L}/u;
/** “2 Wohnen”, “Wohnen 3”: a number that may say how many they were. */
const MIT_ZAHL = /^\d{1,2}\s*x?\s*\p{L}|\p{L}\s+\(?\d{1,2}\)?$/iu;

/** What the fields of a calendar hold: numbers, themes, themes with their numbers; undefined where nobody can tell. */
export function inhaltDer(eintraege: readonly Eintrag[], isFrei: (text: string) => boolean) {
  const told = eintraege.map(({ wert }) => wert).filter((wert) => !isFrei(zellText(wert)));
  if (told.length === 0) return undefined;
  const texts = told.map(zellText);
  if (told.every((wert) => zaehlwert(wert) !== undefined)) return "zahlen" as const;
  if (texts.every((text) => eigeneZahlen(text) !== null)) return "themenzahlen" as const;
  const words = texts.every((text) => HAT_WORT.test(text) && !MIT_ZAHL.test(text));
  return words ? ("themen" as const) : undefined;
}
