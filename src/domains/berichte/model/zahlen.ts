import { tagText } from "../../../platform/span.ts";
import { zeitraumName } from "../../auswertung/model/zeitraum.ts";
import { type Zelle, etwas, istGenannt, summeOf } from "../../auswertung/model/zelle.ts";
import { letterDistance } from "../../personen/model/buchstabenabstand.ts";
import type { Grundlage } from "./grundlage.ts";
import { anteil, vzae, zelle } from "./sprache.ts";
import { imZeitraum } from "./zeitraum.ts";

/** A figure that a text names: what it is, and how it reads now; null: there is none for these months. */
export type Zahl = { readonly was: string; readonly wert: string | null };

/** Figures by the name that stands in braces, in the order in which somebody picks from them. */
export type Zahlen = ReadonlyMap<string, Zahl>;

/** What stands where a figure may not be told: a dot, as in a table, would be no sentence. */
export const NICHT_GENANNT = "(nicht genannt)";

const count = (was: string, n: Zelle | null | undefined): Zahl => ({
  was,
  wert: n === null || n === undefined ? null : istGenannt(n) ? zelle(n) : NICHT_GENANNT,
});
/** A share reads "–" where there is nothing to have one of, and has no digit where it may not be told. */
function share(was: string, part: Zelle, whole: Zelle): Zahl {
  const text = anteil(part, whole);
  return { was, wert: /\d/.test(text) ? text : whole === 0 ? null : NICHT_GENANNT };
}
const words = (was: string, wert: string | null): Zahl => ({ was, wert: wert === "" ? null : wert });

const referred = ({ kennzahlen, namen }: Grundlage): Zelle =>
  summeOf(namen.verweis.map(({ code }) => kennzahlen.merkmale.ergebnis[code] ?? 0));

const zeiten = ({ kennzahlen: { zeitraum }, stellen }: Grundlage, sitzung: string): [string, Zahl][] => [
  ["zeitraum", words("Zeitraum", zeitraumName(zeitraum))],
  ["im_zeitraum", words("Zeitraum in einem Satz", imZeitraum(zeitraum))],
  ["von", words("erster Tag des Zeitraums", tagText(zeitraum.von))],
  ["bis", words("letzter Tag des Zeitraums", tagText(zeitraum.bis))],
  ["sitzung", words("Tag der Sitzung", sitzung === "" ? null : tagText(sitzung))],
  ["stichtag", words("Stichtag der Stellen", tagText(stellen.stichtag))],
];

const MODULE = [
  ["I", 1],
  ["II", 2],
  ["III", 3],
] as const;

const stellen = ({ stellen: lage }: Grundlage): [string, Zahl][] =>
  MODULE.flatMap(([modul, n]): [string, Zahl][] => {
    const { soll, ist } = lage.module[modul];
    return [
      [`modul_${n}_genehmigt`, words(`Modul ${modul}: genehmigte VZÄ am Stichtag`, vzae(soll))],
      [`modul_${n}_besetzt`, words(`Modul ${modul}: besetzte VZÄ am Stichtag`, vzae(ist))],
      [`modul_${n}_vakant`, words(`Modul ${modul}: vakante VZÄ am Stichtag`, vzae(soll - ist))],
    ];
  });

function beratungen(g: Grundlage): [string, Zahl][] {
  const { kennzahlen: k, vergleich, namen } = g;
  return [
    ["beratungen", count("Beratungen", k.beratungen)],
    ["beratungen_vergleich", count("Beratungen im Vergleichszeitraum", vergleich?.beratungen)],
    ["kontakte", count("Kontakte, auch Anfragen von Fachkräften", k.kontakte)],
    ["personen", count("Personen, die mit Namen beraten wurden", k.personen)],
    ["neuzuweisungen", count("Beratungen neu zugewiesener Menschen", k.neuzuweisungen)],
    ["vermittlungen", count("Beratungen mit Vermittlung an eine andere Stelle", referred(g))],
    ["kein_angebot", count("Beratungen ohne passendes Angebot", k.merkmale.ergebnis["kein_angebot"] ?? 0)],
    ["kommunen", count("Kommunen, in denen beraten wurde", Object.values(k.kommunen).filter(etwas).length)],
    ["kommunen_alle", count("Kommunen des Kreises", namen.kommunen.length)],
  ];
}

const themen = ({ kennzahlen: { themen: counts, nennungen: all }, namen }: Grundlage): [string, Zahl][] =>
  namen.themen.flatMap(({ code, name }): [string, Zahl][] => [
    [`thema_${code}`, count(`Thema ${name}: Nennungen`, counts[code] ?? 0)],
    [`thema_${code}_anteil`, share(`Thema ${name}: Anteil an den Nennungen`, counts[code] ?? 0, all)],
  ]);

const faelle = ({ kennzahlen: { faelle: f } }: Grundlage): [string, Zahl][] => [
  ["faelle", count("Fälle am Ende", f?.faelle.ende)],
  ["faelle_anfang", count("Fälle am Anfang", f?.faelle.anfang)],
  ["faelle_neu", count("Fälle, die dazu kamen", f?.faelle.zugang)],
  ["faelle_beendet", count("Fälle, die endeten", f?.faelle.abgang)],
  ["faelle_personen", count("Personen mit Fall", f?.personen)],
  ["faelle_haushalte", count("Haushalte mit Fall", f?.haushalte)],
  ["faelle_dauer", count("Mittlere Dauer beendeter Fälle in Monaten", f?.median)],
  ["anfragen", count("Anfragen, die eingingen", f?.anfragen.zugang)],
];

/** Every figure that a text of these months may name, in groups to pick from. @param sitzung ISO day or "" */
export const zahlenGruppen = (g: Grundlage, sitzung: string): { readonly name: string; readonly zahlen: Zahlen }[] => [
  { name: "Beratungen", zahlen: new Map(beratungen(g)) },
  { name: "Fälle", zahlen: new Map(faelle(g)) },
  { name: "Zeit", zahlen: new Map(zeiten(g, sitzung)) },
  { name: "Stellen", zahlen: new Map(stellen(g)) },
  { name: "Themen", zahlen: new Map(themen(g)) },
];

/** The same in one. */
export const zahlenOf = (g: Grundlage, sitzung: string): Zahlen =>
  new Map(zahlenGruppen(g, sitzung).flatMap(({ zahlen }) => [...zahlen]));

const PLAIN = { replace: () => 1, extra: () => 1 };

/** The known name that a mistyped one most likely means; undefined where none is near. */
export function aehnlich(name: string, known: Iterable<string>): string | undefined {
  const near = [...known].map((one) => ({ one, apart: letterDistance(name, one, PLAIN) }));
  const [best] = near.toSorted((a, b) => a.apart - b.apart);
  return best !== undefined && best.apart <= Math.max(2, name.length / 3) ? best.one : undefined;
}

/** What to say of a name that no figure has: where it stands, and which one may be meant. */
export function falscherName(
  { name, zeile }: { readonly name: string; readonly zeile: number },
  zahlen: Zahlen,
): string {
  const meant = aehnlich(name, zahlen.keys());
  const instead = meant === undefined ? "Wählen Sie eine aus der Liste." : `Meinten Sie {${meant}}?`;
  return `Zeile ${zeile}: Eine Zahl namens {${name}} gibt es nicht. ${instead}`;
}
