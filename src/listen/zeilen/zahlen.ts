import { monatDes } from "../erkennen/zeitraum.ts";
import { type Anzahlen, keineAnzahlen, plus } from "./anzahlen.ts";
import type { Kommune } from "../woerter/kommunen.ts";
import type { Summe, Zahlen, Zeile, Zeilenstand } from "./typen.ts";

/**
 * The figures of what is taken. Single consultations count once, per theme once; sums count what they say.
 */
export function zahlenVon(zeilen: readonly Zeile[], summen: readonly Summe[], kommunen: readonly Kommune[]): Zahlen {
  const names = new Map(kommunen.map(({ ags, name }) => [ags, name]));
  const themen = keineAnzahlen();
  const orte = keineAnzahlen();
  const monate = keineAnzahlen();
  const staende: Partial<Record<Zeilenstand, number>> = {};
  let beratungen = 0;
  let neuzuweisungen = 0;
  for (const { stand, beratung } of zeilen) {
    staende[stand] = (staende[stand] ?? 0) + 1;
    if (stand !== "uebernommen" || beratung === null) continue;
    beratungen += 1;
    if (beratung.neuzuweisung) neuzuweisungen += 1;
    for (const code of beratung.themen) plus(themen, code, 1);
    plus(orte, names.get(beratung.ags) ?? beratung.ags, 1);
    plus(monate, beratung.am.slice(0, 7), 1);
  }
  for (const summe of summen) {
    beratungen += summe.beratungen ?? 0;
    neuzuweisungen += summe.neuzuweisungen;
    for (const [code, n] of Object.entries(summe.themen)) plus(themen, code, n);
    plus(orte, names.get(summe.ags) ?? summe.ags, summe.beratungen ?? 0);
  }
  for (const [monat, n] of Object.entries(monateDer(summen))) plus(monate, monat, n);
  const of = (stand: Zeilenstand) => staende[stand] ?? 0;
  return {
    zeilen: of("uebernommen") + of("wiederholt") + of("wartet") + of("fehlerhaft"),
    beratungen,
    uebernommen: of("uebernommen"),
    doppelt: of("wiederholt"),
    wartend: of("wartet"),
    fehlerhaft: of("fehlerhaft"),
    themen,
    kommunen: orte,
    monate,
    neuzuweisungen,
    ...personenUndFaelle(zeilen),
  };
}

/** Persons of a list of persons or cases who are not there yet, the same name and birth date once; and cases. */
function personenUndFaelle(zeilen: readonly Zeile[]): Pick<Zahlen, "personen" | "faelle"> {
  const taken = zeilen.flatMap(({ stand, person }) => (stand === "uebernommen" && person !== null ? [person] : []));
  const fresh = taken.filter(({ vorhanden }) => vorhanden === null);
  const known = new Set(fresh.flatMap(({ schluessel }) => schluessel ?? []));
  const others = fresh.filter(({ schluessel }) => schluessel === null).length;
  return { personen: known.size + others, faelle: taken.filter(({ fall }) => fall !== null).length };
}

/** Consultations of sums by month; none at all when one of them lies in two months, as weeks do: half a truth misleads. */
function monateDer(summen: readonly Summe[]): Anzahlen {
  const monate = keineAnzahlen();
  for (const summe of summen) {
    const monat = monatDes(summe);
    if (monat === undefined) return {};
    plus(monate, monat, summe.beratungen ?? 0);
  }
  return monate;
}
