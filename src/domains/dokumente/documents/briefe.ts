import Docxtemplater from "docxtemplater";
import { FONTS, fontsFor, typeset } from "../../../platform/pdf.ts";
import { tagText } from "../../../platform/span.ts";
import { WordFehler, refuseUnbekannte, wordDatei, wordSaetze } from "../../berichte/index.ts";
import {
  DRUCKSPRACHEN,
  type Drucksprache,
  MITBRINGEN,
  type Mitbringsel,
  mitbringWort,
  schriftspracheOf,
} from "../../codelisten/index.ts";
import { type Zeile, vermerk } from "../../uebersetzungen/index.ts";
import { EINGEBAUT, type Eingebaut, PLATZHALTER, type Worte } from "../model/brief.ts";
import { type AnPerson, DE, WORTE } from "../model/brief-worte/index.ts";

/** What is still to be brought, what is there already, and what else the Träger wants, in its own words: `text` is "" in German alone. */
export type Dinge = {
  readonly offen: readonly Mitbringsel[];
  readonly da: readonly Mitbringsel[];
  readonly weiteres: readonly Zeile[];
};

/** A letter of the program: `termin` and `tag` are ISO days, `sprache` that of the page behind the German one. */
export type Brief = {
  readonly worte: Worte;
  readonly dinge: Dinge;
  readonly termin: string | null;
  readonly sprache: Drucksprache | null;
  /** Since when the Träger stands for what the page says; null: nobody checked it. ISO. */
  readonly geprueft: string | null;
  readonly tag: string;
};

const zeilen = (text: string): string[] => text.split("\n").filter((one) => one.trim() !== "");
const anPerson = (art: Eingebaut): AnPerson | undefined => (art === "anschreiben" ? undefined : art);
const gefuellt = <T>(gruppen: readonly { readonly titel: string; readonly punkte: readonly T[] }[]) =>
  gruppen.filter(({ punkte }) => punkte.length > 0);

/** A letter of the program as PDF/UA; to the person also in her language, on a page behind. @throws NichtSetzbar */
export function briefPdf(art: Eingebaut, { worte, dinge, termin, sprache, geprueft, tag }: Brief): Buffer {
  const to = anPerson(art);
  const anrede = to === undefined ? "Sehr geehrte Damen und Herren," : `${DE.anrede} ${worte.name},`;
  const name = (one: Mitbringsel) => MITBRINGEN[one].name;
  return typeset(new URL("brief.typ", import.meta.url), {
    schriften: FONTS,
    tag,
    am: tagText(tag),
    titel: worte.betreff === "" ? EINGEBAUT[art].name : worte.betreff,
    traeger: worte.traeger,
    absender: worte.absender,
    anschrift: [worte.empfaenger, ...zeilen(worte.empfaenger_anschrift)],
    sperre: worte.sperre,
    absaetze: [anrede, to === undefined ? "" : DE.beginn[to], ...zeilen(worte.text)].filter((one) => one !== ""),
    termin: [worte.termin_tag, worte.termin_zeit, worte.termin_ort].filter((one) => one !== ""),
    gruppen: gefuellt([
      { titel: DE.mitbringen, punkte: [...dinge.offen.map(name), ...dinge.weiteres.map(({ deutsch }) => deutsch)] },
      { titel: DE.da, punkte: dinge.da.map(name) },
    ]),
    gruss: DE.gruss,
    seite: to === undefined || sprache === null ? null : seiteIn(sprache, to, { worte, dinge, termin, geprueft }),
  });
}

/** What stands on the page in the language of the person; what was typed stands on it as it was typed. */
function seiteIn(
  sprache: Drucksprache,
  to: AnPerson,
  { worte, dinge, termin, geprueft }: Pick<Brief, "worte" | "dinge" | "termin" | "geprueft">,
) {
  const t = WORTE[sprache];
  const { lang, dir } = DRUCKSPRACHEN[sprache];
  const frei = (text: string) => ({ text, ...schriftspracheOf(text, lang) });
  const angabe = (wort: string, tag: string, wert: string) =>
    tag === "" && wert === "" ? [] : [{ wort, tag, wert: wert === "" ? null : frei(wert) }];
  const wochentag = new Intl.DateTimeFormat(lang, { weekday: "long", timeZone: "UTC" });
  const am = termin === null ? "" : wochentag.format(new Date(`${termin}T12:00:00Z`));
  const punkt = (one: Mitbringsel) => ({
    wort: mitbringWort(sprache, one),
    deutsch: lang === "de" ? "" : MITBRINGEN[one].name,
  });
  const eigen = ({ deutsch, text }: Zeile) => ({ wort: text, deutsch });
  const nurDeutsch = ({ text }: Zeile) => text === "";
  return {
    schriften: fontsFor(dir),
    lang,
    dir,
    titel: t.titel[to],
    anrede: t.anrede,
    name: frei(worte.name),
    komma: dir === "rtl" ? "،" : ",",
    beginn: t.beginn[to],
    angaben: [
      ...angabe(t.wann, am, [worte.termin_tag, worte.termin_zeit].filter((one) => one !== "").join(", ")),
      ...angabe(t.wo, "", worte.termin_ort),
    ],
    gruppen: gefuellt([
      {
        titel: t.mitbringen,
        punkte: [...dinge.offen.map(punkt), ...dinge.weiteres.filter((one) => !nurDeutsch(one)).map(eigen)],
      },
      { titel: t.nurDeutsch, punkte: dinge.weiteres.filter(nurDeutsch).map(eigen) },
      { titel: t.da, punkte: dinge.da.map(punkt) },
    ]),
    aufDeutsch: t.aufDeutsch,
    text: [worte.betreff, ...zeilen(worte.text)].filter((one) => one !== "").map(frei),
    gruss: t.gruss,
    absender: [worte.absender, worte.traeger].map(frei),
    ...vermerk({ sprache, eigen: t.nichtGeprueft, traeger: worte.traeger, geprueft }),
  };
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
