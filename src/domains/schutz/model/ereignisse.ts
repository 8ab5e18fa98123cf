import { ZWECKE } from "../../einwilligungen/model/zwecke.ts";
import { ERNEUERUNG, FREIGABE } from "../../zugang/model/erneuerung.ts";
import { SPRACHEN } from "../../hilfeplan/model/sprachen.ts";
import { STAENDE as EINBUERGERUNG_STAENDE } from "../../einbuergerung/model/stand.ts";
import { STAENDE as AUFTRAG_STAENDE } from "../../gremien/model/auftrag.ts";
import { STAENDE as SITZUNG_STAENDE } from "../../gremien/model/sitzung.ts";
import { STAENDE as LUECKE_STAENDE } from "../../luecken/model/stand.ts";
import { STAENDE as MASSNAHME_STAENDE } from "../../massnahmen/model/stand.ts";
import { VORSCHLAG_STAENDE } from "../../konzept/model/konzept.ts";
import { STAENDE as ZUWEISUNG_STAENDE } from "../../neuzuweisungen/model/stand.ts";
import { STAENDE as REKONSTRUKTION_STAENDE } from "../../rekonstruktion/model/stand.ts";
import { STAENDE as VERWEIS_STAENDE } from "../../verweise/model/stand.ts";
import { rolleOf } from "../../zugang/model/rollen.ts";
import { WORTE } from "./ereignis-worte.ts";

/** The words of an event; one that this program does not know (any more) stands for itself. */
export function ereignis(art: string): string {
  const [wovon = "", was = ""] = art.split(".");
  return WORTE[wovon]?.[was] ?? art;
}

/** What something happened to, in one word. */
const GEGENSTAND: Readonly<Record<string, string>> = {
  person: "Person",
  schutzbedarf: "Person",
  beratung: "Beratung",
  fall: "Fall",
  frist: "Frist",
  termin: "Termin",
  sprechstunde: "Sprechstunde",
  sprachmittler: "Sprachmittler:in",
  sprachmittlung: "Einsatz",
  geraet: "Gerät",
  kalender: "Zugang",
  einwilligung: "Einwilligung",
  dokument: "Dokument",
  briefvorlage: "Briefvorlage",
  mitbringliste: "Mitbringliste",
  formular: "Formular",
  einwilligungstext: "Text",
  verweis: "Verweis",
  einbuergerung: "Einbürgerung",
  zuweisung: "Zugewiesener Haushalt",
  stapel: "Stapel",
  unterkunft: "Unterkunft",
  organisation: "Organisation",
  angebot: "Angebot",
  freigabe: "Freigabe",
  kopie: "Freigabe",
  fallbesprechung: "Fallbesprechung",
  delfin: "Kind bei DELFIN 4",
  delfin_plaetze: "Plätze der Sprachförderung",
  zielgruppe: "Regel der Zielgruppe",
  konto: "Zugang",
  vertretung: "Vertretung",
  team: "Team",
  uebergabe: "Übergabe",
  liste: "Liste",
  uebernahme: "Liste",
  wort: "Wort",
  traeger: "Träger",
  standort: "Standort",
  kommune: "Kommune",
  luecke: "Systemlücke",
  rekonstruktion: "Fallrekonstruktion",
  massnahme: "Maßnahme",
  indikator: "Indikator",
  konzept: "Handlungskonzept",
  gremium: "Gremium",
  gremium_sitzung: "Sitzung eines Gremiums",
  vorlage: "Vorlage eines Gremiums",
  beschluss: "Beschluss",
  auftrag: "Auftrag",
  stelle: "Stelle",
  besetzung: "Besetzung",
  bericht: "Bericht",
  bericht_vorlage: "Vorlage",
  beratungsliste: "Zugang",
  protokoll: "Protokoll",
  sitzung: "Anmeldung",
  kreis: "Kreis",
};

export const gegenstandWort = (art: string): string => GEGENSTAND[art] ?? art;

/** Whose name a subject is: an account's is a member of staff. */
export const istKonto = (art: string): boolean => art === "konto" || art === "beratungsliste";

/** Kinds to choose from. `wovon`: what the events begin with; `geoeffnet` looks at their end instead. */
export const GRUPPEN = [
  { code: "geoeffnet", name: "Akten geöffnet und mitgenommen", wovon: [] },
  {
    code: "akten",
    name: "Beratungen, Personen, Fälle, Listen",
    wovon: [
      "person",
      "schutzbedarf",
      "beratung",
      "fall",
      "frist",
      "termin",
      "sprechstunde",
      "assessment",
      "netzwerk",
      "hilfeplan",
      "fallbesprechung",
      "einwilligung",
      "verweis",
      "einbuergerung",
      "zuweisung",
      "stapel",
      "dokument",
      "freigabe",
      "kopie",
      "delfin",
      "liste",
      "wort",
      "woerter",
    ],
  },
  { code: "vertretung", name: "Vertretung, Team, Übergabe", wovon: ["vertretung", "team", "uebergabe"] },
  { code: "anmeldung", name: "Anmeldungen", wovon: ["anmeldung", "sitzung", "kalender"] },
  { code: "zugang", name: "Zugänge und Rollen", wovon: ["konto", "einladung", "akten", "rolle", "kreis"] },
  {
    code: "verwaltung",
    name: "Verwaltung, Stellen, Berichte, Systemlücken, Gremien",
    wovon: [
      "einwilligungstext",
      "briefvorlage",
      "mitbringliste",
      "organisation",
      "angebot",
      "unterkunft",
      "kommune",
      "traeger",
      "standort",
      "stelle",
      "besetzung",
      "bericht",
      "lieferung",
      "einwohner",
      "zielgruppe",
      "uebersetzung",
      "luecke",
      "rekonstruktion",
      "massnahme",
      "indikator",
      "sprachmittler",
      "sprachmittlung",
      "geraet",
      "konzept",
      "gremium",
      "vorlage",
      "beschluss",
      "auftrag",
      "text",
    ],
  },
] as const;

export const GRUPPE = GRUPPEN.map(({ code }) => code);

/** What the purposes are called that pages write when they open something. */
const ZWECK: Readonly<Record<string, string>> = {
  // How far a meeting and an Auftrag are.
  ...SITZUNG_STAENDE,
  ...AUFTRAG_STAENDE,
  beratung: "zur Beratung",
  bearbeitung: "zum Bearbeiten",
  verlauf: "den Verlauf",
  klaerung: "zur Klärung",
  besprechung: "zur Fallbesprechung",
  frage: "um die Person zu fragen",
  erledigt: "erledigt",
  entfallen: "entfällt",
  schritt: "für den nächsten Schritt",
  assessment: "für das Assessment",
  netzwerk: "für die Netzwerkkarte",
  pruefung: "zur Prüfung",
  hilfeplan: "zum Hilfeplan",
  // In which language a copy was made, or released.
  ...Object.fromEntries(Object.entries(SPRACHEN).map(([code, { name }]) => [code, `auf ${name}`])),
  frist: "nach Frist",
  muendlich: "mündlich gefragt",
  schriftlich: "schriftlich gefragt",
  benannt: "war von Anfang an benannt",
  anschluss: "zu früheren Kontakten",
  familie: "zur Familie",
  lebenslage: "zur Lebenslage",
  luecke: "um eine Systemlücke zu melden",
  aufenthalt: "Aufenthalt",
  leistung: "Leistungen",
  werdegang: "Schule, Arbeit, Kurse",
  schutzbedarf: "Schutzbedarf",
  einwilligung: "zur Einwilligung",
  dokumente: "zu den Dokumenten",
  dokument: "die Angaben",
  vorschau: "den Inhalt",
  herunterladen: "heruntergeladen",
  freigabe: "zur Freigabe",
  link: "über einen Link",
  abh: "an die Ausländerbehörde",
  ebh: "an die Einbürgerungsbehörde",
  brief: "für den Brief zum Widerruf",
  blatt: "für das Blatt zum Unterschreiben",
  verweis: "zum Verweis",
  zettel: "für den Zettel",
  einbuergerung: "zur Einbürgerung",
  // How far a naturalisation is.
  ...EINBUERGERUNG_STAENDE,
  zuweisung: "zum Haushalt",
  stapel: "zum Stapel",
  bearbeiten: "zum Bearbeiten",
  gespraech: "für das Gespräch mit der Familie",
  // What became of a referral.
  ...VERWEIS_STAENDE,
  // How far a household that was assigned is.
  ...ZUWEISUNG_STAENDE,
  // How far a gap in the system is.
  ...REKONSTRUKTION_STAENDE,
  ...MASSNAHME_STAENDE,
  ...LUECKE_STAENDE,
  // What became of a proposed text.
  ...VORSCHLAG_STAENDE,
  ...ZWECKE,
  ...ERNEUERUNG,
  ...FREIGABE,
  totp: "mit der App",
  wiederherstellung: "mit einem Wiederherstellungscode",
  demo: "in der Demo",
};

/** A role that was given or ended stands for itself there, too: its name. */
export function zweckWort(zweck: string | null): string {
  if (zweck === null) return "";
  // Two purposes in one, as of a text for a purpose in a language.
  const worte = zweck.split(" ").flatMap((one) => ZWECK[one] ?? []);
  return worte.length === zweck.split(" ").length ? worte.join(", ") : (rolleOf(zweck)?.name ?? zweck);
}
