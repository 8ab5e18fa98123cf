import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { datenstandOf, grundlageOf } from "../../berichte/index.ts";
import type { Konzept } from "../model/konzept.ts";
import type { Konzeptstand, Worauf } from "../model/konzeptpapier.ts";
import { kapitelIn, quellenIn } from "./kapitel.ts";

/** What the texts of a draft may name: figures of now, and its sources. */
export async function woraufOf(tx: Tx, { kreis }: Actor, { id, von, bis }: Konzept): Promise<Worauf> {
  const grundlage = await grundlageOf(tx, { kreis, zeitraum: { von, bis }, sitzung: "", heute: today() });
  return { grundlage, quellen: await quellenIn(tx, id) };
}

/** A draft with the figures of now: what its paper is made of. */
export async function standOf(tx: Tx, actor: Actor, konzept: Konzept): Promise<Konzeptstand> {
  const worauf = await woraufOf(tx, actor, konzept);
  return {
    titel: konzept.titel,
    ...worauf,
    ...datenstandOf(worauf.grundlage),
    kapitel: await kapitelIn(tx, konzept.id),
  };
}
