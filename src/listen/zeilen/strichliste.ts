import type { Kontext, Spalte } from "../erkennen/typen.ts";
import { interpretKopf } from "../erkennen/kopf.ts";
import { doppeljahr } from "../erkennen/schuljahr.ts";
import { isRastertag, rastertag } from "../erkennen/tagesraster.ts";
import { zaehlwert, zahlVon } from "../erkennen/werte.ts";
import { type Tagesspanne, zeitangabe, zeitraumVon } from "../erkennen/zeitraum.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Tagregel } from "./datum.ts";
import { isLeer } from "./felder.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import type { Problem } from "./typen.ts";
import { zahlOhneSpalte } from "./ungezaehlt.ts";
import type { Wortzaehler } from "./wortzaehler.ts";
import { YEAR_MISSING, type Zeit, zeitIn } from "./zeiten.ts";
import { problem } from "./zugriff.ts";

/** What one cell of a tally counts: consultations, mentions of a theme (`offen`: of a word without a code) or new arrivals. */
export type Zaehlung = {
  readonly zeitraum: Tagesspanne;
  readonly ags: string;
  readonly was:
    { readonly art: "beratungen" | "neuzuweisungen" } | { readonly art: "thema" | "offen"; readonly wort: string };
  readonly n: number;
  /** The column that was counted. */
  readonly spalte: number;
};

export type Gezaehlt = {
  readonly zaehlungen: readonly Zaehlung[];
  readonly fehler: readonly Problem[];
  readonly wartet: readonly Problem[];
  /** Columns whose count is of a word that nobody knows. */
  readonly wartend: ReadonlySet<number>;
  /** No count at all: a week that is not filled in yet. */
  readonly leer: boolean;
};

type Was = Zaehlung["was"];
/** Two counts with the same are of the same matter. */
export const wasKey = (was: Was): string => ("wort" in was ? `${was.art}/${was.wort}` : was.art);
type Ort = { readonly ags: string } | { readonly wartet: Problem } | { readonly fehler: Problem };
function ortIn(cells: readonly Zelle[], plan: Spaltenplan, kontext: Kontext, zaehler: Wortzaehler): Ort {
  const spalte = plan.eine("kommune");
  const text = spalte === undefined ? "" : zellText(cells[spalte.index]);
  if (spalte === undefined || isLeer(text)) {
    if (kontext.kommune !== null) return { ags: kontext.kommune };
    const told = zaehler.eins("kommune", "(leer)");
    if (told?.code != null) return { ags: told.code };
    return {
      wartet: {
        spalte: "Kommune",
        buchstabe: null,
        wert: "",
        grund: "Die Kommune fehlt. Wählen Sie eine für die Tabelle.",
      },
    };
  }
  const found = zaehler.eins("kommune", text);
  if (found === undefined) return { wartet: problem(spalte, text, "Diese Kommune ist im Kreis nicht bekannt.") };
  if (found.code === null)
    return { fehler: problem(spalte, text, "Diese Kommune gehört nach Ihrer Entscheidung nicht zum Kreis.") };
  return { ags: found.code };
}

/** A row needs neither its place nor its time where the columns say them. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}

const isProblem = (value: Ort | Zeit): value is Exclude<Ort | Zeit, { ags: string } | Tagesspanne> =>
  "wartet" in value || "fehler" in value;

function ortDesKopfs(spalte: Spalte, wort: string, zaehler: Wortzaehler): Ort {
  const code = zaehler.kopfwort("kommune", wort, 0)?.code;
  return code == null ? { wartet: problem(spalte, wort, "Diese Kommune ist im Kreis nicht bekannt.") } : { ags: code };
}

function zeitDesKopfs(spalte: Spalte, wort: string, kontext: Kontext): Zeit {
  const angabe = zeitangabe(wort);
  // Two years that are no school year are none of both.
  const found = doppeljahr(wort) === null || angabe.tage !== null ? zeitraumVon(angabe, kontext.jahr) : null;
  return found ?? { wartet: problem(spalte, wort, YEAR_MISSING) };
}

/** A weekday or a day of the month: the row, or what stands around the table, names the week or month. */
function zeitImRaster(spalte: Spalte, wort: string, cells: readonly Zelle[], plan: Spaltenplan, regel: Tagregel): Zeit {
  const told = (["woche", "monat", "datum"] as const).some((art) => plan.eine(art) !== undefined);
  const around = told ? zeitIn(cells, plan, regel) : regel.kontext.zeitraum;
  if (around !== null && isProblem(around)) return around;
  const grund = `Zu welcher Woche oder welchem Monat „${wort}“ gehört, steht nicht da.`;
  return (around === null ? null : rastertag(wort, around)) ?? { wartet: problem(spalte, wort, grund) };
}

/** Only a year stands above the column: the row says which part of it. */
function zeitImJahr(spalte: Spalte, wort: string, cells: readonly Zelle[], plan: Spaltenplan, regel: Tagregel): Zeit {
  if (isRastertag(wort)) return zeitImRaster(spalte, wort, cells, plan, regel);
  const { jahr, monat, woche, monate } = zeitangabe(wort);
  const rows = plan.eine("woche") !== undefined || plan.eine("monat") !== undefined;
  if (rows && doppeljahr(wort) !== null) return { wartet: problem(spalte, wort, YEAR_MISSING) };
  // “2023” at the left, the months on top.
  const own = jahr === null ? zahlVon(cells[plan.eine("jahr")?.index ?? -1]) : undefined;
  // “Januar” below “2023”.
  if (
    spalte.kreuz === "zeit" &&
    jahr !== null &&
    monat === null &&
    woche === null &&
    monate === null &&
    wort !== spalte.wort
  )
    return zeitDesKopfs(spalte, spalte.wort, { ...regel.kontext, jahr });
  if (own !== undefined) return zeitDesKopfs(spalte, wort, { ...regel.kontext, jahr: own });
  const onlyYear = jahr !== null && monat === null && woche === null && monate === null;
  return rows && onlyYear
    ? zeitIn(cells, plan, { ...regel, jahrDerZeile: jahr })
    : zeitDesKopfs(spalte, wort, regel.kontext);
}

/** The themes that a row names itself (a tally with themes below each other). */
function themenDer(cells: readonly Zelle[], themen: readonly Spalte[], zaehler: Wortzaehler, n: number): Was[] {
  return themen.flatMap(({ index }): Was[] => {
    const text = zellText(cells[index]);
    if (isLeer(text)) return [];
    return isAnzahlzeile(text) ? [{ art: "beratungen" }] : thema(zaehler, text, n);
  });
}

/** How often a theme was named is no number of consultations. */
const NENNUNGEN = /nennung|erwähnung|mentions/iu;
const beratungenIn = ({ wort }: Spalte, themen: readonly Spalte[]): readonly Was[] =>
  themen.length > 0 && NENNUNGEN.test(wort) ? [] : [{ art: "beratungen" }];

const NUR_KREUZ = "Ein Kreuz sagt nicht, wie viele es in dieser Zeit waren.";
const isNurKreuz = (n: number, { von, bis }: Tagesspanne, { zeichen }: Tagregel): boolean =>
  zeichen?.nurKreuze === true && n === 1 && von !== bis;

/** Among themes below each other, “Beratungen gesamt” is no theme. */
export const isAnzahlzeile = (text: string): boolean =>
  interpretKopf(text).some(({ bedeutung, staerke }) => bedeutung === "anzahl" && staerke >= 0.95);

/** The themes of a row that is one consultation itself: its cells may name several. */
const alleThemen = (cells: readonly Zelle[], plan: Spaltenplan, zaehler: Wortzaehler): Was[] =>
  plan.alle("thema").flatMap(({ index }) => {
    const text = zellText(cells[index]);
    return (isLeer(text) ? [] : zaehler.mehrere("thema", text)).flatMap(({ wort, deutung }): Was[] =>
      deutung === undefined
        ? [{ art: "offen", wort }]
        : deutung.code === null
          ? []
          : [{ art: "thema", wort: deutung.code }],
    );
  });

function thema(zaehler: Wortzaehler, wort: string, n: number): Was[] {
  const found = zaehler.kopfwort("thema", wort, n);
  if (found === undefined) return [{ art: "offen", wort }];
  return found.code === null ? [] : [{ art: "thema", wort: found.code }];
}

/** A pivot table counts records, each of them once; its theme may stand above the row. */
function ausPivot({ pivot }: Tagregel, zaehler: Wortzaehler, n: number): Was[] {
  const wort = pivot?.thema() ?? null;
  return wort === null ? [] : thema(zaehler, wort, n);
}

/** Reads one row of a tally. */
export function readStrichzeile(
  cells: readonly Zelle[],
  plan: Spaltenplan,
  zaehler: Wortzaehler,
  regel: Tagregel,
): Gezaehlt {
  const zeit = once(() => zeitIn(cells, plan, regel));
  const ort = once(() => ortIn(cells, plan, regel.kontext, zaehler));
  const zaehlungen: Zaehlung[] = [];
  const fehler: Problem[] = [];
  const wartet: Problem[] = [];
  const wartend = new Set<number>();
  let leer = true;
  const count = (spalte: Spalte, was: (n: number) => readonly Was[], place: () => Ort, time: () => Zeit) => {
    const zelle = cells[spalte.index] ?? null;
    if (zelle === null) return;
    leer = false;
    const n = regel.zeichen?.unklar(spalte.index, zelle, true) === true ? undefined : zaehlwert(zelle);
    if (n === undefined) {
      fehler.push(problem(spalte, zelle, `„${zellText(zelle)}“ ist keine Anzahl.`));
      return;
    }
    const { rahmen } = spalte;
    const where = rahmen?.art === "kommune" ? ortDesKopfs(spalte, rahmen.wort, zaehler) : place();
    const when = rahmen?.art === "zeit" ? zeitImJahr(spalte, rahmen.wort, cells, plan, regel) : time();
    for (const value of [where, when]) {
      if (!isProblem(value)) continue;
      if ("fehler" in value) fehler.push(value.fehler);
      else wartet.push(value.wartet);
    }
    if (isProblem(where) || isProblem(when)) return;
    if (isNurKreuz(n, when, regel)) wartet.push(problem(spalte, zelle, NUR_KREUZ));
    for (const counted of was(n)) {
      zaehlungen.push({ zeitraum: when, ags: where.ags, was: counted, n, spalte: spalte.index });
      // The word is the column's head, or stands in the row.
      const told = spalte.kreuz === "thema" ? [spalte] : plan.alle("thema");
      if (counted.art === "offen") for (const { index } of told) wartend.add(index);
    }
  };
  const themen = plan.alle("thema");
  const oben = (n: number) => ausPivot(regel, zaehler, n);
  const records: readonly Was[] = themen.length === 0 || regel.pivot != null ? [{ art: "beratungen" }] : [];
  const row = (n: number): readonly Was[] => [...records, ...oben(n), ...themenDer(cells, themen, zaehler, n)];
  for (const spalte of plan.alle("anzahl")) {
    // Below “Hennef” and “Eitorf” side by side each count has the themes of its own Kommune.
    const own = themen.filter(({ rahmen }) => rahmen === null || rahmen.wort === spalte.rahmen?.wort);
    const all = beratungenIn(spalte, own);
    count(spalte, (n) => [...all, ...oben(n), ...themenDer(cells, own, zaehler, n)], ort, zeit);
  }
  for (const spalte of plan.kreuze("thema")) count(spalte, (n) => thema(zaehler, spalte.wort, n), ort, zeit);
  for (const spalte of plan.kreuze("kommune")) {
    count(spalte, row, () => ortDesKopfs(spalte, spalte.wort, zaehler), zeit);
  }
  for (const spalte of plan.kreuze("zeit")) {
    count(spalte, row, ort, () => zeitImJahr(spalte, spalte.wort, cells, plan, regel));
  }
  for (const spalte of plan.alle("neuzuweisung")) count(spalte, () => [{ art: "neuzuweisungen" }], ort, zeit);
  if (leer && ohneZahlen(plan, cells)) einzelne(zaehlungen, ort(), zeit(), alleThemen(cells, plan, zaehler));
  return { zaehlungen, fehler: unique(fehler), wartet: unique(wartet), wartend, leer: leer && zaehlungen.length === 0 };
}

const unique = (list: readonly Problem[]): readonly Problem[] =>
  list.filter((p, i) => list.findIndex((q) => q.grund === p.grund && q.wert === p.wert) === i);

/** A list that gives only the month of each consultation has no counts: each row is one. */
const ohneZahlen = (plan: Spaltenplan, cells: readonly Zelle[]) =>
  plan.alle("anzahl").length + plan.alle("kreuz").length === 0 &&
  // Columns that nobody knows may be the counts: “ca. 5” below “Nähcafé”.
  plan.alle("thema").length + plan.alle("kommune").length > 0 &&
  zahlOhneSpalte(cells, plan.spalten) === null;

function einzelne(zaehlungen: Zaehlung[], ort: Ort, zeit: Zeit, themen: readonly Was[]): void {
  if (isProblem(ort) || isProblem(zeit)) return;
  for (const was of [{ art: "beratungen" } as const, ...themen])
    zaehlungen.push({ zeitraum: zeit, ags: ort.ags, was, n: 1, spalte: -1 });
}
