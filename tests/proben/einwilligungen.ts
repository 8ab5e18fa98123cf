import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { einwilligungenIn } from "../support/einwilligungen.ts";

const beraterin = besuch("beraterin");
const leitung = besuch("leitung");

export const probe: Probe = {
  wege: {
    "/personen/:id/einwilligungen": [
      beraterin("/personen/:person/einwilligungen"),
      nur("beraterin", "/personen/:personLang/einwilligungen"),
    ],
    "/personen/:id/einwilligungen/neu": [
      beraterin("/personen/:person/einwilligungen/neu?zweck=weitergabe"),
      nur("beraterin", "/personen/:person/einwilligungen/neu"),
    ],
    "/einwilligungen/:id": [
      beraterin("/einwilligungen/:einwilligungWiderrufen"),
      nur("beraterin", "/einwilligungen/:einwilligung?getan=angelegt"),
      nur("beraterin", "/einwilligungen/:einwilligungErteilt"),
      nur("beraterin", "/einwilligungen/:einwilligungBildschirm"),
    ],
    "/einwilligungen/:id/erlaeutern": [beraterin("/einwilligungen/:einwilligung/erlaeutern")],
    "/einwilligungen/:id/erteilen": [beraterin("/einwilligungen/:einwilligungErklaert/erteilen")],
    "/einwilligungen/:id/einschraenken": [beraterin("/einwilligungen/:einwilligungErteilt/einschraenken")],
    "/einwilligungen/:id/ablehnen": [beraterin("/einwilligungen/:einwilligungErklaert/ablehnen")],
    "/einwilligungen/:id/widerrufen": [beraterin("/einwilligungen/:einwilligungErteilt/widerrufen")],
    "/einwilligungen/:id/beleg": [beraterin("/einwilligungen/:einwilligungErteilt/beleg")],
    "/einwilligungstexte": [leitung("/einwilligungstexte")],
    "/einwilligungstexte/neu": [
      leitung("/einwilligungstexte/neu?zweck=evaluation&sprache=de"),
      nur("leitung", "/einwilligungstexte/neu?zweck=weitergabe&sprache=ar"),
    ],
    "/einwilligungstexte/:id": [
      leitung("/einwilligungstexte/:einwilligungstext"),
      nur("leitung", "/einwilligungstexte/:einwilligungstextFrei"),
    ],
  },
  dateien: ["/einwilligungen/:id/blatt", "/einwilligungen/:id/brief", "/einwilligungen/:id/bestaetigung"],
  arten: { "/einwilligungen/": "einwilligung", "/einwilligungstexte/": "einwilligungstext" },
  akten: ["/einwilligungen/"],
  after: ["personen"],
  make,
};

/** A consent in each state, and the texts of the Träger: released, drafts, missing. */
function make({ stelle, ids, actorOf }: Ort): Promise<Ids> {
  return einwilligungenIn(stelle.konto.actor, actorOf("leitung"), ids["person"] ?? "");
}
