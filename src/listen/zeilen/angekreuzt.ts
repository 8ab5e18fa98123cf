import type { Kreuzart } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { type Wortlese, isLeer } from "./felder.ts";
import { wortAnteil } from "./kennung.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import { problem } from "./zugriff.ts";

type Angekreuzt = { readonly codes: readonly string[]; readonly texte: readonly string[] };
const NICHTS: Angekreuzt = { codes: [], texte: [] };

/** The words whose columns are marked in this row: themes, or channels, or whatever the crosses are of. */
export function angekreuzt(
  lese: Wortlese,
  art: Exclude<Kreuzart, "zeit">,
  cells: readonly Zelle[],
  plan: Spaltenplan,
): Angekreuzt {
  const columns = plan.kreuze(art);
  if (columns.length === 0) return NICHTS;
  const codes: string[] = [];
  const texte: string[] = [];
  for (const spalte of columns) {
    const { index, wort } = spalte;
    const zelle = cells[index] ?? null;
    const said = lese.zeichen?.gesagt(zelle);
    if (zelle === null || said === "nichts" || (said === undefined && isNichts(lese, zelle))) continue;
    const unsure = lese.zeichen?.unklar(index, zelle, false) === true || isVielleicht(zelle);
    if (said === "unklar" || (said === undefined && unsure)) {
      lese.hinweise.push(problem(spalte, zelle, "Das Zeichen kann ein Kreuz sein oder keines."));
      continue;
    }
    const count = said === "zaehlt" ? 1 : zaehlwert(zelle);
    if (count === 0) continue;
    // Something written instead of a cross is a cross with an explanation.
    if (count === undefined) texte.push(`${wort}: ${zellText(zelle)}`);
    const found = lese.zaehler.kopfwort(art, wort, 1);
    lese.worte.push(wortAnteil(art, wort, found));
    if (found === undefined) {
      lese.offen.push({ spalte: art, wort });
      lese.wartend.add(index);
    } else if (found.code !== null && !codes.includes(found.code)) codes.push(found.code);
  }
  return { codes, texte };
}

/** A stand-in for “none”; a stroke may as well be a mark. */
const isNichts = (lese: Wortlese, zelle: Zelle): boolean =>
  isLeer(zellText(zelle)) && lese.zeichen?.isStrich(zelle) !== true;

/** Written where a cross could be, and none: “(x)”, “evtl.”, “nicht mehr”. */
const VIELLEICHT =
  /^(?:[([].{0,2}[)\]]|[o°]|(?:nein|nicht|kein\w*|ohne|evtl\.?|eventuell|ggf\.?|vielleicht|später|spaeter|offen|geplant|tbd)(?![\p{L}]).*)$/iu;
const isVielleicht = (zelle: Zelle): boolean =>
  typeof zelle === "string" && zaehlwert(zelle) === undefined && VIELLEICHT.test(zelle);
