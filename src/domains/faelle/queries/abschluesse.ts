import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import type { Abschluss, Rueckmeldung } from "../model/abschluss.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { BEDARF, LUECKE } from "./sealed.ts";

const felder = (art: "bedarf" | "luecke") => sql<string[]>`array(
  select f.handlungsfeld from kim.fall_abschluss_feld f join ref.handlungsfeld h on h.code = f.handlungsfeld
  where f.kreis = a.kreis and f.abschluss_id = a.id and f.art = ${sql.lit(art)} order by h.rang)`;

const MOST = 20;

/** Every closing of a case, also those of before it was taken up again. */
export async function abschluesseOf(
  tx: Tx,
  actor: Actor,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<Abschluss[]> {
  const rows = await tx
    .selectFrom("kim.fall_abschluss as a")
    .select(["a.kreis", "a.id", "a.schritt_id", "a.bedarf", "a.luecke"])
    .select([felder("bedarf").as("bedarfFelder"), felder("luecke").as("lueckeFelder")])
    .where("a.fall_id", "=", id)
    .limit(MOST)
    .execute();
  const key = rows.length === 0 ? undefined : (await subjectKeys(tx, actor.kreis, [personId])).get(personId);
  return rows.map((row) => ({
    id: row.id,
    schrittId: row.schritt_id,
    bedarf: openText(key, row, BEDARF, row.bedarf),
    luecke: openText(key, row, LUECKE, row.luecke),
    bedarfFelder: row.bedarfFelder,
    lueckeFelder: row.lueckeFelder,
  }));
}

/** What the person said when she was asked, the last first. */
export const rueckmeldungenOf = (tx: Tx, fallId: string): Promise<Rueckmeldung[]> =>
  tx
    .selectFrom("kim.fall_rueckmeldung")
    .select(["am", "sprache", "wert"])
    .where("fall_id", "=", fallId)
    .orderBy("am", "desc")
    .orderBy("id", "desc")
    .limit(MOST)
    .execute();
