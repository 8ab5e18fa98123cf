import Docxtemplater from "docxtemplater";
import { FONTS, typeset } from "../../../platform/pdf.ts";
import { tagText } from "../../../platform/span.ts";
import { WordFehler, refuseUnbekannte, wordDatei, wordSaetze } from "../../berichte/index.ts";
import { EINGEBAUT, type Eingebaut, PLATZHALTER, type Worte } from "../model/brief.ts";

/** What a letter of ours says beside its words. */
export type Gruppe = { readonly titel: string; readonly punkte: readonly string[] };

const zeilen = (text: string): string[] => text.split("\n").filter((one) => one.trim() !== "");

const ANREDE = "Guten Tag";
const BEGINN: Readonly<Record<Eingebaut, string>> = {
  einladung: "wir laden Sie zu einem Gespräch ein:",
  mitbringen: "für Ihr Anliegen brauchen wir Unterlagen von Ihnen.",
  anschreiben: "",
};

/** A letter of the program as PDF/UA. `tag` is ISO. @throws NichtSetzbar */
export function briefPdf(art: Eingebaut, worte: Worte, gruppen: readonly Gruppe[], tag: string): Buffer {
  const anrede = EINGEBAUT[art].an === "person" ? `${ANREDE} ${worte.name},` : "Sehr geehrte Damen und Herren,";
  const termin = [worte.termin_tag, worte.termin_zeit, worte.termin_ort].filter((one) => one !== "");
  return typeset(new URL("brief.typ", import.meta.url), {
    schriften: FONTS,
    tag,
    am: tagText(tag),
    titel: worte.betreff === "" ? EINGEBAUT[art].name : worte.betreff,
    traeger: worte.traeger,
    absender: worte.absender,
    anschrift: [worte.empfaenger, ...zeilen(worte.empfaenger_anschrift)],
    sperre: worte.sperre,
    absaetze: [anrede, BEGINN[art], ...zeilen(worte.text)].filter((one) => one !== ""),
    termin,
    gruppen: gruppen.filter(({ punkte }) => punkte.length > 0),
  });
}

const NAMES: ReadonlySet<string> = new Set(Object.keys(PLATZHALTER));

/**
 * A Word file of the Träger with these words in it.
 * @throws WordFehler with a sentence for each placeholder that is wrong, and its place
 */
export function briefWord(vorlage: Buffer, worte: Worte): Buffer {
  const zip = wordDatei(vorlage);
  refuseUnbekannte(zip, NAMES);
  const options = { paragraphLoop: true, linebreaks: true, errorLogging: false, nullGetter: () => "" } as const;
  try {
    return new Docxtemplater(zip, options).render(worte).toBuffer({ compression: "DEFLATE" });
  } catch (error) {
    const saetze = wordSaetze(error, wordDatei(vorlage));
    throw saetze === undefined ? error : new WordFehler(saetze);
  }
}

/** Words that stand for nothing: a template is filled with them once, before it is kept. */
export const MUSTER: Worte = { ...PLATZHALTER };
