import { STAND } from "../../src/domains/einbuergerung/index.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { writeAs } from "../../src/platform/db.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";
import { WEG_ZU, einbuergerung, schritt, status } from "../support/einbuergerung.ts";

const beraterin = besuch("beraterin");

/** A naturalisation in each state, each of somebody else: nobody has two under way. */
async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const made: Record<string, string> = {};
  for (const stand of STAND) {
    const typed = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: `Muster ${stand}` });
    const person = await writeAs(actor, (tx) => createPerson(tx, actor, typed));
    const id = await einbuergerung(actor, person, { notiz: "Unterlagen besprochen" });
    for (const [i, nach] of WEG_ZU[stand].entries()) await schritt(actor, { id, version: i + 1 }, nach);
    made[`einbuergerung_${stand}`] = id;
  }
  await status(actor, ids["person"] ?? "", "fluechtling", "2020-05-01");
  return { einbuergerung: made["einbuergerung_antrag"] ?? "", ...made };
}

export const probe: Probe = {
  wege: {
    "/personen/:id/einbuergerung": [
      beraterin("/personen/:person/einbuergerung"),
      nur("beraterin", "/personen/:personLang/einbuergerung?weg=p25b"),
      nur("beraterin", "/personen/:person/einbuergerung?weg=p10_3&tag=2025-10-29"),
      nur("beraterin", "/personen/:person/einbuergerung?tag=2019-01-01"),
    ],
    "/personen/:id/einbuergerung/neu": [beraterin("/personen/:person/einbuergerung/neu")],
    "/einbuergerungen": [beraterin("/einbuergerungen"), nur("beraterin", "/einbuergerungen?auswahl=beendet")],
    "/einbuergerungen/:id": [
      beraterin("/einbuergerungen/:einbuergerung_zusicherung"),
      nur("beraterin", "/einbuergerungen/:einbuergerung_vorcheck?getan=begonnen"),
      nur("beraterin", "/einbuergerungen/:einbuergerung_abgelehnt"),
    ],
    "/einbuergerungen/:id/schritt": [
      beraterin("/einbuergerungen/:einbuergerung/schritt"),
      nur("beraterin", "/einbuergerungen/:einbuergerung_eingebuergert/schritt"),
    ],
    "/einbuergerungen/:id/zuruecknehmen": [
      beraterin("/einbuergerungen/:einbuergerung_anhoerung/zuruecknehmen"),
      nur("beraterin", "/einbuergerungen/:einbuergerung_vorcheck/zuruecknehmen"),
    ],
    "/rechtslage": [beraterin("/rechtslage?weg=p10_3")],
  },
  dateien: ["/personen/:id/einbuergerung/blatt"],
  arten: { "/einbuergerungen/": "einbuergerung" },
  akten: ["/einbuergerungen/"],
  after: ["personen", "lebenslage"],
  make,
};
