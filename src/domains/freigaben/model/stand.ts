import { tagText } from "../../../platform/span.ts";
import type { Zweck } from "../../einwilligungen/model/zwecke.ts";

/** To whom a copy goes. */
export const ARTEN = {
  abh: "Ausländerbehörde",
  ebh: "Einbürgerungsbehörde",
  traeger: "anderer Träger",
  link: "Stelle ohne Zugang zu KIM",
} as const;
export type Art = keyof typeof ARTEN;
export const ART = ["abh", "ebh", "traeger", "link"] as const satisfies readonly Art[];

/** What is done, on the link that begins it. */
export const VORHABEN: Readonly<Record<Art, string>> = {
  abh: "Fallbesprechung mit der Ausländerbehörde anfragen",
  ebh: "Fallbesprechung mit der Einbürgerungsbehörde anfragen",
  traeger: "Übergabe an einen anderen Träger anbieten",
  link: "Link für eine Stelle ohne Zugang",
};

/** What it is called on its own page. */
export const TITEL: Readonly<Record<Art, string>> = {
  abh: "Fallbesprechung mit der Ausländerbehörde",
  ebh: "Fallbesprechung mit der Einbürgerungsbehörde",
  traeger: "Übergabe an einen anderen Träger",
  link: "Link für eine Stelle ohne Zugang",
};

/**
 * How far it is before anything went out. A Fallbesprechung is asked for on the side of the file: the authority learns of it with the
 * copy that the person agreed to, and not before (0070).
 */
export const VORHER: Readonly<Record<Art, string>> = {
  abh: "Fallbesprechung angefragt",
  ebh: "Fallbesprechung angefragt",
  traeger: "vorbereitet, nicht freigegeben",
  link: "vorbereitet, nicht freigegeben",
};
export const isAngefragt = (art: Art, stand: Stand | null): boolean =>
  stand === null && (art === "abh" || art === "ebh");

/** For which purpose a consent has to be there. */
export const ZWECK = {
  abh: "behoerde",
  ebh: "behoerde",
  traeger: "uebergabe",
  link: "weitergabe",
} as const satisfies Readonly<Record<Art, Zweck>>;

export const STAENDE = {
  freigegeben: "freigegeben",
  termin: "Termin vereinbart",
  ergebnis: "Ergebnis da",
  angeboten: "angeboten",
  rueckfrage: "Rückfrage gestellt",
  angenommen: "angenommen",
  abgelehnt: "abgelehnt",
  gesendet: "Link gegeben",
  beantwortet: "beantwortet",
  erledigt: "erledigt",
} as const;
export type Stand = keyof typeof STAENDE;
export const STAND = [
  "freigegeben",
  "termin",
  "ergebnis",
  "angeboten",
  "rueckfrage",
  "angenommen",
  "abgelehnt",
  "gesendet",
  "beantwortet",
  "erledigt",
] as const satisfies readonly Stand[];

export type Seite = "geber" | "empfaenger";

/** From where to where, and who takes the step. The database has the same table (db/code/freigabe.sql), and a test compares them. */
const BEHOERDE: readonly (readonly [Stand, Stand, Seite])[] = [
  ["freigegeben", "termin", "empfaenger"],
  ["freigegeben", "ergebnis", "empfaenger"],
  ["termin", "termin", "empfaenger"],
  // A day that does not hold any more: it waits for one again.
  ["termin", "freigegeben", "empfaenger"],
  ["termin", "ergebnis", "empfaenger"],
  ["ergebnis", "ergebnis", "empfaenger"],
  ["freigegeben", "erledigt", "geber"],
  ["termin", "erledigt", "geber"],
  ["ergebnis", "erledigt", "geber"],
];
const WEGE: Readonly<Record<Art, readonly (readonly [Stand, Stand, Seite])[]>> = {
  abh: BEHOERDE,
  ebh: BEHOERDE,
  traeger: [
    ["angeboten", "rueckfrage", "empfaenger"],
    ["rueckfrage", "angeboten", "geber"],
    ["angeboten", "angenommen", "empfaenger"],
    ["rueckfrage", "angenommen", "empfaenger"],
    ["angeboten", "abgelehnt", "empfaenger"],
    ["rueckfrage", "abgelehnt", "empfaenger"],
  ],
  link: [
    ["gesendet", "beantwortet", "empfaenger"],
    ["beantwortet", "beantwortet", "empfaenger"],
    ["gesendet", "erledigt", "geber"],
    ["beantwortet", "erledigt", "geber"],
  ],
};

export const geht = (art: Art, von: Stand, nach: Stand, seite: Seite): boolean =>
  WEGE[art].some(([a, b, wer]) => a === von && b === nach && wer === seite);

/** What is said where it does not go there any more. */
export const VORBEI = "Das geht hier nicht mehr. Sehen Sie nach, was inzwischen geschehen ist.";

/** Where a copy begins. */
export const ANFANG: Readonly<Record<Art, Stand>> = {
  abh: "freigegeben",
  ebh: "freigegeben",
  traeger: "angeboten",
  link: "gesendet",
};

export const GESPERRT = {
  zurueckgezogen: "zurückgezogen",
  widerruf: "gesperrt: Einwilligung widerrufen",
  versuche: "gesperrt: zu viele falsche Codes",
  abgelaufen: "abgelaufen",
} as const;
export type Sperrgrund = keyof typeof GESPERRT;
export const SPERRGRUND = [
  "zurueckgezogen",
  "widerruf",
  "versuche",
  "abgelaufen",
] as const satisfies readonly Sperrgrund[];

/** What happened to a copy. */
export const SCHRITTE = {
  gesendet: "freigegeben",
  geoeffnet: "geöffnet",
  termin: "Termin",
  abgesagt: "Termin abgesagt",
  ergebnis: "Ergebnis",
  rueckfrage: "Rückfrage",
  antwort: "Antwort auf die Rückfrage",
  angenommen: "angenommen",
  warteliste: "auf die Warteliste gesetzt",
  abgelehnt: "abgelehnt",
  erledigt: "erledigt",
  gesperrt: "gesperrt",
} as const;
export type Schrittart = keyof typeof SCHRITTE;
export const SCHRITTART = [
  "gesendet",
  "geoeffnet",
  "termin",
  "abgesagt",
  "ergebnis",
  "rueckfrage",
  "antwort",
  "angenommen",
  "warteliste",
  "abgelehnt",
  "erledigt",
  "gesperrt",
] as const satisfies readonly Schrittart[];

/** A step with the day that belongs to it: "Termin am 07.12.2026", "Ergebnis, bis 22.12.2026". */
export const schrittText = (art: Schrittart, tag: string | null): string =>
  tag === null ? SCHRITTE[art] : `${SCHRITTE[art]}${art === "ergebnis" ? ", bis" : " am"} ${tagText(tag)}`;

/** So often a wrong code may be tried before the link is over. */
export const VERSUCHE = 5;
/** How long a copy holds by itself, and at most, in days. */
export const FRIST: Readonly<Record<Art, number>> = { abh: 90, ebh: 180, traeger: 21, link: 30 };
export const LAENGSTENS = 365;
