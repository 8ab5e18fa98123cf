import { daysFrom } from "../../../platform/span.ts";
import { davor, halbjahrAm, jahrAm, spanne } from "../../auswertung/model/zeitraum.ts";

/** A period by its word, with its first and last day. */
export type Zeit = { readonly wort: string; readonly von: string; readonly bis: string };

/** Monday to Sunday of the week that a day lies in. */
function wocheAm(day: string): { von: string; bis: string } {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const von = daysFrom(day, -sinceMonday);
  return { von, bis: daysFrom(von, 6) };
}

/** The periods that people mean by a word, on this day. */
export function zeitenAm(day: string): readonly Zeit[] {
  const month = day.slice(0, 7);
  const thisMonth = spanne(month, month);
  const halfYear = halbjahrAm(day);
  return [
    { wort: "diese Woche", ...wocheAm(day) },
    { wort: "letzte Woche", ...wocheAm(daysFrom(day, -7)) },
    { wort: "dieser Monat", ...thisMonth },
    { wort: "letzter Monat", ...davor(thisMonth) },
    { wort: "dieses Halbjahr", ...halfYear },
    { wort: "letztes Halbjahr", ...davor(halfYear) },
    { wort: "dieses Jahr", ...jahrAm(day) },
  ];
}
