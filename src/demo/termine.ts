import {
  NeuerTermin,
  SprechstundeEingabe,
  beginSprechstunde,
  endTermin,
  makeTermin,
} from "../domains/termine/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";
import type { DemoPerson } from "./beratungen.ts";

/** In how many days, when, and about what; those with a number have a person. */
const TERMINE = [
  [0, "10:00", "Bescheid durchsehen", 0],
  [0, "11:15", "Ehepaar, Arabisch", undefined],
  [1, "14:00", "Anmeldung Kita", 1],
  [2, "9:30", "Hilfeplan besprechen", 2],
  [-1, "15:00", "Wohnungssuche", 3],
] as const;

/** A week of a counsellor: hours at her site, and some appointments. */
export async function loadTermine(actor: Actor, standort: string, personen: readonly DemoPerson[]): Promise<void> {
  const serie = { standort, raum: "Raum 2.04", von: daysFrom(today(), -200) };
  for (const [wochentag, rhythmus, beginn, ende] of [
    ["2", "woche", "9:00", "12:00"],
    ["4", "monat_l", "14:00", "17:00"],
  ] as const) {
    const input = SprechstundeEingabe.parse({ ...serie, wochentag, rhythmus, beginn, ende });
    await writeAs(actor, (tx) => beginSprechstunde(tx, actor, input));
  }
  for (const [days, beginn, betreff, who] of TERMINE) {
    const person = who === undefined ? "" : (personen[who]?.id ?? "");
    const typed = { person, tag: daysFrom(today(), days), beginn, dauer: "45", standort, betreff };
    const id = await writeAs(actor, (tx) => makeTermin(tx, actor, NeuerTermin.parse(typed)));
    if (days < 0) await writeAs(actor, (tx) => endTermin(tx, actor, { id, version: 1 }, "nicht_erschienen"));
  }
}
