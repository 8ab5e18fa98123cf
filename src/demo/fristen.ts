import { NeueFrist, doFristen, setFrist } from "../domains/fristen/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";
import type { DemoPerson } from "./beratungen.ts";

/** What counsellors write down to look at later, and in how many days. */
const VON_HAND = [
  ["Beim Jobcenter nach dem Bescheid fragen", -2],
  ["Zeugnis zur Anerkennung schicken", 0],
  ["Anmeldung in der Grundschule prüfen", 5],
  ["Wohnberechtigungsschein verlängern", 24],
] as const;

/** Some Fristen by hand, one of them moved and one done; those out of data come by themselves. */
export async function loadFristen(actor: Actor, personen: readonly DemoPerson[]): Promise<void> {
  for (const [i, [titel, days]] of VON_HAND.entries()) {
    const person = personen[i]?.id;
    if (person === undefined) return;
    const input = NeueFrist.parse({ person, titel, am: daysFrom(today(), days) });
    const id = await writeAs(actor, (tx) => setFrist(tx, actor, input));
    const at = [{ id, version: 1 }];
    if (i === 2) {
      const later = { tun: "verschieben", grund: "Die Schule hat Ferien", am: daysFrom(today(), 9) } as const;
      await writeAs(actor, (tx) => doFristen(tx, actor, at, later));
    }
    if (i === 3) await writeAs(actor, (tx) => doFristen(tx, actor, at, { tun: "erledigen", grund: null }));
  }
}
