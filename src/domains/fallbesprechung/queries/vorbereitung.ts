import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { beratungenSince } from "../../beratungen/index.ts";
import { codelisten, kurzOf, nameOf } from "../../codelisten/index.ts";
import { type Fall, PHASEN, aktenzeichen, betroffeneOf } from "../../faelle/index.ts";
import { personOf } from "../../personen/index.ts";
import { beschreibungVon } from "../model/beschreibung.ts";
import type { Wer } from "../model/erkennbar.ts";

/** So many of the last consultations tell what it is about. */
const LAST = 50;
const MOST_TOPICS = 5;

const monthsSince = (day: string, now: string): number =>
  (Number(now.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(now.slice(5, 7)) - Number(day.slice(5, 7));

/** A description of a case without names, made of its codes. */
export async function vorschlagFuer(tx: Tx, actor: Actor, fall: Fall): Promise<string> {
  const person = await personOf(tx, actor, fall.personId);
  const weitere = await betroffeneOf(tx, actor, fall);
  const listen = await codelisten(tx);
  const personen = [fall.personId, ...weitere.map(({ id }) => id)];
  const kontakte = await beratungenSince(tx, { personen, seit: fall.begonnen, from: {}, size: LAST });
  const count = new Map<string, number>();
  for (const { themen } of kontakte) for (const one of themen) count.set(one, (count.get(one) ?? 0) + 1);
  const themen = [...count].toSorted(([, a], [, b]) => b - a).slice(0, MOST_TOPICS);
  return beschreibungVon({
    alter: person.altersgruppe === null ? null : nameOf(listen.altersgruppe, person.altersgruppe.code),
    sprachen: person.sprachen.map(({ name }) => name),
    weitere: weitere.length,
    monate: monthsSince(fall.begonnen, today()),
    phase: PHASEN[fall.phase],
    themen: themen.map(([code]) => kurzOf(listen.handlungsfeld, code)),
  });
}

/** Who must not be told by what is written without names. */
export async function werIst(tx: Tx, actor: Actor, fall: Fall): Promise<Wer> {
  const weitere = await betroffeneOf(tx, actor, fall);
  return { namen: [fall.person, ...weitere.map(({ name }) => name)], aktenzeichen: aktenzeichen(fall) };
}
