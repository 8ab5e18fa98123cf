import { tagText } from "../../../platform/span.ts";
import { kleineZahlen } from "../../auswertung/model/definitionen.ts";
import { VERDECKT } from "../../auswertung/model/zelle.ts";
import { zeitraumName } from "../../auswertung/model/zeitraum.ts";
import type { Grundlage } from "./grundlage.ts";
import { type Inhalt, KAPITEL, textOf } from "./kapitel.ts";
import { type Kopf, zurKenntnis } from "./kopf.ts";
import { type Abschnitt, type Block, type Papier, absatz, numbered } from "../../papier/model/papier.ts";
import { bloeckeOf } from "./text.ts";
import { zahlenOf } from "./zahlen.ts";

/** A paper as somebody made it: what it rests on, and what people wrote. */
export type Halbjahresbericht = {
  readonly titel: string;
  readonly grundlage: Grundlage;
  readonly kopf: Kopf;
  /** In their order; `id` where they are stored. */
  readonly kapitel: readonly (Inhalt & { readonly id?: string })[];
  /** "3/2026"; undefined for a draft. */
  readonly nummer: string | undefined;
  /** The report that this one replaces. */
  readonly berichtigt: { readonly nummer: string; readonly grund: string } | undefined;
  /** How the instant up to which everything is counted reads: "30.06.2023, 14:05 Uhr"; undefined: never counted. */
  readonly datenstand: string | undefined;
  /** The day of that instant, ISO. */
  readonly tag: string;
};

/** Whether a number of it is not told: then the paper says what the sign means. */
const hatVerdecktes = ({ kennzahlen, vergleich }: Grundlage): boolean =>
  JSON.stringify([kennzahlen, vergleich]).includes(JSON.stringify(VERDECKT));

const zuDenZahlen = (b: Halbjahresbericht): string[] => [
  b.datenstand === undefined
    ? "Zahlen zu den Beratungen liegen noch nicht vor."
    : `Datenstand: ${b.datenstand}.${b.tag <= b.grundlage.kennzahlen.zeitraum.bis ? " Der Zeitraum ist noch nicht abgeschlossen." : ""} Gezählt ist, was bis dahin in der Landesdatenbank KIM dokumentiert oder aus Listen der Träger übernommen war; zurückgezogene Beratungen zählen nicht mit.`,
  ...(b.grundlage.unvollstaendig.length === 0
    ? []
    : [`Nicht vollständig geliefert sind: ${b.grundlage.unvollstaendig.join(". ")}.`]),
  ...(b.grundlage.ohneVergleich === "" ? [] : [`Ein Vergleich entfällt. ${b.grundlage.ohneVergleich}`]),
  ...(hatVerdecktes(b.grundlage) ? [kleineZahlen(b.grundlage.kennzahlen.ab)] : []),
  "Vakant ist eine Stelle ab dem ersten Tag, an dem sie nicht voll besetzt ist. Gezählt werden Vollzeitäquivalente (VZÄ), nicht Personen.",
  "Anfragen von Fachkräften zählen als Kontakt, nicht als Beratung. Als Beratung neu zugewiesener Menschen zählt, was so dokumentiert oder in einer Strichliste so gezählt ist.",
  "Eine Beratung zählt in dem Monat und in der Kommune, in denen sie stattfand. Wochen einer Strichliste zählen in dem Monat, in dem ihr mittlerer Tag liegt.",
  ...(b.grundlage.kennzahlen.faelle === null
    ? []
    : [
        "Ein Fall zählt vom ersten Schritt nach der Einwilligung bis zu seinem Ende, jede Wiederaufnahme als neuer Zugang; davor ist er eine Anfrage. Bestand am Anfang und Zugänge ergeben ohne die Abgänge den Bestand am Ende.",
      ]),
  "Eine Person zählt im Zeitraum nur einmal, auch wenn sie mehrmals beraten wurde. Wer bei zwei Trägern beraten wird, zählt bei beiden; wer ohne Namen beraten wurde, ist nicht enthalten.",
];

function abschnitte(b: Halbjahresbericht): Abschnitt[] {
  const g = b.grundlage;
  const zahlen = zahlenOf(g, b.kopf.sitzung);
  const figures = (art: Inhalt["art"]): Block[] =>
    art === "zahlen" ? zuDenZahlen(b).map(absatz) : (KAPITEL[art].bloecke?.(g) ?? []);
  return b.kapitel
    .filter((k) => !k.entfaellt)
    .map((k) => ({
      titel: k.titel,
      ebene: KAPITEL[k.art].ebene ?? 1,
      bloecke: [...bloeckeOf(textOf(g, k), zahlen), ...figures(k.art)],
      kapitel: k.id,
    }));
}

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function schluss(kopf: Kopf): string[] {
  const sentence = zurKenntnis(kopf, kopf.sitzung === "" ? "" : tagText(kopf.sitzung));
  const signed = lines(kopf.unterschrift);
  return [...(sentence === undefined ? [] : [sentence]), ...(signed.length === 0 ? [] : ["Im Auftrag", ...signed])];
}

/** The paper that a report is. */
export function papierOf(b: Halbjahresbericht): Papier {
  const { grundlage: g, kopf } = b;
  const head = [
    { wort: "Gremium", wert: kopf.gremium },
    { wort: "Sitzung am", wert: kopf.sitzung === "" ? "" : tagText(kopf.sitzung) },
    { wort: "Vorlage", wert: kopf.vorlage },
    { wort: "Zuständig", wert: kopf.amt },
    {
      wort: "Zeitraum",
      wert: `${zeitraumName(g.kennzahlen.zeitraum)} (${tagText(g.kennzahlen.zeitraum.von)} bis ${tagText(g.kennzahlen.zeitraum.bis)})${g.bisHeute === "" ? "" : `, gezählt bis zum ${tagText(g.bisHeute)}`}`,
    },
    { wort: "Bericht Nr.", wert: b.nummer ?? "" },
  ];
  return {
    titel: b.titel,
    untertitel: "Mitteilung zur Kenntnisnahme",
    kreis: g.kreis.name,
    briefkopf: kopf.briefkopf === "" ? [g.kreis.name] : lines(kopf.briefkopf),
    nummer: b.nummer,
    kopf: head.filter((line) => line.wert !== ""),
    berichtigung:
      b.berichtigt === undefined
        ? undefined
        : `Diese Mitteilung berichtigt den Bericht ${b.berichtigt.nummer}. ${b.berichtigt.grund}`,
    abschnitte: numbered(abschnitte(b)),
    schluss: schluss(kopf),
    datenstand: b.datenstand ?? "noch nicht gezählt",
    tag: b.tag,
  };
}
