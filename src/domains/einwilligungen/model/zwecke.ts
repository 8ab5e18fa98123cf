import { DRUCKSPRACHEN, type Drucksprache } from "../../codelisten/model/druck-sprachen.ts";

/**
 * What a consent can be about. One consent has one purpose, one recipient and the kinds of data that it names; blanket forms are
 * void. Counselling itself needs none: whoever says no to all of this is counselled as before.
 */
export const ZWECKE = {
  begleitung: "Begleitung im Case Management",
  weitergabe: "Weitergabe an eine andere Stelle",
  behoerde: "Gespräch mit der Ausländer- oder Einbürgerungsbehörde",
  uebergabe: "Übergabe an einen anderen Träger",
  konferenz: "Fallkonferenz mit anderen Stellen",
  evaluation: "Auswertung durch eine wissenschaftliche Stelle",
} as const;
export type Zweck = keyof typeof ZWECKE;
export const ZWECK = [
  "begleitung",
  "weitergabe",
  "behoerde",
  "uebergabe",
  "konferenz",
  "evaluation",
] as const satisfies readonly Zweck[];

/**
 * What is asked for today. Nothing goes to researchers (figures name nobody), so nobody is asked whether it may: agreeing would change
 * nothing, and refusing neither. What was agreed to before stays readable and can be withdrawn.
 */
export const ANGEBOTEN: readonly Zweck[] = ZWECK.filter((one) => one !== "evaluation");

export const EMPFAENGER = {
  eigener_traeger: "der eigene Träger",
  traeger: "ein anderer Träger",
  auslaenderbehoerde: "die Ausländerbehörde",
  einbuergerungsbehoerde: "die Einbürgerungsbehörde",
  amt: "ein anderes Amt",
  jobcenter: "Jobcenter oder Agentur für Arbeit",
  kita_schule: "Kita oder Schule",
  gesundheit: "Praxis, Klinik oder Gesundheitsdienst",
  beratungsstelle: "eine andere Beratungsstelle",
  andere: "jemand anderes",
} as const;
export type EmpfaengerArt = keyof typeof EMPFAENGER;
export const EMPFAENGER_ART = [
  "eigener_traeger",
  "traeger",
  "auslaenderbehoerde",
  "einbuergerungsbehoerde",
  "amt",
  "jobcenter",
  "kita_schule",
  "gesundheit",
  "beratungsstelle",
  "andere",
] as const satisfies readonly EmpfaengerArt[];

/** To whom a purpose can lead at all. */
const ERLAUBT: Readonly<Record<Zweck, readonly EmpfaengerArt[]>> = {
  begleitung: ["eigener_traeger"],
  weitergabe: ["traeger", "amt", "jobcenter", "kita_schule", "gesundheit", "beratungsstelle", "andere"],
  behoerde: ["auslaenderbehoerde", "einbuergerungsbehoerde"],
  uebergabe: ["traeger"],
  konferenz: ["traeger", "amt", "jobcenter", "kita_schule", "gesundheit", "beratungsstelle", "andere"],
  evaluation: ["andere"],
};

export const empfaengerZu = (zweck: Zweck): readonly EmpfaengerArt[] => ERLAUBT[zweck];

/** Whether the kind alone does not say who it is. */
export const brauchtNamen = (art: EmpfaengerArt): boolean =>
  art !== "eigener_traeger" && art !== "auslaenderbehoerde" && art !== "einbuergerungsbehoerde";

/**
 * The kinds of data, as they are named to the person. Those of Art. 9 DSGVO have to be named one by one; they are the last ones
 * here and stand apart on the page.
 */
export const KATEGORIEN = {
  kontakt: "Name und wie man Sie erreicht",
  familie: "Familie und Haushalt",
  sprache: "Sprachen",
  herkunft: "Staatsangehörigkeit und Herkunft",
  aufenthalt: "Aufenthalt",
  lebensunterhalt: "Lebensunterhalt",
  bildung_arbeit: "Schule, Ausbildung und Arbeit",
  wohnen: "Wohnen",
  verlauf: "Hilfeplan und Verlauf der Beratung",
  gesundheit: "Gesundheit",
  schutzbedarf: "besonderer Schutzbedarf",
} as const;
export type Kategorie = keyof typeof KATEGORIEN;
export const KATEGORIE = [
  "kontakt",
  "familie",
  "sprache",
  "herkunft",
  "aufenthalt",
  "lebensunterhalt",
  "bildung_arbeit",
  "wohnen",
  "verlauf",
  "gesundheit",
  "schutzbedarf",
] as const satisfies readonly Kategorie[];

const BESONDERE: ReadonlySet<Kategorie> = new Set(["herkunft", "gesundheit", "schutzbedarf"]);
/** Whether the law wants it named by itself (Art. 9 DSGVO, § 11 KDG, § 13 DSG-EKD). */
export const isBesonders = (kategorie: Kategorie): boolean => BESONDERE.has(kategorie);

export const RECHTSRAHMEN = { dsgvo: "DSGVO", kdg: "KDG", dsg_ekd: "DSG-EKD" } as const;
export type Rechtsrahmen = keyof typeof RECHTSRAHMEN;
export const RAHMEN = ["dsgvo", "kdg", "dsg_ekd"] as const satisfies readonly Rechtsrahmen[];

/** How it is given. */
export const FORMEN = {
  papier: "auf Papier, unterschrieben",
  bildschirm: "auf dem Bildschirm unterschrieben",
  muendlich: "mündlich, jemand war dabei",
} as const;
export type Form = keyof typeof FORMEN;
export const FORM = ["papier", "bildschirm", "muendlich"] as const satisfies readonly Form[];

/** KDG § 8 (2) wants writing; what is drawn on a screen is none (§ 126 BGB). The other two take any proof. */
export const bildschirmErlaubt = (rahmen: Rechtsrahmen): boolean => rahmen !== "kdg";

/** KDG § 8 and DSG-EKD § 11 know the spoken consent as an exception only; here it is taken where the law treats all forms alike. */
export const muendlichErlaubt = (rahmen: Rechtsrahmen): boolean => rahmen === "dsgvo";

/** The languages that texts are kept in. They name themselves. */
export { DRUCKSPRACHE as SPRACHE, type Drucksprache as Sprache } from "../../codelisten/model/druck-sprachen.ts";
export const eigenName = (sprache: Drucksprache): string => DRUCKSPRACHEN[sprache].eigen;

/** How something leaves a file. */
export const WEGE = {
  verweis: "bei einem Verweis",
  kopie: "als Kopie",
  konferenz: "für eine Fallkonferenz",
  ausgabe: "als Datei",
  evaluation: "für eine Auswertung",
} as const;
export type Weg = keyof typeof WEGE;
export const WEG = ["verweis", "kopie", "konferenz", "ausgabe", "evaluation"] as const satisfies readonly Weg[];
