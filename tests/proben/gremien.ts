import { gremienBestand } from "../support/gremien.ts";
import { type Probe, besuch, nur } from "../journeys/probe.ts";

const koordination = besuch("koordination");
const GREMIUM = "/gremien/:gremium";
const SITZUNG = "/gremien/sitzungen/:sitzung";
const LAEUFT = "/gremien/sitzungen/:sitzungLaeuft";
const TOP = "/gremien/tops/:topLaeuft";
const AUFTRAG = "/gremien/auftraege/:auftrag";

export const probe: Probe = {
  wege: {
    "/gremien": [koordination("/gremien"), nur("dezernat", "/gremien?getan=gegruendet")],
    "/gremien/neu": [koordination("/gremien/neu")],
    "/gremien/:id": [koordination(GREMIUM), nur("koordination", "/gremien/:gremiumEnde"), nur("dezernat", GREMIUM)],
    "/gremien/:id/bearbeiten": [koordination(`${GREMIUM}/bearbeiten`)],
    "/gremien/:id/ende": [koordination("/gremien/:gremiumEnde/ende")],
    "/gremien/:id/mitglieder/neu": [koordination(`${GREMIUM}/mitglieder/neu`)],
    "/gremien/mitglieder/:id": [koordination("/gremien/mitglieder/:gremiumMitglied")],
    "/gremien/:id/sitzungen/neu": [koordination(`${GREMIUM}/sitzungen/neu`)],
    "/gremien/sitzungen/:id": [
      koordination(SITZUNG),
      nur("koordination", LAEUFT),
      nur("dezernat", "/gremien/sitzungen/:sitzungEingeladen"),
    ],
    "/gremien/sitzungen/:id/bearbeiten": [koordination(`${SITZUNG}/bearbeiten`)],
    "/gremien/sitzungen/:id/schritt": [
      koordination("/gremien/sitzungen/:sitzungEingeladen/schritt?nach=abgesagt"),
      nur("koordination", `${LAEUFT}/schritt`),
      nur("koordination", `${SITZUNG}/schritt?nach=eingeladen`),
    ],
    "/gremien/sitzungen/:id/tagesordnung": [koordination(`${SITZUNG}/tagesordnung`)],
    "/gremien/sitzungen/:id/teilnahme": [koordination(`${LAEUFT}/teilnahme`)],
    "/gremien/tops/:id/bearbeiten": [koordination("/gremien/tops/:top/bearbeiten")],
    "/gremien/tops/:id/notiz": [koordination(`${TOP}/notiz`)],
    "/gremien/tops/:id/beschluss": [koordination(`${TOP}/beschluss`)],
    "/gremien/tops/:id/auftrag": [koordination(`${TOP}/auftrag`)],
    "/gremien/vorlagen/neu": [
      koordination("/gremien/vorlagen/neu?luecke=:lueckeFuerVorlage"),
      nur("koordination", "/gremien/vorlagen/neu"),
    ],
    "/gremien/vorlagen/:id": [
      koordination("/gremien/vorlagen/:gremiumVorlage"),
      nur("koordination", "/gremien/vorlagen/:freieVorlage"),
    ],
    "/gremien/vorlagen/:id/bearbeiten": [koordination("/gremien/vorlagen/:gremiumVorlage/bearbeiten")],
    "/gremien/beschluesse": [
      koordination("/gremien/beschluesse?wort=vorlage"),
      nur("dezernat", "/gremien/beschluesse?von=gestern%20mal"),
    ],
    "/gremien/beschluesse/:id": [koordination("/gremien/beschluesse/:beschluss?getan=beschlossen")],
    "/gremien/beschluesse/:id/bearbeiten": [koordination("/gremien/beschluesse/:beschluss/bearbeiten")],
    "/gremien/auftraege": [koordination("/gremien/auftraege"), nur("dezernat", "/gremien/auftraege?stand=alle")],
    "/gremien/auftraege/:id": [koordination(AUFTRAG)],
    "/gremien/auftraege/:id/bearbeiten": [koordination(`${AUFTRAG}/bearbeiten`)],
  },
  arten: {
    "/gremien/": "gremium",
    "/gremien/mitglieder/": "gremiumMitglied",
    "/gremien/punkte/": "punkt",
    "/gremien/sitzungen/": "sitzung",
    "/gremien/tops/": "top",
    "/gremien/vorlagen/": "gremiumVorlage",
    "/gremien/beschluesse/": "beschluss",
    "/gremien/auftraege/": "auftrag",
    "/entwurf/protokoll-punkt/": "topLaeuft",
    "/entwurf/vorlage/": "gremiumVorlage",
  },
  make: ({ stelle, actorOf }) => gremienBestand(stelle.konto.actor, actorOf("koordination"), stelle.ags),
};
