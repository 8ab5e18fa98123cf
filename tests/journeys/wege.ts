import { KAPITEL } from "../../src/domains/hilfe/queries/handbuch.ts";
import type { Bestand, Wer } from "./bestand.ts";

/** One page in one state: who looks, and at which address. `:word` stands for a record of the `Bestand`. */
export type Besuch = {
  readonly wer: Wer;
  readonly path: string;
  /** The status of the page; 200 where nothing is said. */
  readonly status?: number;
  /** Looked at only; forms of the route are sent from another state. */
  readonly forms?: false;
};

/** Every GET route of the site map with the states it has: filled, empty, after something was done, gone. */
export type Wege = Readonly<Record<string, readonly Besuch[]>>;

const beraterin = (path: string): Besuch => ({ wer: "beraterin", path });
const administration = (path: string): Besuch => ({ wer: "administration", path });
const koordination = (path: string): Besuch => ({ wer: "koordination", path });
const niemand = (path: string): Besuch => ({ wer: "niemand", path });
/** One more state of a page whose forms were sent already. */
const nur = (wer: Wer, path: string): Besuch => ({ wer, path, forms: false });

/** Signing in, the own account, start and help. */
export const ZUGANG: Wege = {
  "/": [nur("beraterin", "/"), nur("neue", "/"), nur("leitung", "/"), nur("dezernat", "/")],
  "/hilfe": [beraterin("/hilfe")],
  "/hilfe/:kapitel": KAPITEL.map(({ adresse }) => nur("beraterin", `/hilfe/${adresse}`)),
  "/datenschutz": [niemand("/datenschutz")],
  "/barrierefreiheit": [niemand("/barrierefreiheit")],
  "/anmelden": [niemand("/anmelden"), nur("niemand", "/anmelden?grund=abgelaufen&weiter=%2Fberatungen")],
  "/anmelden/code": [
    { wer: "wartet", path: "/anmelden/code" },
    { wer: "wartet", path: "/anmelden/code?weg=wiederherstellung" },
  ],
  "/anmelden/einrichten": [{ wer: "erstmals", path: "/anmelden/einrichten" }],
  "/einladung/:token": [niemand("/einladung/:einladung"), { ...niemand("/einladung/alt"), status: 404 }],
  "/einrichten/:token": [niemand("/einrichten/:einrichten"), niemand("/einrichten/alt")],
  "/sperre": [{ wer: "gesperrt", path: "/sperre?weiter=%2Fberatungen" }],
  "/konto": [beraterin("/konto?meldung=code")],
  "/konto/passwort": [beraterin("/konto/passwort")],
  "/konto/zweiter-faktor": [beraterin("/konto/zweiter-faktor")],
  "/konto/zweiter-faktor/bestaetigen": [beraterin("/konto/zweiter-faktor/bestaetigen")],
  "/konto/codes": [beraterin("/konto/codes")],
  "/demo": [niemand("/demo")],
};

/** Consultations and persons. */
export const ARBEIT: Wege = {
  "/beratungen": [
    beraterin("/beratungen"),
    nur("neue", "/beratungen"),
    nur("beraterin", "/beratungen?von=2020-01-01&bis=2020-01-02"),
    nur("beraterin", "/beratungen?zurueckgezogene=ja&erfasst=3"),
  ],
  "/beratungen/neu": [
    beraterin("/beratungen/neu"),
    nur("neue", "/beratungen/neu"),
    nur("beraterin", "/beratungen/neu?entwurf=:entwurf"),
    nur("beraterin", "/beratungen/neu?gespeichert=:beratung"),
  ],
  "/beratungen/liste-erfassen": [beraterin("/beratungen/liste-erfassen")],
  "/beratungen/korrektur-fortsetzen": [nur("beraterin", "/beratungen/korrektur-fortsetzen?entwurf=:entwurfKorrektur")],
  "/beratungen/:id": [beraterin("/beratungen/:beratung"), nur("beraterin", "/beratungen/:zurueckgezogen")],
  "/beratungen/:id/korrigieren": [beraterin("/beratungen/:beratung/korrigieren")],
  "/beratungen/:id/zurueckziehen": [
    beraterin("/beratungen/:beratung/zurueckziehen"),
    beraterin("/beratungen/:zurueckgezogen/zurueckziehen"),
  ],
  "/personen": [beraterin("/personen"), nur("neue", "/personen")],
  "/personen/neu": [beraterin("/personen/neu")],
  "/personen/fortsetzen": [nur("beraterin", "/personen/fortsetzen?entwurf=:entwurfPerson")],
  "/personen/:id": [beraterin("/personen/:person"), nur("beraterin", "/personen/:person?meldung=angelegt")],
  "/personen/:id/bearbeiten": [beraterin("/personen/:person/bearbeiten")],
};

const EIGENE = "/uebernahmen/:schwierig";
/** The pages of a list in every state that it can be in. */
const STAENDE = ["liest", "monate", "unlesbar", "uebernimmt", "uebernommen", "nimmtZurueck", "zurueckgenommen"];
const inJedemStand = (schritt: string): Besuch[] =>
  STAENDE.map((id) => nur("beraterin", `/uebernahmen/:${id}${schritt}`));

/** Taking over old lists. What is decided there has no wrong choice: its forms are sent by tests of the room. */
export const UEBERNAHME: Wege = {
  "/uebernahmen": [beraterin("/uebernahmen"), nur("neue", "/uebernahmen"), nur("neue", "/uebernahmen?getan=verworfen")],
  "/uebernahmen/woerter": [nur("beraterin", "/uebernahmen/woerter"), nur("neue", "/uebernahmen/woerter")],
  "/uebernahmen/:id": [nur("beraterin", EIGENE), ...inJedemStand("")],
  "/uebernahmen/:id/tabellen": [nur("beraterin", `${EIGENE}/tabellen`), ...inJedemStand("/tabellen")],
  "/uebernahmen/:id/woerter": [
    nur("beraterin", `${EIGENE}/woerter`),
    nur("beraterin", `${EIGENE}/woerter?wort=wort-4`),
    nur("beraterin", `${EIGENE}/woerter?getan=gespeichert`),
    nur("beraterin", "/uebernahmen/:monate/woerter"),
  ],
  "/uebernahmen/:id/pruefen": [
    nur("beraterin", `${EIGENE}/pruefen`),
    nur("beraterin", `${EIGENE}/pruefen?art=wiederholt`),
    nur("beraterin", "/uebernahmen/:monate/pruefen"),
  ],
  "/uebernahmen/:id/ergebnis": [nur("beraterin", `${EIGENE}/ergebnis`), ...inJedemStand("/ergebnis")],
  "/uebernahmen/:id/zuruecknehmen": [beraterin("/uebernahmen/:uebernommen/zuruecknehmen")],
  "/uebernahmen/:id/verwerfen": [beraterin(`${EIGENE}/verwerfen`)],
};

const MITARBEITENDE = "/verwaltung/mitarbeitende";
const KONTO = `${MITARBEITENDE}/:konto`;

/** Kommunen, Träger, Standorte, Mitarbeitende. */
export const VERWALTUNG: Wege = {
  "/verwaltung": [administration("/verwaltung"), nur("leitung", "/verwaltung"), nur("neuerKreis", "/verwaltung")],
  "/verwaltung/kommunen": [
    nur("administration", "/verwaltung/kommunen?getan=gespeichert"),
    nur("neuerKreis", "/verwaltung/kommunen"),
  ],
  "/verwaltung/kommunen/neu": [administration("/verwaltung/kommunen/neu")],
  "/verwaltung/kommunen/:ags": [administration("/verwaltung/kommunen/:ags")],
  "/verwaltung/traeger": [administration("/verwaltung/traeger")],
  "/verwaltung/traeger/neu": [administration("/verwaltung/traeger/neu")],
  "/verwaltung/traeger/:id": [administration("/verwaltung/traeger/:traeger")],
  "/verwaltung/standorte": [administration("/verwaltung/standorte"), nur("neuerKreis", "/verwaltung/standorte")],
  "/verwaltung/standorte/neu": [administration("/verwaltung/standorte/neu")],
  "/verwaltung/standorte/:id": [administration("/verwaltung/standorte/:standort")],
  [MITARBEITENDE]: [
    administration(MITARBEITENDE),
    nur("leitung", MITARBEITENDE),
    nur("administration", `${MITARBEITENDE}?rolle=bra&status=deaktiviert`),
  ],
  [`${MITARBEITENDE}/neu`]: [administration(`${MITARBEITENDE}/neu`)],
  [`${MITARBEITENDE}/:id`]: [administration(KONTO), nur("leitung", KONTO)],
  [`${MITARBEITENDE}/:id/bearbeiten`]: [administration(`${KONTO}/bearbeiten`)],
  [`${MITARBEITENDE}/:id/rollen/neu`]: [administration(`${KONTO}/rollen/neu`)],
  [`${MITARBEITENDE}/:id/rollen/:rolle/beenden`]: [administration(`${KONTO}/rollen/:rolle/beenden`)],
  [`${MITARBEITENDE}/:id/deaktivieren`]: [administration(`${KONTO}/deaktivieren`)],
  [`${MITARBEITENDE}/:id/neuer-link`]: [administration(`${KONTO}/neuer-link`)],
};

const STELLE = "/stellen/:stelle";
const BESETZUNG = `${STELLE}/besetzungen/:besetzung`;

/** Steering: the figures, the staffing plan and its posts. */
export const STEUERUNG: Wege = {
  "/auswertung": [
    nur("dezernat", "/auswertung"),
    nur("leitung", "/auswertung?von=2020-01&bis=2020-03"),
    nur("leitung", "/auswertung?von=2023-06&bis=2023-01"),
  ],
  "/berichte": [nur("koordination", "/berichte?getan=verworfen"), nur("dezernat", "/berichte")],
  "/berichte/neu": [nur("koordination", "/berichte/neu")],
  "/berichte/fortsetzen": [nur("koordination", "/berichte/fortsetzen?entwurf=:entwurfBericht")],
  "/berichte/:id": [
    nur("koordination", "/berichte/:bericht"),
    nur("koordination", "/berichte/:berichtAlt"),
    nur("dezernat", "/berichte/:berichtFrei?getan=freigegeben"),
  ],
  "/berichte/:id/bearbeiten": [koordination("/berichte/:bericht/bearbeiten")],
  "/berichte/:id/freigeben": [koordination("/berichte/:bericht/freigeben")],
  "/berichte/:id/berichtigen": [koordination("/berichte/:berichtFrei/berichtigen")],
  "/berichte/:id/verwerfen": [koordination("/berichte/:bericht/verwerfen")],
  "/stellen": [
    administration("/stellen?am=2026-01-15"),
    nur("leitung", "/stellen?modul=II"),
    nur("dezernat", "/stellen"),
    nur("neuerKreis", "/stellen?am=2020-01-01"),
  ],
  "/stellen/neu": [administration("/stellen/neu")],
  "/stellen/:id": [administration(STELLE), nur("dezernat", STELLE), nur("administration", "/stellen/:leereStelle")],
  "/stellen/:id/bearbeiten": [administration(`${STELLE}/bearbeiten`)],
  "/stellen/:id/besetzen": [administration(`${STELLE}/besetzen`)],
  "/stellen/:id/vakanz": [administration(`${STELLE}/vakanz`)],
  "/stellen/:id/entfernen": [administration("/stellen/:leereStelle/entfernen")],
  "/stellen/:id/besetzungen/:besetzung/beenden": [administration(`${BESETZUNG}/beenden`)],
  "/stellen/:id/besetzungen/:besetzung/bearbeiten": [administration(`${BESETZUNG}/bearbeiten`)],
  "/stellen/:id/besetzungen/:besetzung/entfernen": [administration(`${BESETZUNG}/entfernen`)],
};

/** Addresses that answer with a file instead of a page; their rooms test them. */
export const DATEIEN = ["pdf", "docx", "json"].map((format) => `/berichte/:id/${format}`);

/** The address with the ids of this `Bestand`. @throws Error for a word that it does not know */
export const addressOf = (path: string, ids: Bestand["ids"]): string =>
  path.replaceAll(/:(\w+)/g, (_, word: string) => {
    const id = ids[word];
    if (id === undefined) throw new Error(`Der Bestand hat nichts für :${word}.`);
    return id;
  });
