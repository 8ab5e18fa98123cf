import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import { personNames } from "../../personen/index.ts";
import { ENDEN } from "../model/phasen.ts";
import { type Fall, phaseOf } from "./faelle.ts";

/** A case in a list. */
export type FallKurz = Pick<Fall, "id" | "jahr" | "nummer" | "begonnen" | "phase" | "phaseSeit"> & {
  readonly personId: string;
};

const PAGE = 50;
const COLUMNS = ["id", "jahr", "nummer", "begonnen", "phase", "phase_seit", "person_id"] as const;

type Row = {
  readonly id: string;
  readonly jahr: number;
  readonly nummer: number;
  readonly begonnen: string;
  readonly phase: string;
  readonly phase_seit: string;
  readonly person_id: string;
};

const kurz = (row: Row): FallKurz => ({
  id: row.id,
  jahr: row.jahr,
  nummer: row.nummer,
  begonnen: row.begonnen,
  phase: phaseOf(row.phase),
  phaseSeit: row.phase_seit,
  personId: row.person_id,
});

/** The cases of a person, the last begun first. */
export async function faelleOf(tx: Tx, personId: string): Promise<FallKurz[]> {
  const rows = await tx
    .selectFrom("kim.fall")
    .select(COLUMNS)
    .where("person_id", "=", personId)
    .orderBy("begonnen", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(kurz);
}

/** Which cases are meant: those that go on, those that ended, or all. */
export type Auswahl = "offen" | "beendet" | "alle";

export type FallListe = {
  readonly faelle: readonly (FallKurz & { readonly person: string })[];
  readonly neuer: Place | undefined;
  readonly aelter: Place | undefined;
};

/** One page of one's own cases, the last begun first. */
export async function fallListe(tx: Tx, actor: Actor, auswahl: Auswahl, from: From): Promise<FallListe> {
  const { beyond, direction, limit, page } = keyset(from, PAGE, ["begonnen", "id"]);
  const found = await tx
    .selectFrom("kim.fall")
    .select([...COLUMNS, "begonnen as am"])
    .where("konto_id", "=", actor.kontoId)
    .where(beyond)
    .$if(auswahl === "offen", (q) => q.where(({ not, eb }) => not(eb("phase", "=", anyOf([...ENDEN])))))
    .$if(auswahl === "beendet", (q) => q.where("phase", "=", anyOf([...ENDEN])))
    .orderBy("begonnen", direction)
    .orderBy("id", direction)
    .limit(limit)
    .execute();
  const { rows, newer, older } = page(found);
  const names = await personNames(
    tx,
    actor,
    rows.map((row) => row.person_id),
  );
  const faelle = rows.map((row) => ({ ...kurz(row), person: names.get(row.person_id) ?? "" }));
  return { faelle, neuer: newer, aelter: older };
}
