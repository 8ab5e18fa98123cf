import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Zugestimmt, zugestimmt } from "../../einwilligungen/index.ts";
import { type Fall, betroffeneOf } from "../../faelle/index.ts";
import { personsByIds } from "../../personen/index.ts";
import type { Besprechung } from "../model/besprechung.ts";
import type { Angebot } from "../model/namentlich.ts";

/** What a conference may go by, with what each consent covers. */
export type Offen = Angebot & Zugestimmt;

/**
 * The consents in conferences of those whom a case is about that hold today, and those by which this conference already goes,
 * whatever became of them.
 */
export async function angebote(tx: Tx, actor: Actor, fall: Fall, before?: Besprechung): Promise<Offen[]> {
  const hinaus = before?.hinaus ?? [];
  const weitere = await betroffeneOf(tx, actor, fall);
  const personen = [...new Set([fall.personId, ...weitere.map(({ id }) => id), ...hinaus.map((one) => one.personId)])];
  const alle = await zugestimmt(tx, actor, personen, {
    zweck: "konferenz",
    auch: hinaus.map(({ einwilligungId }) => einwilligungId),
  });
  if (alle.length === 0) return [];
  const namen = await personsByIds(tx, actor, [...new Set(alle.map(({ personId }) => personId))]);
  return alle.map((one) => {
    const person = namen.find(({ id }) => id === one.personId);
    return { ...one, wer: person?.gezeigt ?? one.personId, name: person?.name ?? "" };
  });
}

/** Those whom a case is about, with what they are called, marked where nobody may learn of them. */
export async function wenBetrifft(tx: Tx, actor: Actor, fall: Fall) {
  const weitere = await betroffeneOf(tx, actor, fall);
  const alle = await personsByIds(tx, actor, [...new Set([fall.personId, ...weitere.map(({ id }) => id)])]);
  return alle.map(({ gezeigt, name }) => ({ wer: gezeigt, name }));
}
