import { tagText } from "../../../platform/span.ts";
import { FONTS, fontsFor, typeset } from "../../../platform/pdf.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { vermerk } from "../../uebersetzungen/index.ts";
import type { Einwilligung, Weitergegeben } from "../queries/einwilligungen.ts";
import type { EinwilligungText } from "../queries/texte.ts";
import { gedruckteSprache } from "../model/einwilligung.ts";
import { svgOf } from "../model/unterschrift.ts";
import { brauchtNamen, KATEGORIEN, type Sprache, WEGE, ZWECKE } from "../model/zwecke.ts";
import { WORTE } from "../model/worte/index.ts";

type Anlass = {
  readonly e: Einwilligung;
  /** The text in German. */
  readonly text: EinwilligungText;
  readonly uebersetzungen: ReadonlyMap<Sprache, EinwilligungText>;
  readonly sprache: Sprache;
  readonly traeger: string;
  /** Since when the Träger stands for the words around the text in this language; null: nobody checked them. ISO, as `tag`. */
  readonly geprueft: string | null;
  readonly tag: string;
};

/**
 * The sheet to sign, in the language of the person. Where the text is not released in it the whole sheet is German, and begins with a
 * sentence in that language that says so: nobody signs half a translation.
 */
export function blattPdf({ e, text, uebersetzungen, sprache, traeger, geprueft, tag }: Anlass): Buffer {
  const gedruckt = gedruckteSprache(sprache, [...uebersetzungen.keys()]);
  const worte = WORTE[gedruckt];
  const wortlaut = uebersetzungen.get(gedruckt) ?? text;
  const empfaenger = worte.empfaenger[e.empfaengerArt];
  return typeset(new URL("blatt.typ", import.meta.url), {
    schriften: fontsFor(DRUCKSPRACHEN[gedruckt].dir),
    tag,
    titel: worte.titel,
    traeger,
    person: e.person?.name ?? "",
    sprache: DRUCKSPRACHEN[gedruckt].lang,
    richtung: DRUCKSPRACHEN[gedruckt].dir,
    angaben: [
      [worte.wozu, worte.zweck[e.zweck]],
      [
        worte.anWen,
        brauchtNamen(e.empfaengerArt) && e.empfaenger !== null ? `${empfaenger}: ${e.empfaenger}` : empfaenger,
      ],
      [worte.angaben, e.kategorien.map((one) => worte.kategorie[one]).join("; ")],
      [worte.gilt, e.gueltigBis === null ? worte.bisWiderruf : tagText(e.gueltigBis)],
    ],
    hinweis: gedruckt === sprache ? null : WORTE[sprache].nurDeutsch,
    wortlaut: wortlaut.wortlaut,
    textsprache: DRUCKSPRACHEN[wortlaut.sprache].lang,
    textrichtung: DRUCKSPRACHEN[wortlaut.sprache].dir,
    unterschrift: e.unterschrift === null ? null : svgOf(e.unterschrift),
    gegeben: e.gueltigAb === null ? "" : tagText(e.gueltigAb),
    unterschriften: [worte.ortDatum, worte.person, worte.sorge, worte.kind, worte.erklaert],
    ...vermerk({ sprache: gedruckt, eigen: worte.nichtGeprueft, traeger, geprueft }),
    fuss: `${traeger} · Fassung ${text.fassung}`,
  });
}

type Widerruf = {
  readonly e: Einwilligung;
  readonly hinaus: readonly Weitergegeben[];
  readonly traeger: string;
  readonly tag: string;
};

/** The letter to whoever got something on a consent that was withdrawn (Art. 19 DSGVO). */
export function briefPdf({ e, hinaus, traeger, tag }: Widerruf): Buffer {
  const am = e.schritte.findLast((one) => one.nach === "widerrufen")?.am ?? tag;
  return typeset(new URL("brief.typ", import.meta.url), {
    schriften: FONTS,
    tag,
    am: tagText(tag),
    titel: "Eine Einwilligung wurde widerrufen",
    traeger,
    empfaenger: e.empfaenger ?? WORTE.de.empfaenger[e.empfaengerArt],
    absaetze: [
      `${e.person?.name ?? "Die Person"} hat am ${tagText(am)} die Einwilligung „${ZWECKE[e.zweck]}“ widerrufen. Auf sie hin haben Sie von uns bekommen:`,
    ],
    hinaus: hinaus.map(
      (one) =>
        `am ${tagText(one.am)}, ${WEGE[one.art]}: ${one.kategorien.map((kategorie) => KATEGORIEN[kategorie]).join(", ")}`,
    ),
    schluss: [
      "Bitte verwenden Sie diese Angaben nicht weiter, soweit Sie sie nicht aus einem anderen Rechtsgrund behalten müssen, und löschen Sie, was Sie nicht mehr brauchen.",
      "Was bis zum Widerruf geschah, bleibt rechtmäßig.",
    ],
  });
}
