import { randomUUID } from "node:crypto";
import { decideDublette, nameDublette } from "../../src/domains/personen/commands/decide-dublette.ts";
import { mergePersons } from "../../src/domains/personen/commands/merge-persons.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { disputeAngabe } from "../../src/domains/personen/commands/dispute-angabe.ts";
import { personOf } from "../../src/domains/personen/queries/person.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { draft } from "../journeys/draft.ts";
import { fillPerson } from "../support/person-akte.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");

const PERSONEN = [
  { person_vorname: "Karl", person_nachname: "Probe", person_geburtsdatum: "1971-01-01" },
  { person_vorname: "فاطمة", person_nachname: "البيضا", person_altersgruppe: "27-44", person_sprachen: ["ar"] },
  { person_vorname: "Mira-Magdalena-Theodora", person_nachname: "Beispiel-Musterhausen von der Probenstätte" },
  { person_vorname: "Doppia", person_nachname: "Muster", person_sprachen: ["uk"], person_geburtsdatum: "1990-02-01" },
  { person_vorname: "Dopia", person_nachname: "Muster", person_sprachen: ["ru"], person_kommune: "05382060" },
  { person_vorname: "Zwilla", person_nachname: "Muster" },
  { person_vorname: "Einsa", person_nachname: "Probe" },
  { person_vorname: "Ainsa", person_nachname: "Probe" },
];

async function make({ stelle }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const persons: string[] = [];
  for (const person of PERSONEN)
    persons.push(await writeAs(actor, (tx) => createPerson(tx, actor, PersonEingabe.parse(person))));
  const [person = "", personAndere = "", personLang = "", ...doubles] = persons;
  const entwurfPerson = await draft(
    actor,
    "person-aendern",
    { person_vorname: ["Fatima"], _version: ["1"] },
    personAndere,
  );
  const personVoll = await writeAs(actor, (tx) =>
    createPerson(tx, actor, PersonEingabe.parse({ person_vorname: "Amina", person_nachname: "Musterhaus" })),
  );
  await fillPerson(actor, personVoll);
  const sagt = { feld: "vorname", erklaerung: "Ich heiße Carl." };
  await writeAs(actor, (tx) => disputeAngabe(tx, actor, person, sagt));
  const einwand = (await readAs(actor, (tx) => personOf(tx, actor, person))).einwaende[0]?.id ?? "";
  const entwurfHerkunft = await draft(actor, "person-herkunft", { ort: ["Musterdorf"], _version: ["1"] }, personAndere);
  const entwurfSprache = await draft(
    actor,
    "person-verstaendigung",
    { sprachmittlung: ["immer"], _version: ["1"] },
    personAndere,
  );
  const entwurfKontakt = await draft(
    actor,
    "person-erreichbarkeit",
    { kontakt_1_wert: ["0151 0000002"], _version: ["1"] },
    personAndere,
  );
  const entwurfSperre = await draft(
    actor,
    "person-auskunftssperre",
    { gesperrt: ["ja"], _version: ["1"] },
    personAndere,
  );
  return {
    person,
    personAndere,
    personLang,
    personVoll,
    einwand,
    entwurfPerson,
    entwurfHerkunft,
    entwurfSprache,
    entwurfKontakt,
    entwurfSperre,
    niemandes: randomUUID(),
    ...(await pairs(actor, doubles)),
  };
}

/** Two pairs, about one of which somebody said that they are two, and two that are one. */
async function pairs(actor: Actor, [a = "", b = "", c = "", d = "", e = ""]: readonly string[]): Promise<Ids> {
  const named = (one: string, other: string) => writeAs(actor, (tx) => nameDublette(tx, actor, one, other));
  const dublette = await named(a, b);
  const dubletteVerschieden = await named(a, c);
  await writeAs(actor, (tx) => decideDublette(tx, actor, { id: dubletteVerschieden, version: 1 }, "verschieden"));
  await writeAs(actor, (tx) => mergePersons(tx, actor, [d, e], {}));
  const { id } = await readAs(actor, (tx) =>
    tx.selectFrom("kim.zusammenfuehrung").select("id").executeTakeFirstOrThrow(),
  );
  return { dublette, dubletteVerschieden, zusammenfuehrung: id };
}

export const probe: Probe = {
  wege: {
    "/personen": [beraterin("/personen"), nur("neue", "/personen")],
    "/personen/neu": [beraterin("/personen/neu")],
    "/personen/dubletten": [
      beraterin("/personen/dubletten"),
      nur("beraterin", "/personen/dubletten?stand=verschieden"),
      nur("beraterin", "/personen/dubletten?stand=verbunden"),
      nur("neue", "/personen/dubletten?stand=spaeter"),
    ],
    "/personen/dubletten/:id": [
      // Nothing is typed there: merging takes whatever is chosen, and then they are no pair any more.
      nur("beraterin", "/personen/dubletten/:dublette"),
      nur("beraterin", "/personen/dubletten/:dubletteVerschieden"),
    ],
    "/personen/zusammenfuehrungen/:id": [beraterin("/personen/zusammenfuehrungen/:zusammenfuehrung")],
    "/personen/:id/gleiche": [beraterin("/personen/:person/gleiche")],
    "/personen/:id": [
      beraterin("/personen/:person"),
      nur("beraterin", "/personen/:personVoll"),
      nur("beraterin", "/personen/:person?getan=angelegt"),
      nur("beraterin", "/personen/:person?aeltere=2020-01-01_:person"),
    ],
    "/personen/:id/bearbeiten": [
      beraterin("/personen/:person/bearbeiten"),
      nur("beraterin", "/personen/:personAndere/bearbeiten?entwurf=:entwurfPerson"),
      nur("beraterin", "/personen/:personVoll/bearbeiten"),
    ],
    "/personen/:id/herkunft": [
      beraterin("/personen/:person/herkunft"),
      nur("beraterin", "/personen/:personVoll/herkunft"),
      nur("beraterin", "/personen/:personAndere/herkunft?entwurf=:entwurfHerkunft"),
    ],
    "/personen/:id/verstaendigung": [
      beraterin("/personen/:person/verstaendigung"),
      nur("beraterin", "/personen/:personVoll/verstaendigung"),
      nur("beraterin", "/personen/:personAndere/verstaendigung?entwurf=:entwurfSprache"),
    ],
    "/personen/:id/erreichbarkeit": [
      beraterin("/personen/:person/erreichbarkeit"),
      nur("beraterin", "/personen/:personVoll/erreichbarkeit"),
      nur("beraterin", "/personen/:personAndere/erreichbarkeit?entwurf=:entwurfKontakt"),
    ],
    "/personen/:id/auskunftssperre": [
      beraterin("/personen/:person/auskunftssperre"),
      nur("beraterin", "/personen/:personAndere/auskunftssperre?entwurf=:entwurfSperre"),
    ],
    "/personen/:id/verlauf": [
      beraterin("/personen/:personVoll/verlauf"),
      nur("beraterin", "/personen/:person/verlauf"),
    ],
    "/personen/:id/einwand": [beraterin("/personen/:personVoll/einwand")],
    "/personen/:id/einwaende/:einwand": [beraterin("/personen/:person/einwaende/:einwand")],
  },
  arten: {
    "/personen/dubletten/": "dublette",
    "/personen/zusammenfuehrungen/": "zusammenfuehrung",
    "/personen/": "person",
    "/entwurf/person-aendern/": "person",
    "/entwurf/person-herkunft/": "person",
    "/entwurf/person-verstaendigung/": "person",
    "/entwurf/person-erreichbarkeit/": "person",
    "/entwurf/person-auskunftssperre/": "person",
  },
  akten: ["/personen/"],
  make,
};
