import { STAND } from "../../src/domains/verweise/index.ts";
import { draft } from "../journeys/draft.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { angebot, ergebnis, organisation, verweis } from "../support/verweise.ts";

const beraterin = besuch("beraterin");
const koordination = besuch("koordination");

/** A referral in each state, and places that are open and closed. */
async function make({ stelle, ids, actorOf }: Ort): Promise<Ids> {
  const [actor, leitet, person] = [stelle.konto.actor, actorOf("koordination"), ids["person"] ?? ""];
  const org = await organisation(leitet, "Musterhilfe Probe", {
    anschrift: "Beispielweg 4, Siegburg",
    sprachen: ["ar"],
  });
  const zu = await organisation(leitet, "Alte Musterstelle", { geschlossen_ab: "2026-01-31" });
  const kurs = await angebot(leitet, org, "Deutschkurs Probe");
  const made: Record<string, string> = {};
  for (const stand of STAND) {
    const id = await verweis(actor, person, `organisation:${org}`, { bedarf: "Sucht einen Platz" });
    if (stand !== "offen") await ergebnis(actor, { id, version: 1 }, stand);
    made[`verweis_${stand}`] = id;
  }
  const amAngebot = await verweis(actor, person, `angebot:${kurs}`, { termin_am: "2027-01-04", termin_um: "9:30" });
  const entwurfVerweis = await draft(actor, "verweis", { person: [person], fall: [""], bedarf: ["Sucht"] });
  const entwurfVerweisAendern = await draft(
    actor,
    "verweis-aendern",
    { bedarf: ["Sucht einen Platz am Vormittag"], _version: ["1"] },
    made["verweis_offen"],
  );
  const entwuerfe = { entwurfVerweis, entwurfVerweisAendern };
  return { organisation: org, organisationZu: zu, angebot: kurs, verweis: amAngebot, ...made, ...entwuerfe };
}

export const probe: Probe = {
  wege: {
    "/verweise": [
      beraterin("/verweise"),
      nur("beraterin", "/verweise?auswahl=faellig&getan=eingetragen&n=2"),
      nur("beraterin", "/verweise?auswahl=warteliste&feld=wohnen"),
      nur("beraterin", "/verweise?auswahl=beendet"),
    ],
    "/verweise/neu": [
      beraterin("/verweise/neu?person=:person"),
      nur("beraterin", "/verweise/neu"),
      nur("beraterin", "/verweise/neu?entwurf=:entwurfVerweis"),
    ],
    "/verweise/:id": [
      beraterin("/verweise/:verweis_warteliste"),
      nur("beraterin", "/verweise/:verweis?getan=angelegt"),
      nur("beraterin", "/verweise/:verweis_abgelehnt"),
    ],
    "/verweise/:id/bearbeiten": [
      beraterin("/verweise/:verweis/bearbeiten"),
      nur("beraterin", "/verweise/:verweis_offen/bearbeiten?entwurf=:entwurfVerweisAendern"),
    ],
    "/verweise/:id/ergebnis": [
      beraterin("/verweise/:verweis_offen/ergebnis"),
      nur("beraterin", "/verweise/:verweis_angekommen/ergebnis?nach=offen"),
    ],
    "/verweise/:id/zuruecknehmen": [
      beraterin("/verweise/:verweis_warteliste/zuruecknehmen"),
      nur("beraterin", "/verweise/:verweis_offen/zuruecknehmen"),
    ],
    "/personen/:id/verweise": [
      beraterin("/personen/:person/verweise"),
      nur("beraterin", "/personen/:personLang/verweise"),
    ],
    "/organisationen": [koordination("/organisationen"), nur("beraterin", "/organisationen?wort=niemand")],
    "/organisationen/einlesen": [koordination("/organisationen/einlesen")],
    "/organisationen/neu": [koordination("/organisationen/neu")],
    "/organisationen/:id": [
      koordination("/organisationen/:organisation"),
      nur("beraterin", "/organisationen/:organisationZu"),
    ],
    "/organisationen/:id/bearbeiten": [koordination("/organisationen/:organisation/bearbeiten")],
    "/organisationen/:id/angebot": [koordination("/organisationen/:organisation/angebot")],
    "/angebote/:id": [koordination("/angebote/:angebot")],
  },
  dateien: ["/verweise/:id/zettel", "/organisationen/vorlage"],
  arten: {
    "/entwurf/verweis-aendern/": "verweis",
    "/verweise/": "verweis",
    "/organisationen/": "organisation",
    "/angebote/": "angebot",
  },
  akten: ["/verweise/"],
  after: ["personen"],
  make,
};
