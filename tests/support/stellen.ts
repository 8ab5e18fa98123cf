import { createStelle, fillStelle } from "../../src/domains/stellen/index.ts";
import { BesetzungEingabe, NeueStelle } from "../../src/domains/stellen/model/stelle.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { writeAs } from "../../src/platform/db.ts";

/** What somebody types about a post; fields not named as they mostly are. */
export const getippteStelle = (traegerId: string, more: Readonly<Record<string, unknown>> = {}) =>
  NeueStelle.parse({ traegerId, art: "koordination", vzae: "1", von: "2023-01-01", kommunen: [], ...more });

/** What somebody types about who fills one. */
export const getippteBesetzung = (more: Readonly<Record<string, unknown>> = {}) =>
  BesetzungEingabe.parse({ name: "Mira Beispiel", anteil: "1", von: "2023-01-01", ...more });

/** A post through the command; its id. */
export const stelle = (actor: Actor, traegerId: string, more: Readonly<Record<string, unknown>> = {}) =>
  writeAs(actor, (tx) => createStelle(tx, actor, getippteStelle(traegerId, more)));

/** Somebody on a post through the command; the id of the row. */
export const besetzung = (actor: Actor, stelleId: string, more: Readonly<Record<string, unknown>> = {}) =>
  writeAs(actor, (tx) => fillStelle(tx, actor, { id: stelleId }, getippteBesetzung(more)));
