import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { keyset, ofEach } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import { type Gleiche, ofEachPerson, personNames } from "../../personen/index.ts";
import { type Wessen, kontenDer } from "../../zustaendigkeit/index.ts";
import type { Fallart } from "../model/fall.ts";
import { ENDEN_LIT } from "./enden.ts";
import { type Fall, artOf, phaseOf } from "./faelle.ts";

/** A case in a list. */
export type FallKurz = Pick<Fall, "id" | "art" | "jahr" | "nummer" | "begonnen" | "phase" | "phaseSeit" | "kontoId"> & {
  readonly personId: string;
};

const PAGE = 50;
const COLUMNS = ["id", "art", "jahr", "nummer", "begonnen", "phase", "phase_seit", "person_id", "konto_id"] as const;

type Row = {
  readonly id: string;
  readonly art: string;
  readonly jahr: number;
  readonly nummer: number;
  readonly begonnen: string;
  readonly phase: string;
  readonly phase_seit: string;
  readonly person_id: string;
  readonly konto_id: string;
};

const kurz = (row: Row): FallKurz => ({
  id: row.id,
  art: artOf(row.art),
  jahr: row.jahr,
  nummer: row.nummer,
  begonnen: row.begonnen,
  phase: phaseOf(row.phase),
  phaseSeit: row.phase_seit,
  personId: row.person_id,
  kontoId: row.konto_id,
});

/** So many cases of one person are told; nobody has as many. */
export const HOECHSTENS = 50;

const OF_CASE = COLUMNS.map((column) => `f.${column}` as const);

/**
 * The cases of a person, and those that concern her besides somebody else; the last begun first. `alle` where the transaction knows
 * already who is the same person.
 */
export async function faelleOf(tx: Tx, personId: string, alle?: Gleiche): Promise<FallKurz[]> {
  const order = { direction: "desc", limit: HOECHSTENS } as const;
  const rows = await ofEachPerson(tx, alle ?? [personId], order, (eachPerson) =>
    tx
      .selectFrom((q) =>
        q
          .selectFrom("kim.fall as f")
          .select([...OF_CASE, "f.begonnen as am"])
          .where("f.person_id", "=", eachPerson)
          .orderBy("f.begonnen", "desc")
          .orderBy("f.id", "desc")
          .limit(HOECHSTENS)
          .as("eigene"),
      )
      .selectAll()
      .unionAll(
        tx
          .selectFrom("kim.fall_person as x")
          .innerJoin("kim.fall as f", (on) => on.onRef("f.kreis", "=", "x.kreis").onRef("f.id", "=", "x.fall_id"))
          .select([...OF_CASE, "f.begonnen as am"])
          .where("x.person_id", "=", eachPerson),
      ),
  );
  return rows.map(kurz);
}

/** Which cases are meant: those that go on, those that ended, or all. */
export type Auswahl = "offen" | "beendet" | "nachsorge" | "alle";

export type FallListe = {
  readonly faelle: readonly (FallKurz & { readonly person: string })[];
  readonly neuer: Place | undefined;
  readonly aelter: Place | undefined;
};

type Welche = {
  readonly stand: Auswahl;
  /** Of which kind; missing: of both. */
  readonly art?: Fallart | undefined;
  /** Whose; missing: one's own. */
  readonly wessen?: Wessen;
};

/** One page of one's own cases, of somebody one stands in for, or of all of them, the last begun first. */
export async function fallListe(
  tx: Tx,
  actor: Actor,
  { stand: auswahl, art, wessen }: Welche,
  from: From,
): Promise<FallListe> {
  const paged = keyset(from, PAGE, ["begonnen", "id"]);
  const found = await ofEach(tx, kontenDer(actor, wessen), paged, (konto) =>
    tx
      .selectFrom("kim.fall")
      .select([...COLUMNS, "begonnen as am"])
      .where("konto_id", "=", konto)
      .where(paged.beyond)
      .$if(art !== undefined, (q) => q.where("art", "=", art ?? "cm"))
      .$if(auswahl === "nachsorge", (q) => q.where("nachsorge_am", "is not", null))
      .$if(auswahl === "offen", (q) => q.where(sql<boolean>`phase not in (${ENDEN_LIT})`))
      .$if(auswahl === "beendet", (q) => q.where(sql<boolean>`phase in (${ENDEN_LIT})`))
      .orderBy("begonnen", paged.direction)
      .orderBy("id", paged.direction)
      .limit(paged.limit),
  );
  const { rows, newer, older } = paged.page(found);
  const names = await personNames(
    tx,
    actor,
    rows.map((row) => row.person_id),
  );
  const faelle = rows.map((row) => ({ ...kurz(row), person: names.get(row.person_id) ?? "" }));
  return { faelle, neuer: newer, aelter: older };
}

/** One's own cases and those one stands in for, without a name: for a choice that others may look on at. The last begun first. */
export async function faelleOhneNamen(tx: Tx): Promise<Pick<FallKurz, "id" | "jahr" | "nummer" | "phase">[]> {
  const rows = await tx
    .selectFrom("kim.fall")
    .select(["id", "jahr", "nummer", "phase"])
    .orderBy("begonnen", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ phase, ...row }) => ({ ...row, phase: phaseOf(phase) }));
}
