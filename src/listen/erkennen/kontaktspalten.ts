import { type Blatt, type Blattzeile, type Ort, type Zelle, spaltenBuchstaben, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Neuzeile } from "./herkunft.ts";
import { interpretKopf } from "./kopf.ts";
import { isTagwert } from "./kopfzeile.ts";
import { datumsteile } from "./tage.ts";
import type { Bedeutung, Spalte } from "./typen.ts";
import { zaehlwert } from "./werte.ts";

/** Rows with several days, as one row for each of them, below a row of heads. `ab`: the index of the row with the heads. */
export type Kontaktzeilen = {
  readonly ab: number;
  readonly zeilen: readonly Neuzeile[];
};

/** Behind the head of a theme that is told once for several days. */
const FUER_MEHRERE = "(für mehrere Tage)";
/** Why such a column waits: whether each of the days was about it, the list does not tell. */
export const EIN_THEMA = "Ein Thema für mehrere Tage. Ging es an jedem darum, wählen Sie für die Spalte „Thema“";

/** A column of themes told once for several days waits until a person says what it is. */
export const ohneThemaFuerMehrere = (s: Spalte): Spalte =>
  s.kopf.endsWith(FUER_MEHRERE) && !s.entschieden
    ? { ...s, bedeutung: "ohne", kreuz: null, sicherheit: 0.3, grund: EIN_THEMA }
    : s;

/** Heads may stand in these rows. */
const TOP = 20;
/** More rows are no cards of persons. */
const MOST_ROWS = 5000;
const EXAKT = 0.95;

/** What holds for each of the days of a row; anything else, “Dauer” for instance, is told once. */
const JE_TAG = new Set<Bedeutung>([
  ...(["thema", "kommune", "name", "vorname", "nachname", "geburtsdatum", "alter", "herkunft", "sprache"] as const),
  ...(["nummer", "beratend", "verstaendigung"] as const),
]);

const says = (kopf: string, bedeutung: Bedeutung): boolean =>
  interpretKopf(kopf).some((d) => d.bedeutung === bedeutung && d.staerke >= EXAKT);
const BEGEGNUNG =
  /^(?:erst|folge)?(?:kontakt|termin|gespraech|beratung|besuch|treffen|datum|tag)(?:e|s)?(?: ?(?:datum|tag|am|vom))?$/;
const NUMMERIERT = /^(?:(\d{1,2})[.)]?\s*(\D+?)|(\D+?)\s*(\d{1,2}))$/u;

type Glied = { readonly index: number; readonly kopf: string; readonly n: number };

const LONGEST_HEAD = 40;

/** “1. Kontakt”, “Datum 2”: what such heads are called, and which of them it is. */
function gliederIn(zellen: readonly Zelle[]): Glied[] {
  return zellen.flatMap((zelle, index): Glied[] => {
    const [, n1, before, behind, n2] =
      typeof zelle === "string" && zelle.length <= LONGEST_HEAD ? (NUMMERIERT.exec(zelle.trim()) ?? []) : [];
    const kopf = (before ?? behind ?? "").trim();
    return kopf === "" ? [] : [{ index, kopf, n: Number(n1 ?? n2) }];
  });
}

/** The columns that a head or any of its rows fills. */
const weit = (kopf: Blattzeile, rows: readonly Blattzeile[]): number =>
  Math.max(kopf.zellen.length, ...rows.map(({ zellen }) => zellen.length));

/** Whether a cell is a day, or could be one of a year told elsewhere. */
const isTag = (zelle: Zelle | undefined): boolean =>
  isTagwert(zelle) || (typeof zelle === "string" && datumsteile(zelle) !== undefined);

/** Groups of columns that say the same of the first visit, the second, …: each of them has its day. */
function reihen(kopf: Blattzeile, rows: readonly Blattzeile[]) {
  const byName = Map.groupBy(gliederIn(kopf.zellen), (one) => schluessel(one.kopf));
  const families = [...byName].filter(
    ([, own]) => new Set(own.map(({ n }) => n)).size === own.length && own.length > 1,
  );
  const days = families.find(
    ([name, own]) =>
      BEGEGNUNG.test(name) &&
      own.every(({ index }) => rows.every(({ zellen }) => (zellen[index] ?? null) === null || isTag(zellen[index]))) &&
      rows.some(({ zellen }) => own.filter(({ index }) => (zellen[index] ?? null) !== null).length > 1),
  );
  if (days === undefined) return undefined;
  const numbers = days[1].map(({ n }) => n).join();
  const others = families.filter(([name, own]) => name !== days[0] && own.map(({ n }) => n).join() === numbers);
  return { days: days[1], others: others.map(([, own]) => own) };
}

/** A row of the sheet with its visits: what each of them says itself, and where it stands. */
type Besuche = Blattzeile & { readonly besuche: readonly (Besuch & { readonly wo: string })[] };
type Besuch = { readonly werte: readonly Zelle[]; readonly her: readonly (Ort | null)[] };
type Festspalte = { readonly i: number; readonly kopf: string };

/** What holds for all visits of a row, once below its own head and, for a theme of several visits, once below one that asks. */
function jeBesuch(rows: readonly Besuche[], eigene: readonly string[], fest: readonly Festspalte[]): Neuzeile[] {
  const themen = fest.filter(({ kopf }) => isThema(kopf));
  const zeilen = rows.flatMap(({ nr, zellen, besuche }) =>
    besuche.map(({ werte, her, wo }, at): Neuzeile => {
      const festeWerte = fest.map(({ i, kopf }) => {
        const own = besuche.length > 1 && isThema(kopf) ? null : (zellen[i] ?? null);
        return at === 0 || isJeTag(kopf) ? own : null;
      });
      return {
        zellen: [
          ...werte,
          ...festeWerte,
          ...themen.map(({ i }) => (besuche.length > 1 ? (zellen[i] ?? null) : null)),
          wo,
        ],
        her: [...her, ...[...fest, ...themen].map(({ i }) => ({ spalte: i, nr })), null],
      };
    }),
  );
  const asked = themen.map(({ kopf }) => `${kopf} ${FUER_MEHRERE}`);
  const koepfe = [...eigene, ...fest.map(({ kopf }) => kopf || null), ...asked, "Nr."];
  return [{ zellen: koepfe, her: koepfe.map(() => null) }, ...zeilen];
}

const isThema = (kopf: string): boolean => interpretKopf(kopf)[0]?.bedeutung === "thema";

/** The rows below a head whose columns are numbered visits. */
function ausSpalten(zeilen: readonly Blattzeile[], ab: number): Kontaktzeilen | undefined {
  const kopf = zeilen[ab];
  const rows = zeilen.slice(ab + 1);
  if (kopf === undefined || gliederIn(kopf.zellen).length < 2) return undefined;
  const found = reihen(kopf, rows);
  if (found === undefined) return undefined;
  const own = new Set([...found.days, ...found.others.flat()].map(({ index }) => index));
  const fest = Array.from({ length: weit(kopf, rows) }, (_, i) => ({ i, kopf: zellText(kopf.zellen[i]) })).filter(
    ({ i }) => !own.has(i),
  );
  // A day of the whole row, or a number of visits beside them, says something else.
  if (fest.some(({ kopf: text }) => says(text, "datum") || says(text, "anzahl"))) return undefined;
  const all = rows.map(({ nr, zellen }): Besuche => {
    const besuche = found.days.flatMap((day) => {
      const group = [day, ...found.others.map((list) => list.find(({ n }) => n === day.n))];
      const werte = group.map((one) => (one === undefined ? null : (zellen[one.index] ?? null)));
      const her = group.map((one) => (one === undefined ? null : { spalte: one.index, nr }));
      return werte.every((z) => z === null) ? [] : [{ werte, her, wo: `${spaltenBuchstaben(day.index)}${nr}` }];
    });
    const nothing = [null, ...found.others.map(() => null)];
    const none = { werte: nothing, her: nothing, wo: `Zeile ${nr}` };
    return { nr, zellen, besuche: besuche.length === 0 ? [none] : besuche };
  });
  return { ab, zeilen: jeBesuch(all, ["Datum", ...found.others.map(([first]) => first?.kopf ?? "")], fest) };
}

const isJeTag = (kopf: string): boolean => {
  const [first] = interpretKopf(kopf);
  return first !== undefined && JE_TAG.has(first.bedeutung);
};

const ZWISCHEN = /\s*(?:[,;/\n+&]|\s(?:und|u\.)\s)\s*/u;
const NUR_TAG = /^(\d{1,2})\.?$/u;

/** The days that a cell names one after the other, “12./19.3.” among them; undefined for any other cell. */
function tageIn(zelle: Zelle, jahr: string): readonly string[] | undefined {
  if (typeof zelle !== "string" || zelle.length > 300) return undefined;
  const parts = zelle.split(ZWISCHEN).filter((part) => part !== "");
  const found: string[] = [];
  let monat: string | undefined;
  for (const part of parts.toReversed()) {
    const [, day] = NUR_TAG.exec(part) ?? [];
    const text = day !== undefined && monat !== undefined ? `${day}.${monat}` : part;
    const teile = datumsteile(text);
    if (teile === undefined) return undefined;
    monat = teile.art === "folge" ? `${teile.zweit}.${teile.jahr ?? ""}` : monat;
    found.unshift(
      teile.jahr === null && jahr !== "" && teile.art === "folge" ? `${teile.erst}.${teile.zweit}.${jahr}` : text,
    );
  }
  return found.length === 0 ? undefined : found;
}

/** So many cells name several: two days in one of many are a slip. */
const OFTEN = 0.3;
const TAGEKOPF =
  /(?:^|[a-z])(?:termine|kontakte|daten|tage|gespraeche|besuche|beratungen)(?: am)?(?: (?:in )?20\d\d)?$/;

/** The rows below a head over a column whose cells name several days each. */
function ausZellen(zeilen: readonly Blattzeile[], ab: number): Kontaktzeilen | undefined {
  const kopf = zeilen[ab];
  const rows = zeilen.slice(ab + 1);
  if (kopf === undefined) return undefined;
  const at = kopf.zellen.findIndex((zelle, i) => {
    if (typeof zelle !== "string" || zelle.length > LONGEST_HEAD || !TAGEKOPF.test(schluessel(zelle))) return false;
    const told = rows.map(({ zellen }) => zellen[i] ?? null).filter((z) => z !== null);
    const several = told.filter((z) => (tageIn(z, "")?.length ?? 0) > 1);
    return (
      several.length > 1 &&
      several.length >= told.length * OFTEN &&
      told.every((z) => isTag(z) || tageIn(z, "") !== undefined)
    );
  });
  if (at === -1) return undefined;
  const jahr = /(?<!\d)20\d\d(?!\d)/u.exec(zellText(kopf.zellen[at]))?.[0] ?? "";
  const anzahl = kopf.zellen.findIndex((zelle, i) => i !== at && typeof zelle === "string" && says(zelle, "anzahl"));
  const fest = Array.from({ length: weit(kopf, rows) }, (_, i) => ({ i, kopf: zellText(kopf.zellen[i]) })).filter(
    ({ i }) => i !== at && i !== anzahl,
  );
  const all = rows.map(({ nr, zellen }): Besuche => {
    const cell = zellen[at] ?? null;
    const days: readonly Zelle[] = tageIn(cell, jahr) ?? [cell];
    // A number of visits that are not those that are named: which of both is right nobody can tell.
    const odd = anzahl !== -1 && (zellen[anzahl] ?? null) !== null && zaehlwert(zellen[anzahl]) !== days.length;
    const [her, wo] = [[{ spalte: at, nr }], `${spaltenBuchstaben(at)}${nr}`];
    return { nr, zellen, besuche: (odd ? [cell] : days).map((day) => ({ werte: [day], her, wo })) };
  });
  return { ab, zeilen: jeBesuch(all, ["Datum"], fest) };
}

/** The rows of a sheet that tell of several visits each; undefined for any other sheet. */
export function kontakteIn({ zeilen }: Blatt): Kontaktzeilen | undefined {
  if (zeilen.length > MOST_ROWS) return undefined;
  for (const [ab, { zellen }] of zeilen.slice(0, TOP).entries()) {
    if (zellen.filter((z) => typeof z === "string").length < 2) continue;
    const found = ausSpalten(zeilen, ab) ?? ausZellen(zeilen, ab);
    if (found !== undefined) return found;
  }
  return undefined;
}
