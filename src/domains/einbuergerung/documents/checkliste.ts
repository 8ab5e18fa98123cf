import { fontsFor, typeset } from "../../../platform/pdf.ts";
import { tagText } from "../../../platform/span.ts";
import { DRUCKSPRACHEN, type Drucksprache } from "../../codelisten/index.ts";
import { vermerk } from "../../uebersetzungen/index.ts";
import { BLATT, themaOf } from "../model/blatt/index.ts";
import { LICHTER, WORTLAUT, isAmpel, quelleText, zuPruefenText } from "../model/regel.ts";
import type { Blatt } from "./blatt.ts";

/**
 * The checklist as a sheet for the person, in one of the languages: each condition with what it asks, what the file says, its source and
 * the day. The sentences of the law stay German, whoever reads them. It does not say who she is. PDF/UA-1.
 * @throws NichtSetzbar where a word has a sign that no font has
 */
export function checklistePdf(
  { weg, papiere, behoerde, wartezeit, traeger, geprueft, tag }: Blatt,
  sprache: Drucksprache,
): Buffer {
  const { lang, dir } = DRUCKSPRACHEN[sprache];
  const t = BLATT[sprache];
  const deutsch = sprache === "de";
  const { name, paragraf, art } = weg.perspektive;
  return typeset(new URL("checkliste.typ", import.meta.url), {
    schriften: fontsFor(dir),
    lang,
    dir,
    tag,
    tagText: tagText(tag),
    titel: deutsch ? `${name} (${paragraf})` : t.titel[art],
    amtlich: deutsch ? null : `${name} (${paragraf})`,
    texte: t,
    ...vermerk({ sprache, eigen: t.nichtGeprueft, traeger, geprueft }),
    traeger,
    wortlaut: [WORTLAUT, zuPruefenText(weg.perspektive.zuPruefen)].filter((one) => one !== null).join(" "),
    behoerde,
    wartezeit,
    punkte: weg.punkte.map(({ regel, befund }) => {
      const licht = isAmpel(befund.licht) ? befund.licht : undefined;
      const weil = licht === undefined ? null : befund.weil;
      return {
        worum: deutsch ? null : t.themen[themaOf(regel.bedingung)],
        licht: deutsch || licht === undefined ? null : t.licht[licht],
        name: regel.name,
        stand: licht === undefined ? null : LICHTER[licht].text,
        weil,
        satz: regel.satz,
        quelle: quelleText(regel),
        offen: zuPruefenText(regel.zuPruefen),
      };
    }),
    papiere: papiere.map((papier) => ({ name: papier.name, stand: papier.text })),
  });
}
