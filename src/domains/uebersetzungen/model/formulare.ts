import { DRUCKSPRACHE, type Drucksprache } from "../../codelisten/model/druck-sprachen.ts";
import { mitbringWort } from "../../codelisten/model/mitbringen-worte.ts";
import { MITBRINGSEL } from "../../codelisten/model/mitbringen.ts";
import { WORTE as BRIEF } from "../../dokumente/model/brief-worte/index.ts";
import { BLATT } from "../../einbuergerung/model/blatt/index.ts";
import { WORTE as EINWILLIGUNG } from "../../einwilligungen/model/worte/index.ts";
import { WIDERRUF } from "../../einwilligungen/model/worte/widerruf.ts";
import { FRAGEBOGEN } from "../../faelle/model/fragebogen.ts";
import { SPRACHEN } from "../../hilfeplan/model/sprachen.ts";
import { SATZBUCH } from "../../verstaendigung/model/satzbuch/index.ts";
import { WORTE as ZETTEL } from "../../verweise/model/zettel-worte/index.ts";
import { type Zeile, nebeneinander } from "./zeilen.ts";

type FormularDef = { readonly name: string; readonly worte: (sprache: Drucksprache) => unknown };

const mitbringen = (sprache: Drucksprache) => MITBRINGSEL.map((one) => mitbringWort(sprache, one));

/** Everything that the program says to a person in another language. A new one stands here, or its test finds it. */
export const FORMULARE = {
  hilfeplan: { name: "Kopie des Hilfeplans", worte: (one) => SPRACHEN[one].texte },
  einwilligung: { name: "Einwilligung: die Wörter um den Text", worte: (one) => EINWILLIGUNG[one] },
  widerruf: { name: "Bestätigung eines Widerrufs", worte: (one) => WIDERRUF[one] },
  brief: { name: "Briefe an die Person", worte: (one) => BRIEF[one] },
  mitbringen: { name: "Was mitzubringen ist", worte: mitbringen },
  zettel: { name: "Zettel zu einem Verweis", worte: (one) => ZETTEL[one] },
  einbuergerung: { name: "Blatt zu Bleiben und Einbürgerung", worte: (one) => BLATT[one] },
  satzbuch: { name: "Satzbuch", worte: (one) => SATZBUCH[one] },
  zufriedenheit: { name: "Frage nach der Zufriedenheit", worte: (one) => FRAGEBOGEN[one] },
} as const satisfies Readonly<Record<string, FormularDef>>;

export type Formular = keyof typeof FORMULARE;

/** In the order of the page. */
export const FORMULAR = [
  "hilfeplan",
  "einwilligung",
  "widerruf",
  "brief",
  "mitbringen",
  "zettel",
  "einbuergerung",
  "satzbuch",
  "zufriedenheit",
] as const satisfies readonly Formular[];

/** German is what the program says; every other language is a translation that a Träger releases. */
export const UEBERSETZT: readonly Drucksprache[] = DRUCKSPRACHE.filter((one) => one !== "de");

/** Everything that a form says, in German and beside it in a language. */
export const zeilenOf = (formular: Formular, sprache: Drucksprache): readonly Zeile[] =>
  nebeneinander(FORMULARE[formular].worte("de"), FORMULARE[formular].worte(sprache));
