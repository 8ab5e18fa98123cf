import { FONTS, fontsFor, typeset } from "../../../platform/pdf.ts";
import { tagText } from "../../../platform/span.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { vermerk } from "../../uebersetzungen/index.ts";
import { type Sprache, brauchtNamen } from "../model/zwecke.ts";
import type { Einwilligung, Weitergegeben } from "../queries/einwilligungen.ts";
import { WORTE } from "../model/worte/index.ts";
import { WIDERRUF } from "../model/worte/widerruf.ts";

type Anlass = {
  readonly e: Einwilligung;
  readonly hinaus: readonly Weitergegeben[];
  readonly sprache: Sprache;
  readonly traeger: string;
  /** Since when the Träger stands for the page in this language; null: nobody checked it. ISO, as `tag`. */
  readonly geprueft: string | null;
  readonly tag: string;
};

/** The letter to the person that she withdrew: German, and behind it a page in her language. @throws NichtSetzbar */
export function bestaetigungPdf({ sprache, traeger, tag, ...anlass }: Anlass): Buffer {
  const sprachen: readonly Sprache[] = sprache === "de" ? ["de"] : ["de", sprache];
  return typeset(new URL("bestaetigung.typ", import.meta.url), {
    schriften: FONTS,
    tag,
    am: tagText(tag),
    titel: WIDERRUF.de.titel,
    traeger,
    person: anlass.e.person?.name ?? "",
    seiten: sprachen.map((one) => seiteIn(one, { ...anlass, traeger }, tag)),
  });
}

function seiteIn(sprache: Sprache, { e, hinaus, traeger, geprueft }: Omit<Anlass, "sprache" | "tag">, tag: string) {
  const { lang, dir } = DRUCKSPRACHEN[sprache];
  const worte = WORTE[sprache];
  const t = WIDERRUF[sprache];
  const am = e.schritte.findLast((one) => one.nach === "widerrufen")?.am ?? tag;
  const empfaenger = worte.empfaenger[e.empfaengerArt];
  const kategorien = (some: Weitergegeben["kategorien"]) => some.map((one) => worte.kategorie[one]).join("; ");
  return {
    schriften: fontsFor(dir),
    lang,
    dir,
    titel: t.titel,
    angaben: [
      { wort: worte.wozu, wert: worte.zweck[e.zweck], name: null },
      { wort: worte.anWen, wert: empfaenger, name: brauchtNamen(e.empfaengerArt) ? e.empfaenger : null },
      { wort: worte.angaben, wert: kategorien(e.kategorien), name: null },
    ],
    // The day stands in its own direction: the sentence comes in the pieces around it.
    amTag: t.amTag.split("{tag}"),
    am: tagText(am),
    abJetzt: t.abJetzt,
    bekommen: t.bekommen,
    hinaus: hinaus.map((one) => ({ am: tagText(one.am), was: kategorien(one.kategorien) })),
    schluss: [t.bisher, t.weiter],
    ...vermerk({ sprache, eigen: t.nichtGeprueft, traeger, geprueft }),
  };
}
