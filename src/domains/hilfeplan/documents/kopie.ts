import { fontsFor, typeset } from "../../../platform/pdf.ts";
import { tagText } from "../../../platform/span.ts";
import type { Plan, PlanSchritt, StandZeile } from "../model/plan.ts";
import { schriftspracheOf } from "../../codelisten/index.ts";
import { vermerk } from "../../uebersetzungen/index.ts";
import { SPRACHEN, type Sprache } from "../model/sprachen.ts";

const TEMPLATE = new URL("hilfeplan.typ", import.meta.url);

/** Everything that a copy says, beside the words of its language. Days are ISO. */
export type Kopie = {
  readonly plan: Plan;
  readonly staende: ReadonlyMap<string, StandZeile>;
  readonly person: string;
  readonly aktenzeichen: string;
  readonly stelle: string;
  readonly ansprechperson: string;
  /** When both look at the plan again. */
  readonly ueberpruefungAm: string | null;
  /** German names of Handlungsfelder, for one that the language has no word for. */
  readonly felder: ReadonlyMap<string, string>;
  /** The ISO day on which the Träger released the words of this language; null where it did not. */
  readonly geprueft: string | null;
  readonly sperre: boolean;
  readonly gedruckt: string;
};

type Frei = { readonly text: string; readonly lang: string; readonly dir: string };

/** The day of the week in a language; the day itself stands in digits, as on every German letter that it is compared with. */
const wochentagIn = (lang: string): ((tag: string) => string) => {
  const format = new Intl.DateTimeFormat(lang, { weekday: "long", timeZone: "UTC" });
  return (tag) => format.format(new Date(`${tag}T12:00:00Z`));
};

function schrittDaten(
  s: PlanSchritt,
  zeile: StandZeile | undefined,
  frei: (text: string) => Frei,
  wochentag: (tag: string) => string,
) {
  const stand = zeile?.stand ?? "offen";
  return {
    was: frei(s.was),
    wer: s.wer,
    werName: s.werName === null ? null : frei(s.werName),
    bis: s.bis === null ? null : tagText(s.bis),
    wochentag: s.bis === null ? "" : wochentag(s.bis),
    stand,
    am: zeile === undefined || stand === "offen" ? null : tagText(zeile.am),
  };
}

/** What stands at the top: for whom, from whom, which version, and the days. */
function angabenOf(k: Kopie, sprache: Sprache, frei: (text: string) => Frei, wochentag: (tag: string) => string) {
  const { texte: t } = SPRACHEN[sprache];
  const tag = (wort: string, am: string | null) =>
    am === null ? [] : [{ art: "tag", wort, wert: tagText(am), wochentag: wochentag(am) }];
  return [
    { art: "frei", wort: t.fuer, wert: frei(k.person) },
    { art: "zahl", wort: t.aktenzeichen, wert: k.aktenzeichen },
    { art: "frei", wort: t.stelle, wert: frei(k.stelle) },
    { art: "frei", wort: t.ansprechperson, wert: frei(k.ansprechperson) },
    { art: "zahl", wort: t.fassung, wert: String(k.plan.fassung) },
    ...tag(t.vereinbartAm, k.plan.vereinbartAm),
    ...tag(t.ueberpruefungAm, k.ueberpruefungAm),
  ];
}

/**
 * The copy of a plan for its person, as tagged PDF/UA-1 in one of the languages.
 * @throws NichtSetzbar where somebody wrote a sign that no font has
 */
export function kopiePdf(k: Kopie, sprache: Sprache): Buffer {
  const { lang, dir, texte: t } = SPRACHEN[sprache];
  const frei = (text: string): Frei => ({ text, ...schriftspracheOf(text, lang) });
  const wochentag = wochentagIn(lang);
  return typeset(TEMPLATE, {
    schriften: fontsFor(dir),
    lang,
    dir,
    leicht: sprache === "de_leicht",
    texte: t,
    stelle: frei(k.stelle),
    aktenzeichen: k.aktenzeichen,
    entwurf: k.plan.vereinbartAm === null,
    sperre: k.sperre,
    ...vermerk({ sprache, eigen: t.ungeprueft, traeger: k.stelle, geprueft: k.geprueft }),
    angaben: angabenOf(k, sprache, frei, wochentag),
    ziele: k.plan.ziele.map((ziel, i) => {
      const nummer = (text: string) => text.replace("{n}", String(i + 1));
      const feld = t.felder[ziel.handlungsfeld] ?? k.felder.get(ziel.handlungsfeld) ?? "";
      return {
        titel: `${nummer(t.ziel)}: ${feld}`,
        untertitel: nummer(t.schritte),
        ziel: frei(ziel.ziel),
        schritte: ziel.schritte.map((s) => schrittDaten(s, k.staende.get(s.faden), frei, wochentag)),
      };
    }),
    bemerkung: k.plan.bemerkung === null ? null : frei(k.plan.bemerkung),
    gedruckt: k.gedruckt,
    gedrucktText: tagText(k.gedruckt),
  });
}
