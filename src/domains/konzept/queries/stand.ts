import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { datenstandOf, grundlageOf } from "../../berichte/index.ts";
import type { Konzept } from "../model/konzept.ts";
import type { Konzeptstand } from "../model/konzeptpapier.ts";
import { kapitelIn, quellenIn } from "./kapitel.ts";

/** A draft with the figures of now: what its paper is made of. */
export async function standOf(tx: Tx, actor: Actor, konzept: Konzept): Promise<Konzeptstand> {
  const { von, bis } = konzept;
  const { kreis } = actor;
  const grundlage = await grundlageOf(tx, { kreis, zeitraum: { von, bis }, sitzung: "", heute: today() });
  return {
    titel: konzept.titel,
    grundlage,
    ...datenstandOf(grundlage),
    kapitel: await kapitelIn(tx, konzept.id),
    quellen: await quellenIn(tx, konzept.id),
  };
}
