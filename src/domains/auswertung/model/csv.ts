import { csvOf } from "../../../platform/csv.ts";
import type { Abschnitt, Zeile } from "./abschnitte.ts";
import { kleineZahlen } from "./definitionen.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";
import { zeitraumName } from "./zeitraum.ts";
import type { Zelle } from "./zelle.ts";

const cards = ({ jetzt, vergleich }: Uebersicht): Zeile[] => {
  const row = (kode: string, label: string, of: (k: Uebersicht["jetzt"]) => Zelle | null): Zeile[] => {
    const [now, before] = [of(jetzt), vergleich && of(vergleich)];
    return now === null ? [] : [{ kode, label, jetzt: now, davor: before ?? undefined }];
  };
  return [
    ...row("kontakte", "Kontakte", (k) => k.kontakte),
    ...row("beratungen", "Beratungen", (k) => k.beratungen),
    ...row("aus_strichlisten", "davon aus Strichlisten", (k) => k.ausSummen),
    ...row("personen", "Personen", (k) => k.personen),
    ...row("neuzuweisungen", "Beratungen mit Neuzugewiesenen", (k) => k.neuzuweisungen),
    ...row("neuzuweisung_grundlage", "Beratungen, die das sagen können", (k) => k.neuzuweisungGrundlage),
    ...row("nicht_zugeordnet", "Nennungen, die keinem Thema zugeordnet sind", (k) => k.nichtZugeordnet),
  ];
};

/** All figures of the page as CSV, one row a figure; the other period only where it compares, else why it does not. */
export function zahlenCsv(u: Uebersicht): string {
  const { themen, monate, kommunen, merkmale } = u.tabellen;
  const lines = (titel: string, zeilen: readonly Zeile[]) =>
    zeilen.map((z) => [titel, z.kode, z.label, z.jetzt, ...(u.vergleich === undefined ? [] : [z.davor])]);
  const of = ({ titel, zeilen }: Abschnitt) => lines(titel, zeilen);
  const head = ["Tabelle", "Kode", "Bezeichnung", zeitraumName(u.jetzt.zeitraum)];
  if (u.vergleich !== undefined) head.push(zeitraumName(u.vergleich.zeitraum));
  return csvOf([
    head,
    ...lines("Überblick", cards(u)),
    ...[themen, monate, kommunen, ...Object.values(merkmale)].flatMap(of),
    ...(u.grund === undefined ? [] : [["Vergleich", "", u.grund]]),
    ...(u.jetzt.ab > 1 ? [["Hinweis", "", kleineZahlen(u.jetzt.ab)]] : []),
  ]);
}
