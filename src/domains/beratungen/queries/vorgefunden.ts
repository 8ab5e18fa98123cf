import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { prepared } from "../../../platform/prepared.ts";
import { answerQuery } from "../../../platform/submission.ts";
import { type Gesehen, lastSeen } from "../../personen/index.ts";
import type { Kodes } from "../model/beratung.ts";
import { vorgabeIn, vorgabeQuery } from "../rows/vorgabe.ts";
import { type Ortwahl, orteQuery, ortwahlIn, ownStandortQuery, standortOption } from "./orte.ts";

/** What an empty capture form needs to know of its account: what it was filled with last, and where it can have been. */
export type Vorgefunden = {
  /** Where the form led that was saved under this id already. */
  readonly gespeichert: string | undefined;
  readonly vorgabe: Kodes | undefined;
  readonly orte: Ortwahl;
  /** The site that the account works at, as an option of the field. */
  readonly eigenerOrt: string | undefined;
  /** Whom one saw last. */
  readonly zuletzt: readonly Gesehen[];
};

/** So many of those whom one saw last stand ready. */
export const LETZTE = 6;

type Whose = { readonly konto: string; readonly traeger: string; readonly form: string };

/** All of it in one statement: each alone costs the way to the server more than it reads. */
const ALL = prepared<Whose>()((db, { konto, traeger, form }) =>
  db
    .selectNoFrom(orteQuery(db, traeger))
    .select(answerQuery(db, konto, form).as("antwort"))
    .select(vorgabeQuery(db, konto).as("werte"))
    .select(ownStandortQuery(db, konto).as("standort"))
    .select(lastSeen(konto, LETZTE).as("zuletzt")),
);

export async function vorgefunden(tx: Tx, { kontoId, traegerId }: Actor, form: string): Promise<Vorgefunden> {
  const [row] = await ALL(tx, { konto: kontoId, traeger: traegerId, form });
  if (row === undefined) throw new Error("A statement without a table has one row.");
  return {
    gespeichert: row.antwort ?? undefined,
    vorgabe: vorgabeIn(row.werte),
    orte: ortwahlIn(row),
    eigenerOrt: standortOption(row.standort),
    zuletzt: row.zuletzt,
  };
}
