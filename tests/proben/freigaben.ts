import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { freigabenIn } from "../support/freigaben-staende.ts";

const beraterin = besuch("beraterin");
const abh = besuch("abh");
const nebenan = besuch("nebenan");
const niemand = besuch("niemand");

export const probe: Probe = {
  wege: {
    "/personen/:id/freigaben": [
      beraterin("/personen/:personFreigaben/freigaben"),
      nur("beraterin", "/personen/:personLang/freigaben"),
    ],
    "/personen/:id/freigaben/neu": [
      beraterin("/personen/:personFreigaben/freigaben/neu?art=link"),
      nur("beraterin", "/personen/:personFreigaben/freigaben/neu?art=abh"),
      nur("beraterin", "/personen/:personFreigaben/freigaben/neu?art=traeger"),
    ],
    "/freigaben/:id": [
      beraterin("/freigaben/:freigabeErgebnis"),
      nur("beraterin", "/freigaben/:freigabe?getan=angefragt"),
      nur("beraterin", "/freigaben/:freigabeFrage"),
      nur("beraterin", "/freigaben/:freigabeLink?getan=freigegeben"),
      nur("beraterin", "/freigaben/:freigabeGesperrt?getan=zurueckgezogen"),
    ],
    "/freigaben/:id/freigeben": [
      beraterin("/freigaben/:freigabe/freigeben"),
      nur("beraterin", "/freigaben/:freigabeAngebot/freigeben"),
    ],
    "/verweise/:id/link": [beraterin("/verweise/:verweis_offen/link")],
    "/freigaben/:id/verwerfen": [beraterin("/freigaben/:freigabe/verwerfen")],
    "/freigaben/:id/zurueckziehen": [beraterin("/freigaben/:freigabeLink/zurueckziehen")],
    "/freigaben/:id/antworten": [beraterin("/freigaben/:freigabeFrage/antworten")],
    "/freigaben/:id/erledigen": [beraterin("/freigaben/:freigabeErgebnis/erledigen")],
    "/kopien": [abh("/kopien")],
    "/kopien/:id": [
      abh("/kopien/:kopie"),
      nur("abh", "/kopien/:freigabeErgebnis?getan=ergebnis"),
      nur("abh", "/kopien/:kopieTermin"),
    ],
    "/kopien/bestand": [abh("/kopien/bestand?getan=stand")],
    "/kopien/:id/stand": [abh("/kopien/:kopieEbh/stand")],
    "/kopien/:id/termin": [abh("/kopien/:kopie/termin")],
    "/kopien/:id/absagen": [abh("/kopien/:kopieTermin/absagen")],
    "/kopien/:id/ergebnis": [abh("/kopien/:kopie/ergebnis")],
    "/uebergabe-angebote": [nebenan("/uebergabe-angebote"), nur("neue", "/uebergabe-angebote")],
    "/uebergabe-angebote/:id": [
      nebenan("/uebergabe-angebote/:uebergabeAngebot"),
      nur("nebenan", "/uebergabe-angebote/:freigabeFrage?getan=gefragt"),
      nur("nebenan", "/uebergabe-angebote/:angebotAngenommen?getan=angenommen"),
    ],
    "/uebergabe-angebote/:id/annehmen": [nebenan("/uebergabe-angebote/:uebergabeAngebot/annehmen")],
    "/uebergabe-angebote/:id/fragen": [nebenan("/uebergabe-angebote/:uebergabeAngebot/fragen")],
    "/uebergabe-angebote/:id/ablehnen": [nebenan("/uebergabe-angebote/:uebergabeAngebot/ablehnen")],
    "/kopie/:token": [niemand("/kopie/:link")],
  },
  arten: {
    "/freigaben/": "freigabe",
    "/kopien/": "kopie",
    "/uebergabe-angebote/": "uebergabeAngebot",
  },
  akten: ["/freigaben/", "/uebergabe-angebote/"],
  after: ["personen", "einwilligungen", "verweise"],
  make,
};

/** A copy for each kind of recipient, in each state. */
function make({ stelle, actorOf }: Ort): Promise<Ids> {
  return freigabenIn({
    actor: stelle.konto.actor,
    leitung: actorOf("leitung"),
    abh: actorOf("abh"),
    nebenan: actorOf("nebenan"),
  });
}
