import { doppeljahr } from "../erkennen/schuljahr.ts";
import { isKopftag, isQuartal, isRastertag, kopftag, quartal, rastertag } from "../erkennen/tagesraster.ts";
import type { Kontext, Spalte } from "../erkennen/typen.ts";
import { zahlVon } from "../erkennen/werte.ts";
import { zeitangabe, zeitraumVon } from "../erkennen/zeitraum.ts";
import type { Zelle } from "../leser/zelle.ts";
import type { Tagregel } from "./datum.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import { YEAR_MISSING, type Zeit, zeitIn } from "./zeiten.ts";
import { jahrImSchuljahr } from "./zeitfolge.ts";
import { problem } from "./zugriff.ts";

function zeitDesKopfs(spalte: Spalte, wort: string, kontext: Kontext): Zeit {
  const angabe = zeitangabe(wort);
  // Two years that are no school year are none of both.
  const jahr = kontext.jahr ?? jahrImSchuljahr(angabe, kontext);
  const found = doppeljahr(wort) === null || angabe.tage !== null ? zeitraumVon(angabe, jahr) : null;
  return found ?? { wartet: problem(spalte, wort, YEAR_MISSING) };
}

/** A weekday or a day of the month: the row, or what stands around the table, names the week or month. */
function zeitImRaster(spalte: Spalte, wort: string, cells: readonly Zelle[], plan: Spaltenplan, regel: Tagregel): Zeit {
  const told = (["woche", "monat", "datum"] as const).some((art) => plan.eine(art) !== undefined);
  const around = told ? zeitIn(cells, plan, regel) : regel.kontext.zeitraum;
  if (around !== null && ("wartet" in around || "fehler" in around)) return around;
  const grund = `Zu welcher Woche oder welchem Monat „${wort}“ gehört, steht nicht da.`;
  return (around === null ? null : rastertag(wort, around)) ?? { wartet: problem(spalte, wort, grund) };
}

/** Only a year stands above the column: the row says which part of it. */
export function zeitImJahr(
  spalte: Spalte,
  wort: string,
  cells: readonly Zelle[],
  plan: Spaltenplan,
  regel: Tagregel,
): Zeit {
  if (isKopftag(wort)) return kopftag(wort, regel.kontext.jahr) ?? { wartet: problem(spalte, wort, YEAR_MISSING) };
  if (isQuartal(wort)) return quartal(wort, regel.kontext.jahr) ?? { wartet: problem(spalte, wort, YEAR_MISSING) };
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
