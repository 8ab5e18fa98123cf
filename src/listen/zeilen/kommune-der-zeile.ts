import { type Zelle, zellText } from "../leser/zelle.ts";
import { teile } from "../woerter/mehrere.ts";
import { angekreuzt } from "./angekreuzt.ts";
import { type Lese, isLeer } from "./felder.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import { problem } from "./zugriff.ts";

/** Why every row of a table waits that names no Kommune anywhere. */
export const KOMMUNE_FEHLT = "Die Kommune fehlt. Wählen Sie eine für die Tabelle.";

/** The Kommune of a row: its own word, else the one that title, sheet or file name say. */
export function kommuneIn(lese: Lese, cells: readonly Zelle[], plan: Spaltenplan, kontext: string | null) {
  const spalte = plan.eine("kommune");
  const text = spalte === undefined ? "" : zellText(cells[spalte.index]);
  const [crossed, another] = angekreuzt(lese, "kommune", cells, plan).codes;
  const [first] = plan.kreuze("kommune");
  if (another !== undefined && first !== undefined)
    return { wartet: problem(first, cells[first.index], "Mehr als eine Kommune ist angekreuzt.") };
  if (crossed !== undefined) return { ags: crossed };
  if (spalte === undefined || isLeer(text)) {
    const beside = spalte === undefined ? ortBeimThema(lese, cells, plan) : undefined;
    if (beside !== undefined && kontext !== null && beside.ags !== kontext)
      return { wartet: problem(...beside.stelle, ANDERER) };
    if (kontext !== null || beside !== undefined) return { ags: kontext ?? beside?.ags ?? "" };
    const told = lese.zaehler.eins("kommune", "(leer)");
    const wert = { spalte: spalte?.kopf ?? "Kommune", buchstabe: spalte?.buchstabe ?? null, wert: "" };
    return told?.code != null ? { ags: told.code } : { wartet: { ...wert, grund: KOMMUNE_FEHLT } };
  }
  const found = lese.zaehler.eins("kommune", text);
  if (found === undefined) return { wartet: problem(spalte, text, "Diese Kommune ist im Kreis nicht bekannt.") };
  const more = found.grund === "bestandteil" ? themaDaneben(lese, text) : undefined;
  if (more !== undefined)
    lese.hinweise.push(problem(spalte, text, `Neben der Kommune steht hier „${more}“; das wird so nicht übernommen.`));
  if (found.code === null)
    return { fehler: problem(spalte, text, "Diese Kommune gehört nach Ihrer Entscheidung nicht zum Kreis.") };
  return { ags: found.code };
}

const ANDERER = "Neben dem Thema steht eine andere Kommune als für die Tabelle. Welche gilt?";

/** “Wohnung (Lohmar)”: the Kommune in brackets behind the theme. */
function ortBeimThema(lese: Lese, cells: readonly Zelle[], plan: Spaltenplan) {
  for (const spalte of plan.alle("thema")) {
    const zelle = cells[spalte.index] ?? null;
    const [, inside = ""] = /\(([^()]{2,40})\)$/u.exec(zellText(zelle)) ?? [];
    const ags = inside === "" ? undefined : lese.zaehler.kopfwort("kommune", inside, 0)?.code;
    if (ags != null) return { ags, stelle: [spalte, zelle] as const };
  }
  return undefined;
}

const PARTED = /[/,;|]/u;

/** A theme in the cell of the Kommune: “Much / Wohnen”. */
const themaDaneben = (lese: Lese, text: string): string | undefined =>
  PARTED.test(text)
    ? teile(text).find(
        (part) =>
          lese.zaehler.kopfwort("kommune", part, 0) === undefined &&
          lese.zaehler.kopfwort("thema", part, 0) !== undefined,
      )
    : undefined;
