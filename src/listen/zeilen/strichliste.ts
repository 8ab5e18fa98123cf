import type { Kontext, Spalte } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import type { Tagesspanne } from "../erkennen/zeitraum.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Tagregel } from "./datum.ts";
import { isLeer } from "./felder.ts";
import { zeitImJahr } from "./kopfzeiten.ts";
import { KOMMUNE_FEHLT } from "./kommune-der-zeile.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import {
  type Nennung,
  alleThemen,
  beratungen,
  mitThemen,
  thema,
  ohneThemenzahl,
  themenMitZahl,
  zeilenthemen,
} from "./strichthemen.ts";
import type { Problem } from "./typen.ts";
import { zahlOhneSpalte } from "./ungezaehlt.ts";
import type { Wortzaehler } from "./wortzaehler.ts";
import { type Zeit, zeitIn } from "./zeiten.ts";
import { vierOderFuenf } from "./zeichen.ts";
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
  /** Cells that wait alone. */
  readonly hinweise: readonly Problem[];
  /** Columns whose count is of a word that nobody knows. */
  readonly wartend: ReadonlySet<number>;
  /** No count at all: a week that is not filled in yet. */
  readonly leer: boolean;
};

export type Was = Zaehlung["was"];
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
        grund: KOMMUNE_FEHLT,
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

const WIE_OFT = "Wie oft es welches Thema war, steht hier nicht.";
const NUR_KREUZ = "Ein Kreuz sagt nicht, wie viele es in dieser Zeit waren.";
const isNurKreuz = (n: number, { von, bis }: Tagesspanne, { zeichen }: Tagregel): boolean =>
  zeichen?.nurKreuze === true && n === 1 && von !== bis;

/** A row of a tally while its cells are counted. */
class Strichzeile {
  readonly zaehlungen: Zaehlung[] = [];
  readonly fehler: Problem[] = [];
  readonly wartet: Problem[] = [];
  readonly hinweise: Problem[] = [];
  readonly wartend = new Set<number>();
  leer = true;
  private readonly cells: readonly Zelle[];
  private readonly plan: Spaltenplan;
  private readonly zaehler: Wortzaehler;
  private readonly regel: Tagregel;
  readonly zeit: () => Zeit;
  readonly ort: () => Ort;

  constructor(cells: readonly Zelle[], plan: Spaltenplan, zaehler: Wortzaehler, regel: Tagregel) {
    this.cells = cells;
    this.plan = plan;
    this.zaehler = zaehler;
    this.regel = regel;
    this.zeit = once(() => zeitIn(cells, plan, regel));
    this.ort = once(() => ortIn(cells, plan, regel.kontext, zaehler));
  }

  /** Counts a cell: what, and where and when where its column says it. */
  count(spalte: Spalte, was: (n: number) => readonly Nennung[], place = this.ort, time = this.zeit): void {
    const { cells, plan, zaehler, regel } = this;
    const zelle = cells[spalte.index] ?? null;
    if (zelle === null) return;
    this.leer = false;
    const none = regel.zeichen?.gesagt(zelle) === "nichts";
    const odd = !none && regel.zeichen?.unklar(spalte.index, zelle, true) === true;
    const n = none ? 0 : odd ? undefined : zaehlwert(zelle);
    if (n === undefined) return regel.zeichen?.frei(zelle) === true ? undefined : this.keineAnzahl(spalte, zelle);
    const { rahmen } = spalte;
    const where = rahmen?.art === "kommune" ? ortDesKopfs(spalte, rahmen.wort, zaehler) : place();
    const when = rahmen?.art === "zeit" ? zeitImJahr(spalte, rahmen.wort, cells, plan, regel) : time();
    for (const value of [where, when]) {
      if (!isProblem(value)) continue;
      if ("fehler" in value) this.fehler.push(value.fehler);
      else this.wartet.push(value.wartet);
    }
    if (isProblem(where) || isProblem(when)) return;
    if (isNurKreuz(n, when, regel)) this.wartet.push(problem(spalte, zelle, NUR_KREUZ));
    for (const { was: counted, n: often } of was(n)) {
      this.zaehlungen.push({ zeitraum: when, ags: where.ags, was: counted, n: often, spalte: spalte.index });
      // The word is the column's head, or stands in the row.
      const told = spalte.kreuz === "thema" ? [spalte] : plan.alle("thema");
      if (counted.art === "offen") for (const { index } of told) this.wartend.add(index);
    }
  }

  /** One of several counts waits alone: the others hold without it. So does a theme beside a number of consultations. */
  private keineAnzahl(spalte: Spalte, zelle: Zelle): void {
    const text = zellText(zelle);
    const odd = problem(spalte, zelle, vierOderFuenf(text) ?? `„${text}“ ist keine Anzahl.`);
    const others = spalte.kreuz === null ? [] : [...this.plan.alle("anzahl"), ...this.plan.alle("kreuz")];
    const alone = others.some((other) => other !== spalte && isAnzahl(this.cells[other.index] ?? null));
    if (alone) this.wartend.add(spalte.index);
    (alone ? this.hinweise : this.fehler).push(odd);
  }
}

/** Reads one row of a tally. */
export function readStrichzeile(
  cells: readonly Zelle[],
  plan: Spaltenplan,
  zaehler: Wortzaehler,
  regel: Tagregel,
): Gezaehlt {
  const zeile = new Strichzeile(cells, plan, zaehler, regel);
  const row = (n: number) => zeilenthemen(cells, plan, zaehler, regel, n);
  for (const spalte of plan.alle("anzahl")) {
    const both = (n: number) => [
      ...beratungen(spalte, cells, plan, regel, n),
      ...mitThemen(spalte, cells, plan, zaehler, regel, n),
    ];
    zeile.count(spalte, both);
  }
  for (const spalte of plan.kreuze("thema")) zeile.count(spalte, (n) => thema(zaehler, spalte.wort, n));
  for (const spalte of plan.kreuze("kommune")) {
    zeile.count(spalte, row, () => ortDesKopfs(spalte, spalte.wort, zaehler));
  }
  for (const spalte of plan.kreuze("zeit")) {
    zeile.count(spalte, row, zeile.ort, () => zeitImJahr(spalte, spalte.wort, cells, plan, regel));
  }
  for (const spalte of plan.alle("neuzuweisung")) zeile.count(spalte, (n) => [{ was: { art: "neuzuweisungen" }, n }]);
  const { zaehlungen, fehler, wartet, hinweise, wartend, leer } = zeile;
  const untold = leer ? ohneThemenzahl(cells, plan) : undefined;
  if (untold !== undefined) wartet.push(problem(untold, cells[untold.index], WIE_OFT));
  const each = leer && untold === undefined ? themenMitZahl(cells, plan, zaehler) : null;
  if (each !== null) nennungen(zeile, each);
  else if (leer && untold === undefined && ohneZahlen(plan, cells))
    nennungen(zeile, eine(alleThemen(cells, plan, zaehler)));
  return {
    zaehlungen,
    fehler: unique(fehler),
    wartet: unique(wartet),
    hinweise,
    wartend,
    leer: leer && zaehlungen.length + wartet.length + fehler.length === 0,
  };
}

const isAnzahl = (zelle: Zelle): boolean => (zaehlwert(zelle) ?? 0) > 0;

const unique = (list: readonly Problem[]): readonly Problem[] =>
  list.filter((p, i) => list.findIndex((q) => q.grund === p.grund && q.wert === p.wert) === i);

/** A list that gives only the month of each consultation has no counts: each row is one. */
const ohneZahlen = (plan: Spaltenplan, cells: readonly Zelle[]) =>
  plan.alle("anzahl").length + plan.alle("kreuz").length === 0 &&
  // Columns that nobody knows may be the counts: “ca. 5” below “Nähcafé”.
  plan.alle("thema").length + plan.alle("kommune").length > 0 &&
  zahlOhneSpalte(cells, plan.spalten) === null;

/** One consultation with its themes. */
const eine = (themen: readonly Was[]): Nennung[] =>
  [{ art: "beratungen" } as const, ...themen].map((was) => ({ was, n: 1 }));

/** A row that tells what it was about waits for what it lacks; one that tells nothing is not filled in yet. */
function nennungen(zeile: Strichzeile, told: readonly Nennung[]): void {
  const [ort, zeit] = [zeile.ort(), zeile.zeit()];
  for (const value of told.some(({ was }) => "wort" in was) ? [ort, zeit] : []) {
    if (!isProblem(value)) continue;
    if ("fehler" in value) zeile.fehler.push(value.fehler);
    else zeile.wartet.push(value.wartet);
  }
  if (isProblem(ort) || isProblem(zeit)) return;
  for (const { was, n } of told) zeile.zaehlungen.push({ zeitraum: zeit, ags: ort.ags, was, n, spalte: -1 });
}
