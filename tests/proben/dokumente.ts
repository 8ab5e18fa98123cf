import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { dokumenteIn, vorlagenIn } from "../support/dokumente.ts";

const beraterin = besuch("beraterin");
const leitung = besuch("leitung");

export const probe: Probe = {
  wege: {
    "/personen/:id/dokumente": [
      beraterin("/personen/:person/dokumente?getan=abgelegt"),
      nur("beraterin", "/personen/:personLang/dokumente"),
    ],
    "/personen/:id/dokumente/neu": [beraterin("/personen/:person/dokumente/neu")],
    "/dokumente/:id": [
      beraterin("/dokumente/:dokument"),
      nur("beraterin", "/dokumente/:dokumentPdf?getan=gespeichert"),
      nur("beraterin", "/dokumente/:dokumentWeg?getan=zurueckgezogen"),
    ],
    "/dokumente/:id/bearbeiten": [beraterin("/dokumente/:dokument/bearbeiten")],
    "/dokumente/:id/zurueckziehen": [beraterin("/dokumente/:dokument/zurueckziehen")],
    "/personen/:id/dokumente/brief": [
      beraterin("/personen/:person/dokumente/brief?vorlage=anschreiben"),
      nur("beraterin", "/personen/:person/dokumente/brief"),
      nur("beraterin", "/personen/:person/dokumente/brief?vorlage=einladung"),
    ],
    "/personen/:id/dokumente/mitbringen": [
      beraterin("/personen/:person/dokumente/mitbringen?liste=einbuergerung"),
      nur("beraterin", "/personen/:personLang/dokumente/mitbringen"),
    ],
    "/briefvorlagen": [leitung("/briefvorlagen?getan=vorlage")],
    "/briefvorlagen/:id": [leitung("/briefvorlagen/:briefvorlage")],
    "/mitbringlisten/neu": [leitung("/mitbringlisten/neu?vorschlag=kita")],
    "/mitbringlisten/:id": [leitung("/mitbringlisten/:mitbringliste")],
    "/mitbringlisten/:id/uebersetzung": [
      leitung("/mitbringlisten/:mitbringliste/uebersetzung"),
      nur("leitung", "/mitbringlisten/:mitbringliste/uebersetzung?sprache=tr&getan=uebersetzt"),
    ],
    "/mitbringlisten/:id/entfernen": [leitung("/mitbringlisten/:mitbringliste/entfernen")],
  },
  dateien: ["/dokumente/:id/datei", "/dokumente/:id/herunterladen"],
  arten: {
    "/entwurf/brief/": "person",
    "/dokumente/": "dokument",
    "/briefvorlagen/": "briefvorlage",
    "/mitbringlisten/": "mitbringliste",
  },
  akten: ["/dokumente/"],
  after: ["personen"],
  make,
};

/** A picture, a paper, one that was withdrawn, and what the Träger writes letters with. */
async function make({ stelle, ids, actorOf }: Ort): Promise<Ids> {
  return { ...(await dokumenteIn(stelle.konto.actor, ids["person"] ?? "")), ...(await vorlagenIn(actorOf("leitung"))) };
}
