import { PersonEingabe, createPerson } from "../domains/personen/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { daysBefore } from "./kalender.ts";

/** Written down twice: in another script, and with another spelling. The worker finds them. */
const DOPPELT = [
  {
    person_vorname: "Oksana",
    person_nachname: "Musterenko",
    person_geburtsdatum: "1990-02-01",
    person_sprachen: ["uk"],
  },
  {
    person_vorname: "Оксана",
    person_nachname: "Мустеренко",
    person_geburtsdatum: "1990-02-01",
    person_sprachen: ["ru"],
  },
  { person_vorname: "Anton", person_nachname: "Zweimalig", person_geburtsdatum: "1984-05-12" },
  { person_vorname: "Antoni", person_nachname: "Zweimalig", person_geburtsdatum: "1984-12-05" },
];

/** Invented persons of one counsellor who are there twice. */
export async function loadDoppelte(actor: Actor): Promise<void> {
  for (const [i, person] of DOPPELT.entries()) {
    const seit = daysBefore(today(), 200 - 40 * i);
    await writeAs(actor, (tx) => createPerson(tx, actor, PersonEingabe.parse(person), seit, seit));
  }
}
