import Docxtemplater from "docxtemplater";
import type PizZip from "pizzip";
import { tagText } from "../../../platform/span.ts";
import { type Halbjahresbericht, papierOf } from "../model/halbjahresbericht.ts";
import { ARTEN, KAPITEL } from "../model/kapitel.ts";
import { type Papier, texteIn } from "../../papier/index.ts";
import { KEINE_ANGABE } from "../model/text.ts";
import { zahlenOf } from "../model/zahlen.ts";
import { inhaltXml, stylesOf } from "./word-inhalt.ts";
import { WordFehler, refuseUnbekannte, wordDatei, wordSaetze } from "./word-pruefen.ts";

/** A chapter, within `{#kapitel}` and `{/kapitel}`. */
type KapitelWorte = {
  readonly titel: string;
  readonly haupt: boolean;
  readonly unter: boolean;
  /** Paragraphs and tables, as `{@inhalt}`. */
  readonly inhalt: string;
  readonly text: string;
};

type Worte = Readonly<Record<string, string | readonly KapitelWorte[]>>;

/** What a placeholder may stand for, and what it says in this paper. */
async function worteOf(b: Halbjahresbericht, papier: Papier, zip: PizZip): Promise<Worte> {
  const styles = stylesOf(zip);
  const { kopf } = b;
  const zahlen = [...zahlenOf(b.grundlage, kopf.sitzung)].map(([name, { wert }]) => [name, wert ?? KEINE_ANGABE]);
  const kapitel = await Promise.all(
    papier.abschnitte.map(async (a): Promise<KapitelWorte> => ({
      titel: a.titel,
      haupt: a.ebene === 1,
      unter: a.ebene === 2,
      inhalt: await inhaltXml(a, styles),
      text: a.bloecke.flatMap(texteIn).join("\n"),
    })),
  );
  const artOf = new Map(b.kapitel.map((k) => [k.id ?? k.titel, k.art]));
  const einzeln = ARTEN.map((art): [string, string] => {
    const of = papier.abschnitte.map((a, i) =>
      artOf.get(a.kapitel ?? a.titel) === art ? (kapitel[i]?.inhalt ?? "") : "",
    );
    return [`inhalt_${art}`, of.join("")];
  });
  return {
    ...Object.fromEntries(zahlen),
    ...Object.fromEntries(einzeln),
    titel: papier.titel,
    untertitel: papier.untertitel,
    kreis: papier.kreis,
    briefkopf: papier.briefkopf.join("\n"),
    gremium: kopf.gremium,
    sitzung: kopf.sitzung === "" ? "" : tagText(kopf.sitzung),
    vorlage: kopf.vorlage,
    amt: kopf.amt,
    unterschrift: kopf.unterschrift,
    schluss: papier.schluss.join("\n"),
    nummer: papier.nummer ?? "Entwurf",
    berichtigung: papier.berichtigung ?? "",
    datenstand: papier.datenstand,
    kapitel,
  };
}

const IN_KAPITEL = ["haupt", "unter", "inhalt", "text"] as const;

/** A name of the chapter, else one of the whole paper: docxtemplater asks from the inside out. */
const parser = (tag: string) => ({
  get: (scope: Readonly<Record<string, unknown>>) =>
    tag === "." ? scope : Object.hasOwn(scope, tag) ? scope[tag] : undefined,
});

/**
 * The paper in a Word file of the Kreis. The same paper in the same file makes the same text.
 * @throws WordFehler with a sentence for each placeholder that is wrong, and its place
 */
export async function fuelleWord(vorlage: Buffer, b: Halbjahresbericht): Promise<Buffer> {
  const zip = wordDatei(vorlage);
  const worte = await worteOf(b, papierOf(b), zip);
  refuseUnbekannte(zip, new Set([...Object.keys(worte), ...IN_KAPITEL]));
  const options = { parser, paragraphLoop: true, linebreaks: true, errorLogging: false, nullGetter: () => "" } as const;
  try {
    return new Docxtemplater(zip, options).render(worte).toBuffer({ compression: "DEFLATE" });
  } catch (error) {
    const saetze = wordSaetze(error, wordDatei(vorlage));
    throw saetze === undefined ? error : new WordFehler(saetze);
  }
}

/** Every placeholder with what it stands for, for the handbook and the page. */
export const PLATZHALTER: readonly { readonly name: string; readonly was: string }[] = [
  { name: "{titel}, {untertitel}", was: "Titel und Art der Mitteilung" },
  { name: "{kreis}, {briefkopf}", was: "Name des Kreises; Zeilen des Briefkopfs" },
  { name: "{gremium}, {sitzung}, {vorlage}, {amt}", was: "der Kopf" },
  { name: "{zeitraum}, {von}, {bis}, {datenstand}, {nummer}", was: "wovon der Bericht handelt, und seine Nummer" },
  { name: "{#kapitel} … {/kapitel}", was: "was dazwischen steht, für jedes Kapitel" },
  { name: "{titel}, {@inhalt}, {text}", was: "darin: Überschrift; Text und Tabellen, allein im Absatz; nur der Text" },
  { name: "{#haupt} … {/haupt}, {#unter} … {/unter}", was: "darin: nur für Kapitel, nur für Teile eines Kapitels" },
  {
    name: "{@inhalt_ausblick} und so weiter",
    was: `ein bestimmtes Kapitel: ${ARTEN.filter((a) => KAPITEL[a].ebene !== 2).join(", ")}`,
  },
  { name: "{schluss}, {unterschrift}", was: "was unter dem Bericht steht" },
  { name: "{beratungen} und so weiter", was: "jede Zahl, die sich auch in einen Text einsetzen lässt" },
];
