import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { VerlaufEintrag, VerlaufFrage } from "../../faelle/index.ts";

/** On the day of a new version one looks back at the old one first; at the end after everything. */
const AT_THE_END = 1000;

type Row = {
  readonly id: string;
  readonly am: string;
  readonly fassung: number | null;
  readonly anlass: string | null;
};

const satz = ({ fassung, anlass }: Row): string => {
  if (fassung !== null) return `Hilfeplan, Fassung ${fassung} vereinbart`;
  return anlass === "abschluss" ? "Ziele zum Abschluss bewertet" : "Ziele überprüft";
};

/** What was agreed and looked back at in a case, for its timeline: no words of the plan. */
export async function planImVerlauf(
  tx: Tx,
  _actor: Actor,
  { fallId, from, size }: VerlaufFrage,
): Promise<VerlaufEintrag[]> {
  const { beyond, direction, limit } = keyset(from, size, ["am", "id"]);
  const order = sql.raw(direction);
  const { rows } = await sql<Row>`
    select id, am, fassung, anlass from (
      select id, vereinbart_am as am, fassung, null::text as anlass from kim.hilfeplan
      where fall_id = ${fallId}::uuid and vereinbart_am is not null
      union all
      select id, am, null, anlass from kim.hilfeplan_bewertung where fall_id = ${fallId}::uuid) v
    where ${beyond} order by am ${order}, id ${order} limit ${limit}`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    am: row.am,
    art: "hilfeplan",
    folge: row.fassung ?? (row.anlass === "abschluss" ? AT_THE_END : 0),
    satz: satz(row),
    href: `/faelle/${fallId}/hilfeplan`,
  }));
}
