import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Bedeutung, Spalte } from "../erkennen/typen.ts";
import { type Tagregel, beratungstag } from "./datum.ts";
import { type Lese, isLeer } from "./felder.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import type { Fallzeile } from "./personentypen.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

export type GelesenerFall = {
  readonly fall: Fallzeile | null;
  readonly fehler: readonly Problem[];
  readonly wartet: readonly Problem[];
};

/** Phases in which a case is over. */
const ENDEN = new Set(["abgeschlossen", "nicht_zustande", "verweis", "widerruf"]);
/** Phases that only a case with a consent is in. */
const MIT_EINWILLIGUNG = new Set(["assessment", "hilfeplan", "umsetzung", "evaluation", "ruhend"]);
/** The line that says what a case is about is as long as this, a text of its history as long as that. */
const MOST_LINE = 200;
const MOST_TEXT = 900;

const NO_BEGIN = "Hier fehlt, wann der Fall begann.";
const NO_END = "Der Fall ist zu Ende, aber es fehlt, wann.";
const WRONG_ORDER = "Das Ende liegt vor dem Beginn des Falls.";
const UNKNOWN_PHASE = "Was dieser Stand heißt, ist nicht bekannt. Ordnen Sie das Wort zu.";
const UNKNOWN_REASON = "Warum der Fall endete, ist nicht bekannt. Ordnen Sie das Wort zu.";
const NO_REASON = "Der Fall ist abgeschlossen, aber es fehlt, warum. Ordnen Sie „(leer)“ einen Grund zu.";

const TOO_LONG = `Was zu diesem Fall geschrieben steht, ist länger als ${MOST_TEXT} Zeichen. Kürzen Sie es.`;

const BEHIND = /\s*\([^()]*\)\s*$/u;

const spot = (cells: readonly Zelle[], plan: Spaltenplan, bedeutung: Bedeutung) => {
  const spalte = plan.eine(bedeutung);
  return { spalte, zelle: spalte === undefined ? null : (cells[spalte.index] ?? null) };
};

/** Reads the days of a case; one that is none is a fault of its row. */
class Tage {
  readonly fehler: Problem[] = [];
  private readonly cells: readonly Zelle[];
  private readonly plan: Spaltenplan;
  private readonly regel: Tagregel;

  constructor(cells: readonly Zelle[], plan: Spaltenplan, regel: Tagregel) {
    this.cells = cells;
    this.plan = plan;
    this.regel = regel;
  }

  tag(bedeutung: Bedeutung): string | null {
    const { spalte, zelle } = spot(this.cells, this.plan, bedeutung);
    if (spalte === undefined || isLeer(zellText(zelle))) return null;
    const found = beratungstag(zelle, this.regel);
    if ("tag" in found) return found.tag;
    this.fehler.push(problem(spalte, zelle, found.fehler));
    return null;
  }

  fehlt(bedeutung: Bedeutung, grund: string): void {
    const { spalte, zelle } = spot(this.cells, this.plan, bedeutung);
    const none = { spalte: "Zeile", buchstabe: null, wert: "", grund };
    this.fehler.push(spalte === undefined ? none : problem(spalte, zelle, grund));
  }
}

/** The case of a row: when it began, where it stands, and why it ended. `seit` counts as its beginning where no column says one. */
export function fallIn(
  cells: readonly Zelle[],
  plan: Spaltenplan,
  lese: Lese,
  regel: Tagregel,
  seit: string | null,
): GelesenerFall {
  const tage = new Tage(cells, plan, regel);
  const wartet: Problem[] = [];
  const begonnen = tage.tag("fallbeginn") ?? (plan.eine("fallbeginn") === undefined ? seit : null);
  const ende = tage.tag("fallende");
  const einwilligungAm = einwilligung(cells, plan, regel);
  if (begonnen === null && tage.fehler.length === 0) tage.fehlt("fallbeginn", NO_BEGIN);
  const grund = wort(cells, plan, lese, "abschlussgrund");
  if (grund.wartet !== undefined) wartet.push({ ...grund.wartet, grund: UNKNOWN_REASON });
  const stand = wort(cells, plan, lese, "phase");
  if (stand.wartet !== undefined) wartet.push({ ...stand.wartet, grund: UNKNOWN_PHASE });
  const ended = ende !== null || (grund.code !== null && grund.code !== undefined);
  const told = stand.code ?? (ended ? "abgeschlossen" : "umsetzung");
  // Without a consent nobody is past the clarification here; the history says what the list said.
  const phase = MIT_EINWILLIGUNG.has(told) && einwilligungAm === null ? "klaerung" : told;
  const isEnded = ENDEN.has(phase);
  if (isEnded && ende === null && tage.fehler.length === 0) tage.fehlt("fallende", NO_END);
  if (begonnen !== null && ende !== null && ende < begonnen) tage.fehlt("fallende", WRONG_ORDER);
  const abschlussgrund = phase === "abgeschlossen" ? (grund.code ?? ohneGrund(lese, grund, wartet)) : null;
  if (tage.fehler.length + wartet.length > 0 || begonnen === null) return { fall: null, fehler: tage.fehler, wartet };
  const anliegen = anliegenIn(cells, plan);
  const fall = {
    begonnen,
    phase,
    phaseSeit: isEnded ? (ende ?? begonnen) : begonnen,
    abschlussgrund,
    einwilligungAm,
    anliegen: anliegen.length > MOST_LINE ? null : anliegen === "" ? null : anliegen,
    text: textVon(cells, plan, anliegen.length > MOST_LINE ? anliegen : ""),
  };
  if (fall.text.length > MOST_TEXT) tage.fehlt("notiz", TOO_LONG);
  return { fall: tage.fehler.length === 0 ? fall : null, fehler: tage.fehler, wartet };
}

/** A word of the row with its code: undefined where the cell is empty, null where somebody decided that it says nothing. */
function wort(
  cells: readonly Zelle[],
  plan: Spaltenplan,
  lese: Lese,
  art: "phase" | "abschlussgrund",
): { readonly code?: string | null; readonly wartet?: Problem; readonly spalte: Spalte | undefined } {
  const { spalte, zelle } = spot(cells, plan, art);
  const text = zellText(zelle);
  if (spalte === undefined || isLeer(text)) return { spalte };
  // "ruht (Krankheit)": why stands in the text of the case; the same behind a reason is part of it ("Wegzug (Land)").
  const said = art === "phase" ? text.replace(BEHIND, "") : text;
  const found = lese.zaehler.eins(art, said);
  if (found === undefined) return { spalte, wartet: problem(spalte, text, "") };
  return { spalte, code: found.code };
}

/** Nobody wrote why: what that means is asked once, for all rows without a reason. */
function ohneGrund(lese: Lese, { spalte, wartet: unknown }: ReturnType<typeof wort>, wartet: Problem[]): string | null {
  if (unknown !== undefined) return null;
  const told = lese.zaehler.eins("abschlussgrund", "(leer)");
  if (told?.code != null) return told.code;
  wartet.push({
    spalte: spalte?.kopf ?? "Grund des Abschlusses",
    buchstabe: spalte?.buchstabe ?? null,
    wert: "",
    grund: NO_REASON,
  });
  return null;
}

/** The day of the consent. “ja” alone is none: the consent itself is taken down later. */
function einwilligung(cells: readonly Zelle[], plan: Spaltenplan, regel: Tagregel): string | null {
  const { zelle } = spot(cells, plan, "einwilligung");
  const found = zelle === null ? undefined : beratungstag(zelle, regel);
  return found !== undefined && "tag" in found ? found.tag : null;
}

const textsOf = (cells: readonly Zelle[], plan: Spaltenplan, bedeutung: Bedeutung): string[] =>
  plan.alle(bedeutung).flatMap(({ index }) => {
    const text = zellText(cells[index]);
    return isLeer(text) ? [] : [text];
  });

const anliegenIn = (cells: readonly Zelle[], plan: Spaltenplan): string =>
  textsOf(cells, plan, "thema").join(", ").replaceAll(/\s+/gu, " ").trim();

/** What has no field of its own, for the first step in the history of the case. */
function textVon(cells: readonly Zelle[], plan: Spaltenplan, anliegen: string): string {
  const line = (name: string, texts: readonly string[]) => (texts.length === 0 ? [] : [`${name}: ${texts.join(", ")}`]);
  const lines = [
    ...line("Nummer dort", textsOf(cells, plan, "aktenzeichen")),
    ...line("Stand dort", textsOf(cells, plan, "phase")),
    ...line("Einwilligung dort", textsOf(cells, plan, "einwilligung")),
    ...line("Grund dort", textsOf(cells, plan, "abschlussgrund")),
    ...line("Fallführung dort", textsOf(cells, plan, "beratend")),
    ...line("Anliegen", anliegen === "" ? [] : [anliegen]),
    ...textsOf(cells, plan, "notiz"),
  ];
  return lines.join("\n");
}
