import { NeuerFall, openFall } from "../../src/domains/faelle/index.ts";
import { NeuerAnruf, NeuesKind, addKind, recordAnruf, setPlaetze } from "../../src/domains/muki/index.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const mukis = besuch("mukis");

async function make({ stelle, actorOf }: Ort): Promise<Ids> {
  const actor = actorOf("mukis");
  const input = PersonEingabe.parse({ person_vorname: "Ida", person_nachname: "Musterhausen-Probe" });
  const kindPerson = await writeAs(actor, (tx) => createPerson(tx, actor, input));
  const jahr = today().slice(0, 4);
  const kind = await writeAs(actor, (tx) =>
    addKind(
      tx,
      actor,
      NeuesKind.parse({ person: kindPerson, jahr, am: today(), ags: stelle.ags[0], kita: "Kita Muster" }),
    ),
  );
  const typed = {
    anrufer: "kita",
    kind_alter: "4",
    sprachen: ["ar", "de"],
    frage: "spricht_wenig",
    antwort: "kita_gespraech",
    am: today(),
    ort: `kommune:${stelle.ags[0]}`,
    dauer: "15",
  };
  const anruf = await writeAs(actor, (tx) => recordAnruf(tx, actor, NeuerAnruf.parse(typed)));
  await writeAs(actor, (tx) => setPlaetze(tx, actor, { jahr: Number(jahr), ags: stelle.ags[0], plaetze: 12 }));
  const mitPlan = { person: kindPerson, art: "mukis", begonnen: today(), dringlichkeit: "normal" };
  const fallMukis = await writeAs(actor, (tx) => openFall(tx, actor, NeuerFall.parse(mitPlan)));
  return { kindPerson, delfinKind: kind, anruf, fallMukis };
}

export const probe: Probe = {
  wege: {
    "/telefonsprechstunde": [mukis("/telefonsprechstunde"), nur("mukis", "/telefonsprechstunde?getan=anruf")],
    "/telefonsprechstunde/neu": [
      mukis("/telefonsprechstunde/neu"),
      nur("mukis", "/telefonsprechstunde/neu?kind=:kindPerson"),
    ],
    "/telefonsprechstunde/:id": [mukis("/telefonsprechstunde/:anruf")],
    "/delfin": [mukis("/delfin")],
    "/delfin/neu": [mukis("/delfin/neu?person=:kindPerson"), nur("mukis", "/delfin/neu")],
    "/delfin/plaetze": [mukis("/delfin/plaetze"), nur("koordination", "/delfin/plaetze?jahr=2025")],
    "/delfin/:id": [mukis("/delfin/:delfinKind"), nur("mukis", "/delfin/:delfinKind?getan=begonnen")],
    "/delfin/:id/schritt": [
      mukis("/delfin/:delfinKind/schritt?nach=bedarf"),
      nur("mukis", "/delfin/:delfinKind/schritt"),
    ],
    "/delfin/:id/bearbeiten": [mukis("/delfin/:delfinKind/bearbeiten")],
  },
  arten: { "/telefonsprechstunde/": "anruf", "/delfin/": "delfinKind" },
  akten: ["/telefonsprechstunde/", "/delfin/:id"],
  make,
};
