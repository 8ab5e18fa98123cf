import { ERNEUERUNG, FREIGABE } from "../../zugang/model/erneuerung.ts";
import { rolleOf } from "../../zugang/model/rechte.ts";

/** What happened, in words: of every event that is written, by its code. */
const WORTE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  person: {
    geoeffnet: "Person geöffnet",
    angelegt: "Person angelegt",
    geaendert: "Person geändert",
    uebergeben: "Person übergeben",
  },
  beratung: {
    geoeffnet: "Beratung geöffnet",
    erfasst: "Beratung erfasst",
    korrigiert: "Beratung korrigiert",
    zurueckgezogen: "Beratung zurückgezogen",
    wiederhergestellt: "Rückzug einer Beratung aufgehoben",
  },
  fall: {
    geoeffnet: "Fall geöffnet",
    angelegt: "Fall angelegt",
    geaendert: "Angaben zu einem Fall geändert",
    weiter: "Fall in die nächste Phase gebracht",
  },
  beratungsliste: { geoeffnet: "Eigene Beratungen als Datei mitgenommen" },
  liste: {
    hochgeladen: "Alte Liste hochgeladen",
    entschieden: "Wörter einer Liste entschieden",
    uebernommen: "Liste übernommen",
    verworfen: "Liste verworfen",
    wieder_geoeffnet: "Liste wieder geöffnet",
    zurueckgenommen: "Liste zurückgenommen",
  },
  wort: { entschieden: "Wort entschieden" },
  woerter: { uebernommen: "Wortliste übernommen" },
  protokoll: { geoeffnet: "Protokoll gelesen" },
  anmeldung: { erfolgt: "Angemeldet", gescheitert: "Anmeldung gescheitert" },
  sitzung: { beendet: "Abgemeldet", gesperrt: "Gesperrt", entsperrt: "Entsperrt" },
  konto: {
    angelegt: "Zugang angelegt",
    eingeladen: "Eingeladen",
    geaendert: "Zugang geändert",
    deaktiviert: "Zugang gesperrt",
    zurueckgesetzt: "Zugang zurückgesetzt",
    wieder_geoeffnet: "Zugang wieder geöffnet",
    vorgegeben: "Erster Zugang vorgegeben",
    passwort_geaendert: "Passwort geändert",
    zweiter_faktor_eingerichtet: "Zweiter Faktor eingerichtet",
    sitzungen_beendet: "Andere Anmeldungen beendet",
    codes_erneuert: "Wiederherstellungscodes erneuert",
  },
  vertretung: {
    gegeben: "Vertretung selbst eingetragen",
    angeordnet: "Vertretung angeordnet",
    bestaetigt: "Vertretung bestätigt",
    beendet: "Vertretung beendet",
  },
  team: {
    gegruendet: "Team angelegt",
    aufgenommen: "In ein Team aufgenommen",
    bestaetigt: "Mitglied eines Teams bestätigt",
    verlassen: "Aus einem Team genommen",
    beendet: "Team beendet",
  },
  uebergabe: {
    gegeben: "Übergabe eingetragen",
    angeordnet: "Übergabe angeordnet",
    bestaetigt: "Übergabe bestätigt",
    zurueckgenommen: "Übergabe zurückgenommen",
    getan: "Übergabe ausgeführt",
  },
  einladung: { angenommen: "Einladung angenommen" },
  akten: { geschlossen: "Akten eines Zugangs geschlossen", freigegeben: "Akten eines Zugangs wieder geöffnet" },
  rolle: { vergeben: "Rolle gegeben", beendet: "Rolle beendet", zugestimmt: "Rolle zugestimmt" },
  kreis: { eingerichtet: "Kreis eingerichtet" },
  kommune: { angelegt: "Kommune angelegt", geaendert: "Kommune geändert" },
  traeger: {
    angelegt: "Träger angelegt",
    geaendert: "Träger geändert",
    stillgelegt: "Träger stillgelegt",
    wieder_geoeffnet: "Träger wieder geöffnet",
  },
  standort: {
    angelegt: "Standort angelegt",
    geaendert: "Standort geändert",
  },
  stelle: {
    angelegt: "Stelle angelegt",
    geaendert: "Stelle geändert",
    entfernt: "Stelle entfernt",
    vakanz_begruendet: "Vakanz begründet",
  },
  besetzung: {
    angelegt: "Stelle besetzt",
    geaendert: "Besetzung geändert",
    beendet: "Besetzung beendet",
    entfernt: "Besetzung entfernt",
  },
  bericht: {
    angelegt: "Bericht angelegt",
    geaendert: "Bericht geändert",
    freigegeben: "Bericht freigegeben",
    verworfen: "Bericht verworfen",
  },
  einwohner: { eingetragen: "Einwohnerzahlen eingetragen" },
  lieferung: { gemeldet: "Lieferung von Zahlen gemeldet" },
};

/** The words of an event; one that this program does not know (any more) stands for itself. */
export function ereignis(art: string): string {
  const [wovon = "", was = ""] = art.split(".");
  return WORTE[wovon]?.[was] ?? art;
}

/** What something happened to, in one word. */
const GEGENSTAND: Readonly<Record<string, string>> = {
  person: "Person",
  beratung: "Beratung",
  fall: "Fall",
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
    wovon: ["person", "beratung", "fall", "liste", "wort", "woerter"],
  },
  { code: "vertretung", name: "Vertretung, Team, Übergabe", wovon: ["vertretung", "team", "uebergabe"] },
  { code: "anmeldung", name: "Anmeldungen", wovon: ["anmeldung", "sitzung"] },
  { code: "zugang", name: "Zugänge und Rollen", wovon: ["konto", "einladung", "akten", "rolle", "kreis"] },
  {
    code: "verwaltung",
    name: "Verwaltung, Stellen, Berichte",
    wovon: ["kommune", "traeger", "standort", "stelle", "besetzung", "bericht", "lieferung", "einwohner"],
  },
] as const;

export const GRUPPE = GRUPPEN.map(({ code }) => code);

/** What the purposes are called that pages write when they open something. */
const ZWECK: Readonly<Record<string, string>> = {
  beratung: "zur Beratung",
  bearbeitung: "zum Bearbeiten",
  pruefung: "zur Prüfung",
  frist: "nach Frist",
  ...ERNEUERUNG,
  ...FREIGABE,
  totp: "mit der App",
  wiederherstellung: "mit einem Wiederherstellungscode",
  demo: "in der Demo",
};

/** A role that was given or ended stands for itself there, too: its name. */
export const zweckWort = (zweck: string | null): string =>
  zweck === null ? "" : (ZWECK[zweck] ?? rolleOf(zweck)?.name ?? zweck);
