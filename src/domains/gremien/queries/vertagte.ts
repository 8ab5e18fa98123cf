import type { Tx } from "../../../platform/db.ts";
import type { Top } from "../model/eingabe.ts";

/** A point that was put off, of which day (ISO), and what of it comes back. */
export type Vertagt = {
  readonly id: string;
  readonly tag: string;
  readonly top: Pick<Top, "titel" | "lueckeId" | "vorlageId" | "auftragId" | "rekonstruktionId" | "punktId">;
};

/** What a body put off and no meeting of it took up again, the earliest first. One that was called off has taken up nothing. */
export async function vertagte(tx: Tx, gremiumId: string): Promise<Vertagt[]> {
  const rows = await tx
    .selectFrom("kim.top as t")
    .innerJoin("kim.gremium_sitzung as s", (on) =>
      on.onRef("s.kreis", "=", "t.kreis").onRef("s.id", "=", "t.sitzung_id"),
    )
    .select(["t.id", "t.titel", "s.tag", "t.luecke_id", "t.vorlage_id", "t.auftrag_id", "t.rekonstruktion_id"])
    .select("t.punkt_id")
    .where("s.gremium_id", "=", gremiumId)
    .where("s.stand", "<>", "abgesagt")
    .where("t.vertagt", "=", true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("kim.top as n")
            .innerJoin("kim.gremium_sitzung as m", (on) =>
              on.onRef("m.kreis", "=", "n.kreis").onRef("m.id", "=", "n.sitzung_id"),
            )
            .select("n.id")
            .whereRef("n.kreis", "=", "t.kreis")
            .whereRef("n.vertagt_aus", "=", "t.id")
            .where("m.stand", "<>", "abgesagt"),
        ),
      ),
    )
    .orderBy("s.tag")
    .orderBy("t.rang")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    tag: row.tag,
    top: {
      titel: row.titel,
      lueckeId: row.luecke_id,
      vorlageId: row.vorlage_id,
      auftragId: row.auftrag_id,
      rekonstruktionId: row.rekonstruktion_id,
      punktId: row.punkt_id,
    },
  }));
}
