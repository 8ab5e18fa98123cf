import { randomUUID } from "node:crypto";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { writeAs } from "../../src/platform/db.ts";
import { draft } from "../journeys/draft.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");

const PERSONEN = [
  { person_vorname: "Karl", person_nachname: "Probe", person_geburtsdatum: "1971-01-01" },
  { person_vorname: "فاطمة", person_nachname: "البيضا", person_altersgruppe: "27-44", person_sprachen: ["ar"] },
  { person_vorname: "Mira-Magdalena-Theodora", person_nachname: "Beispiel-Musterhausen von der Probenstätte" },
];

async function make({ stelle }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const persons: string[] = [];
  for (const person of PERSONEN)
    persons.push(await writeAs(actor, (tx) => createPerson(tx, actor, PersonEingabe.parse(person))));
  const [person = "", personAndere = "", personLang = ""] = persons;
  const entwurfPerson = await draft(
    actor,
    "person-aendern",
    { person_vorname: ["Fatima"], _version: ["1"] },
    personAndere,
  );
  return { person, personAndere, personLang, entwurfPerson, niemandes: randomUUID() };
}

export const probe: Probe = {
  wege: {
    "/personen": [beraterin("/personen"), nur("neue", "/personen")],
    "/personen/neu": [beraterin("/personen/neu")],
    "/personen/:id": [
      beraterin("/personen/:person"),
      nur("beraterin", "/personen/:person?getan=angelegt"),
      nur("beraterin", "/personen/:person?aeltere=2020-01-01_:person"),
    ],
    "/personen/:id/bearbeiten": [
      beraterin("/personen/:person/bearbeiten"),
      nur("beraterin", "/personen/:personAndere/bearbeiten?entwurf=:entwurfPerson"),
    ],
  },
  arten: { "/personen/": "person", "/entwurf/person-aendern/": "person" },
  akten: ["/personen/"],
  make,
};
