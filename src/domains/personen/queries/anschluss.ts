import { type Tx, sql } from "../../../platform/db.ts";
import { isId } from "../../../platform/ids.ts";
import { ofPerson } from "./gruppe.ts";

/**
 * A yes to earlier contacts standing under the name. Days are ISO; `anzahl`: consultations that are hers on it now, at
 * most one more than `GEZAEHLT`.
 */
export type Anschluss = {
  readonly id: string;
  readonly personId: string;
  readonly was: string;
  readonly art: string;
  readonly am: string;
  readonly gefragtVon: string;
  readonly zusammenfuehrung: string | null;
  readonly zurueckgenommenAm: string | null;
  readonly anzahl: number;
  readonly version: number;
};

/** So many consultations of one yes are counted; of more it says that they are more. */
export const GEZAEHLT = 200;

const anschluesse = (tx: Tx) =>
  tx
    .selectFrom("kim.anschluss as a")
    .select(["a.id", "a.person_id as personId", "a.was", "a.art", "a.am", "a.gefragt_von as gefragtVon", "a.version"])
    .select(["a.zusammenfuehrung_id as zusammenfuehrung", "a.zurueckgenommen_am as zurueckgenommenAm"])
    .select(
      sql<number>`(select count(*)::int from (select from kim.beratung b
        where b.kreis = a.kreis and b.anschluss_id = a.id limit ${GEZAEHLT + 1}) b)`.as("anzahl"),
    );

/** More than anybody is asked; each is a line. */
const MOST = 30;

/** What a person said yes to, the last first. */
export const anschluesseOf = (tx: Tx, personId: string): Promise<Anschluss[]> =>
  anschluesse(tx)
    .where("a.person_id", "=", ofPerson(personId))
    .orderBy("a.am", "desc")
    .orderBy("a.id")
    .limit(MOST)
    .execute();

/** One of them; undefined for a foreign one as for none. */
export const anschlussOf = async (tx: Tx, id: string): Promise<Anschluss | undefined> =>
  isId(id) ? anschluesse(tx).where("a.id", "=", id).executeTakeFirst() : undefined;
