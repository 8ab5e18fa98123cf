import { typeset, FONTS } from "../../../platform/pdf.ts";
import { tagText } from "../../../platform/span.ts";
import { LICHTER, isAmpel, quelleText } from "../model/regel.ts";
import { HINWEIS_BLATT, type Blatt } from "./blatt.ts";

/**
 * The checklist as a sheet for the person, in German: each condition with what the file says, its source and the day. It does not say
 * who she is. PDF/UA-1.
 * @throws NichtSetzbar where a word has a sign that no font has
 */
export const checklistePdf = ({ weg, papiere, behoerde, wartezeit, traeger, tag }: Blatt): Buffer =>
  typeset(new URL("checkliste.typ", import.meta.url), {
    schriften: FONTS,
    tag,
    tagText: tagText(tag),
    titel: `${weg.perspektive.name} (${weg.perspektive.paragraf})`,
    hinweis: HINWEIS_BLATT,
    traeger,
    behoerde,
    wartezeit,
    punkte: weg.punkte.map(({ regel, befund }) => ({
      name: regel.name,
      stand: isAmpel(befund.licht) ? LICHTER[befund.licht].text : null,
      weil: isAmpel(befund.licht) ? befund.weil : null,
      satz: regel.satz,
      quelle: quelleText(regel),
    })),
    papiere: papiere.map(({ name, text }) => ({ name, stand: text })),
  });
