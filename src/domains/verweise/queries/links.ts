import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";

/** A referral that went out as a link. Days are ISO; `neu`: the place answered, and nobody took it down yet. */
export type VerweisLinkZeile = {
  readonly freigabe: string;
  readonly am: string;
  readonly bis: string;
  readonly gilt: boolean;
  readonly beantwortet: boolean;
  readonly neu: boolean;
};

/** The links of a referral, the last first. */
export async function linksOf(tx: Tx, verweis: string): Promise<VerweisLinkZeile[]> {
  const rows = await tx
    .selectFrom("kim.freigabe_akte as a")
    .innerJoin("kim.freigabe as f", (on) => on.onRef("f.kreis", "=", "a.kreis").onRef("f.id", "=", "a.id"))
    .select(["a.id as freigabe", "f.gesendet_am as am", "f.gueltig_bis as bis", "f.gesperrt_am", "f.stand"])
    .select(
      sql<boolean>`exists (select from kim.freigabe_schritt s where s.kreis = a.kreis and s.freigabe_id = a.id
        and s.folge > a.gelesen_bis and s.seite = 'empfaenger' and s.art <> 'geoeffnet')`.as("neu"),
    )
    .where("a.verweis_id", "=", verweis)
    .orderBy("f.gesendet_am", "desc")
    .orderBy("a.id", "desc")
    .execute();
  return rows.map(({ freigabe, am, bis, gesperrt_am, stand, neu }) => ({
    freigabe,
    am,
    bis,
    gilt: gesperrt_am === null && bis >= today(),
    beantwortet: stand === "beantwortet",
    neu,
  }));
}
