import { fontsFor, typeset } from "../../../platform/pdf.ts";
import { DRUCKSPRACHEN, type Drucksprache } from "../../codelisten/index.ts";
import { vermerk } from "../../uebersetzungen/index.ts";
import { GRUPPE, SATZBUCH, saetzeOf } from "../model/satzbuch/index.ts";

/** What the sheet says beside its sentences; since when the Träger stands for them (null: nobody did); days are ISO. */
export type Blatt = {
  readonly sprache: Drucksprache;
  readonly traeger: string;
  readonly geprueft: string | null;
  readonly tag: string;
};

/** The phrase book in one language as PDF/UA-1, the German sentence above each. */
export function satzbuchPdf({ sprache, traeger, geprueft, tag }: Blatt): Buffer {
  const buch = SATZBUCH[sprache];
  const { lang, dir } = DRUCKSPRACHEN[sprache];
  return typeset(new URL("satzbuch.typ", import.meta.url), {
    schriften: fontsFor(dir),
    tag,
    titel: buch.titel,
    traeger,
    sprache: lang,
    richtung: dir,
    deutsch: sprache !== "de",
    gruppen: GRUPPE.map((gruppe) => ({
      titel: buch.gruppen[gruppe],
      saetze: saetzeOf(gruppe).map((satz) => ({ satz: buch.saetze[satz], deutsch: SATZBUCH.de.saetze[satz] })),
    })),
    ...vermerk({ sprache, eigen: buch.nichtGeprueft, traeger, geprueft }),
  });
}
