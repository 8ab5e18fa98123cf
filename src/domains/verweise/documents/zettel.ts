import { fontsFor, typeset } from "../../../platform/pdf.ts";
import { tagText } from "../../../platform/span.ts";
import { DRUCKSPRACHEN, MITBRINGEN, mitbringWort } from "../../codelisten/index.ts";
import type { Sprache } from "../../einwilligungen/index.ts";
import { vermerk } from "../../uebersetzungen/index.ts";
import type { Organisation } from "../queries/organisationen.ts";
import { DE, WORTE } from "../model/zettel-worte/index.ts";

/** What the slip says beside the words of its language. Days are ISO. */
export type Zettel = {
  readonly organisation: Pick<Organisation, "name" | "anschrift" | "telefon" | "email" | "zeiten" | "mitbringen">;
  readonly angebot: { readonly name: string; readonly zeiten: string | null } | null;
  readonly terminAm: string | null;
  readonly terminUm: string | null;
  readonly traeger: string;
  readonly sprache: Sprache;
  /** Since when the Träger stands for the words in this language; null: nobody checked them. */
  readonly geprueft: string | null;
  readonly tag: string;
};

type Wort = "stelle" | "angebot" | "anschrift" | "telefon" | "email" | "zeiten" | "termin";

const wochentag = (lang: string, tag: string): string =>
  new Intl.DateTimeFormat(lang, { weekday: "long", timeZone: "UTC" }).format(new Date(`${tag}T12:00:00Z`));

/**
 * The slip for a person: where to go, when, what to bring, in her language, each word with the German one beside it for whoever is
 * there. Nothing on it says who she is. PDF/UA-1.
 * @throws NichtSetzbar where a name has a sign that no font has
 */
export function zettelPdf(z: Zettel): Buffer {
  const { organisation: o, angebot, sprache } = z;
  const t = WORTE[sprache];
  const { lang, dir } = DRUCKSPRACHEN[sprache];
  const anders = lang !== "de";
  const angabe = (wort: Wort, wert: string | null | undefined, eigen = false) =>
    wert === null || wert === undefined ? [] : [{ wort: t[wort], deutsch: anders ? DE[wort] : null, wert, eigen }];
  const um = z.terminUm === null ? "" : `, ${z.terminUm}`;
  const termin = z.terminAm === null ? null : `${wochentag(lang, z.terminAm)}, ${tagText(z.terminAm)}${um}`;
  return typeset(new URL("zettel.typ", import.meta.url), {
    schriften: fontsFor(dir),
    tag: z.tag,
    titel: t.titel,
    traeger: z.traeger,
    sprache: lang,
    richtung: dir,
    angaben: [
      ...angabe("stelle", o.name),
      ...angabe("angebot", angebot?.name),
      ...angabe("anschrift", o.anschrift),
      ...angabe("termin", termin, true),
      ...angabe("zeiten", angebot?.zeiten ?? o.zeiten),
      ...angabe("telefon", o.telefon),
      ...angabe("email", o.email),
    ],
    mitbringen: t.mitbringen,
    dinge: o.mitbringen.map((one) => ({
      wort: mitbringWort(sprache, one),
      deutsch: anders ? MITBRINGEN[one].name : null,
    })),
    zeigen: t.zeigen,
    fragen: t.fragen,
    ...vermerk({ sprache, eigen: t.nichtGeprueft, traeger: z.traeger, geprueft: z.geprueft }),
  });
}
