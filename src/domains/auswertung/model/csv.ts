import { csvOf } from "../../../platform/csv.ts";
import type { Abschnitt, Zeile } from "./abschnitte.ts";
import { kleineZahlen } from "./definitionen.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";
import { GRUPPE, GRUPPEN } from "./verweiszahlen.ts";
import { ABSAGEN } from "../../verweise/model/stand.ts";
import { ZUGEWIESENE, ZUGEWIESENE_FELDER } from "./zugewiesene.ts";
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
    ...row("faelle", "Fälle am Ende", (k) => k.faelle?.faelle.ende ?? null),
    ...row("fallpersonen", "Personen mit Fall", (k) => k.faelle?.personen ?? null),
    ...row("fallhaushalte", "Haushalte mit Fall", (k) => k.faelle?.haushalte ?? null),
    ...row("falldauer", "Mittlere Dauer beendeter Fälle in Monaten (Median)", (k) => k.faelle?.median ?? null),
    ...row("neuzuweisungen", "Beratungen mit Neuzugewiesenen", (k) => k.neuzuweisungen),
    ...row("neuzuweisung_grundlage", "Beratungen, die das sagen können", (k) => k.neuzuweisungGrundlage),
    ...row("nicht_zugeordnet", "Nennungen, die keinem Thema zugeordnet sind", (k) => k.nichtZugeordnet),
  ];
};

/** Referrals: a row for each code and for what became of them. */
const verweisLines = ({ verweise: v }: Uebersicht) =>
  v === null
    ? []
    : [
        ...v.tafeln.flatMap(({ titel, zeilen }) =>
          zeilen.flatMap((z) =>
            (["verwiesen", ...GRUPPE] as const).map((was) => [
              titel,
              z.kode,
              `${z.label}: ${was === "verwiesen" ? "verwiesen" : GRUPPEN[was]}`,
              z[was],
            ]),
          ),
        ),
        ...Object.entries(v.zahlen.absagen).map(([kode, n]) => ["Absagen", kode, ABSAGE_WORTE.get(kode) ?? kode, n]),
        ...(v.zahlen.median === null ? [] : [["Verweise", "tage", "Tage bis zur Ankunft (Median)", v.zahlen.median]]),
      ];
const ABSAGE_WORTE: ReadonlyMap<string, string> = new Map(Object.entries(ABSAGEN));

const zugewieseneLines = ({ zugewiesene: z }: Uebersicht) =>
  z === null ? [] : ZUGEWIESENE_FELDER.map((feld) => ["Neu zugewiesene Menschen", feld, ZUGEWIESENE[feld], z[feld]]);

/** All figures of the page as CSV, one row a figure; the other period only where it compares, else why it does not. */
export function zahlenCsv(u: Uebersicht): string {
  const { themen, monate, kommunen, merkmale, faelle } = u.tabellen;
  const lines = (titel: string, zeilen: readonly Zeile[]) =>
    zeilen.map((z) => [titel, z.kode, z.label, z.jetzt, ...(u.vergleich === undefined ? [] : [z.davor])]);
  const of = ({ titel, zeilen }: Abschnitt) => lines(titel, zeilen);
  const head = ["Tabelle", "Kode", "Bezeichnung", zeitraumName(u.jetzt.zeitraum)];
  if (u.vergleich !== undefined) head.push(zeitraumName(u.vergleich.zeitraum));
  return csvOf([
    head,
    ...lines("Überblick", cards(u)),
    ...[themen, monate, kommunen, ...Object.values(merkmale), ...Object.values(faelle ?? {})].flatMap(of),
    ...verweisLines(u),
    ...zugewieseneLines(u),
    ...(u.grund === undefined ? [] : [["Vergleich", "", u.grund]]),
    ...(u.jetzt.ab > 1 ? [["Hinweis", "", kleineZahlen(u.jetzt.ab)]] : []),
  ]);
}
