import { type FieldError, type Values, first } from "../../../platform/form.ts";
import {
  BEDEUTUNGEN,
  BLATTNAMEN,
  type Bedeutung,
  type Datumsfolge,
  KREUZARTEN,
  type Kreuzart,
  type Spalte,
  type Tabelle,
  type Tabellenart,
  type Tabellenentscheidung,
} from "../../../listen/index.ts";

/** Tables of the same shape – a sheet a month – that are looked at and decided once. `feld` begins the names of its fields. */
export type Gruppe = { readonly feld: string; readonly muster: Tabelle; readonly tabellen: readonly Tabelle[] };

/** A column's meaning as one choice: `datum`, or `kreuz:thema` for a column that is itself a word. */
export const wahlOf = ({ bedeutung, kreuz }: Pick<Spalte, "bedeutung" | "kreuz">): string =>
  bedeutung === "kreuz" ? `kreuz:${kreuz ?? "thema"}` : bedeutung;

/** What a choice means; undefined for one that the form does not offer. */
export function bedeutungOf(wahl: string): { bedeutung: Bedeutung; kreuz?: Kreuzart } | undefined {
  const [word = "", of] = wahl.split(":");
  const bedeutung = BEDEUTUNGEN.find((one) => one === word);
  if (bedeutung !== "kreuz") return bedeutung === undefined ? undefined : { bedeutung };
  const kreuz = KREUZARTEN.find((one) => one === of);
  return kreuz === undefined ? undefined : { bedeutung, kreuz };
}

export const FOLGEN = ["tmj", "mtj"] as const satisfies readonly Datumsfolge[];
export const ARTEN = ["einzeln", "summen", "auswertung", "keine"] as const satisfies readonly Tabellenart[];

const shapeOf = ({ art, spalten, kontext }: Tabelle): string =>
  JSON.stringify([
    art,
    kontext.kommune !== null,
    kontext.blattname === "offen",
    spalten.map(({ buchstabe, kopf, bedeutung, kreuz }) => [buchstabe, kopf.toLowerCase(), bedeutung, kreuz]),
  ]);

/** Tables with the same columns in the same places, in the order of the file. */
export function gruppen(tabellen: readonly Tabelle[]): Gruppe[] {
  const byShape = new Map<string, Tabelle[]>();
  for (const tabelle of tabellen) {
    const shape = shapeOf(tabelle);
    byShape.set(shape, [...(byShape.get(shape) ?? []), tabelle]);
  }
  return [...byShape.values()].flatMap((alike, i) => {
    const [muster] = alike;
    return muster === undefined ? [] : [{ feld: `t${i + 1}`, muster, tabellen: alike }];
  });
}

/** Columns of one table that can be decided on screen; a list with more has empty ones. */
const MAX_COLUMNS = 150;

/** The columns that hold or say something. */
export const spaltenOf = ({ spalten }: Tabelle): readonly Spalte[] =>
  spalten.filter(({ kopf, beispiele }) => kopf !== "" || beispiele.length > 0).slice(0, MAX_COLUMNS);

/** Empty cells that may stand for the value of the row above. */
export const AUFFUELLBAR = ["datum", "kommune"] as const satisfies readonly Bedeutung[];

const auffuellenOf = (tabelle: Tabelle, bisher: readonly Tabellenentscheidung[]): readonly Bedeutung[] =>
  bisher.find((one) => one.tabelle === tabelle.schluessel)?.auffuellen ?? [];

const blattnameOf = ({ kontext: { blattname } }: Tabelle): string =>
  blattname === null ? "ohne" : blattname === "offen" ? "" : blattname;

/** What the form of the tables is filled with. */
export const tabellenValues = (all: readonly Gruppe[], bisher: readonly Tabellenentscheidung[]): Values =>
  Object.fromEntries(
    all.flatMap(({ feld, muster }): [string, string[]][] => [
      [`${feld}-art`, [muster.art]],
      [`${feld}-kommune`, [muster.kontext.kommune ?? ""]],
      [`${feld}-jahr`, [muster.kontext.jahr === null ? "" : String(muster.kontext.jahr)]],
      [`${feld}-folge`, [muster.datumsfolge]],
      [`${feld}-blattname`, [blattnameOf(muster)]],
      [`${feld}-auffuellen`, [...auffuellenOf(muster, bisher)]],
      ...spaltenOf(muster).map((spalte): [string, string[]] => [`${feld}-${spalte.buchstabe}`, [wahlOf(spalte)]]),
    ]),
  );

/** What somebody changed of a table, against what the form was filled with; undefined where nothing was. */
function entscheidungFor(
  tabelle: Tabelle,
  feld: string,
  sent: Values,
  shown: Values,
): Tabellenentscheidung | undefined {
  const changed = (name: string): string | undefined => {
    const value = first(sent, `${feld}-${name}`);
    return `${feld}-${name}` in sent && value !== first(shown, `${feld}-${name}`) ? value : undefined;
  };
  const art = ARTEN.find((one) => one === changed("art"));
  const folge = FOLGEN.find((one) => one === changed("folge"));
  const blattname = BLATTNAMEN.find((one) => one === changed("blattname"));
  const kommune = changed("kommune") ?? "";
  const jahr = changed("jahr") ?? "";
  const fill = AUFFUELLBAR.filter((one) => (sent[`${feld}-auffuellen`] ?? []).includes(one));
  const spalten = spaltenOf(tabelle).flatMap(({ buchstabe }) => {
    const bedeutung = bedeutungOf(changed(buchstabe) ?? "");
    return bedeutung === undefined ? [] : [[buchstabe, bedeutung] as const];
  });
  const decided = {
    ...(art === undefined ? {} : { art }),
    ...(folge === undefined ? {} : { datumsfolge: folge }),
    ...(blattname === undefined ? {} : { blattname }),
    ...(kommune === "" ? {} : { kommune }),
    ...(/^\d{4}$/.test(jahr) ? { jahr: Number(jahr) } : {}),
    ...(fill.join() === (shown[`${feld}-auffuellen`] ?? []).join() ? {} : { auffuellen: fill }),
    ...(spalten.length === 0 ? {} : { spalten: Object.fromEntries(spalten) }),
  };
  return Object.keys(decided).length === 0 ? undefined : { tabelle: tabelle.schluessel, ...decided };
}

/** What somebody changed in the form of the tables, one decision a table. `shown` is what it was filled with. */
export const tabellenEntscheidungen = (all: readonly Gruppe[], sent: Values, shown: Values): Tabellenentscheidung[] =>
  all.flatMap(({ feld, tabellen }) =>
    `${feld}-art` in sent ? tabellen.flatMap((tabelle) => entscheidungFor(tabelle, feld, sent, shown) ?? []) : [],
  );

/** What in the form of the tables cannot be. */
export const tabellenFehler = (all: readonly Gruppe[], sent: Values): FieldError[] =>
  all.flatMap(({ feld }) => {
    const jahr = first(sent, `${feld}-jahr`);
    const good = jahr === "" || (/^\d{4}$/.test(jahr) && Number(jahr) >= 2015 && Number(jahr) <= 2099);
    return good ? [] : [{ field: `${feld}-jahr`, message: "Geben Sie ein Jahr ab 2015 mit vier Ziffern an." }];
  });
