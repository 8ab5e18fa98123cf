import { z } from "zod";
import type { Kennzahlen, Zeitraum } from "../../auswertung/model/kennzahlen.ts";
import { laenge } from "../../auswertung/model/zelle.ts";
import { davor, halbjahrAm, jahrAm, letzteZwoelf, monatName, monateIn } from "../../auswertung/model/zeitraum.ts";
import { type Codelisten, type Kode, kurzOf, nameOf } from "../../codelisten/model/codelisten.ts";
import { compareNames } from "../../../platform/words.ts";

/** The periods to choose from, by the word in the address. */
export const ZEITEN = ["halbjahr", "davor", "jahr", "vorjahr", "zwoelf"] as const;
export type ZeitWort = (typeof ZEITEN)[number];

export const ZahlenAdresse = z.object({ zeit: z.enum(ZEITEN).default("halbjahr") });

const NAMEN: Readonly<Record<ZeitWort, string>> = {
  halbjahr: "dieses Halbjahr",
  davor: "letztes Halbjahr",
  jahr: "dieses Jahr",
  vorjahr: "letztes Jahr",
  zwoelf: "letzte 12 Monate",
};

export const zeitName = (wort: ZeitWort): string => NAMEN[wort];

/** The months that a word means on a day. */
export function zeitraumVon(wort: ZeitWort, today: string): Zeitraum {
  if (wort === "halbjahr") return halbjahrAm(today);
  if (wort === "davor") return davor(halbjahrAm(today));
  if (wort === "jahr") return jahrAm(today);
  return wort === "vorjahr" ? davor(jahrAm(today)) : letzteZwoelf(today);
}

/** One line of a table, and one bar or point of its picture. */
export type Zeile = { readonly label: string; readonly kurz: string; readonly anzahl: number };

const ranked = (counts: Kennzahlen["themen"], list: readonly Kode[], short: (k: Kode) => string): Zeile[] =>
  Object.entries(counts)
    .filter(([code]) => code !== "")
    .map(([code, genannt]) => {
      const anzahl = laenge(genannt);
      const label = nameOf(list, code);
      const known = list.find((k) => k.code === code);
      return { label, kurz: known === undefined ? label : short(known), anzahl };
    })
    .toSorted((a, b) => b.anzahl - a.anzahl || compareNames(a.label, b.label));

/** Whoever counselled may open every file behind these figures: all of them are told. Month by month up to today. */
export const zahlenZeilen = (k: Kennzahlen, listen: Codelisten, today: string) => ({
  monate: monateIn(k.zeitraum)
    .filter((monat) => monat <= today.slice(0, 7))
    .map((monat) => ({ label: monatName(monat), kurz: monatName(monat).slice(0, 3), anzahl: laenge(k.monate[monat]) })),
  kontakte: laenge(k.kontakte),
  beratungen: laenge(k.beratungen),
  mitPerson: laenge(k.merkmale.stufe["2"]),
  neuzuweisungen: laenge(k.neuzuweisungen),
  themen: ranked(k.themen, listen.handlungsfeld, (one) => kurzOf(listen.handlungsfeld, one.code)),
  sprachen: ranked(k.merkmale.sprache, listen.sprache, (one) => one.name),
});
