import { type FieldError, type Values, first } from "../../../platform/form.ts";
import {
  BLATTNAMEN,
  type Bedeutung,
  type Datumsfolge,
  type Tabelle,
  type Tabellenentscheidung,
} from "../../../listen/index.ts";
import { ARTEN, type Gruppe, bedeutungOf, spaltenOf, wahlOf } from "../model/tabellengruppen.ts";

export const FOLGEN = ["tmj", "mtj"] as const satisfies readonly Datumsfolge[];
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
