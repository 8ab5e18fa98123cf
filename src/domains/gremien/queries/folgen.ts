import { type Tx, sql } from "../../../platform/db.ts";
import { anzahl } from "../../../platform/words.ts";
import { STAENDE } from "../../luecken/index.ts";
import { known } from "../../../platform/known.ts";
import type { Beschluss } from "../model/beschluss.ts";
import { LUECKE_NACH } from "../model/eingabe.ts";

type Gefolgt = {
  readonly gruppe: string | null;
  readonly auftraege: number;
  readonly massnahmen: number;
  readonly fassungen: number;
};

/**
 * What came of a decision, in words, in the order in which it matters; empty where nothing did. Measures and concepts know their
 * decision and this room knows neither: they are counted, nothing of them is read.
 */
export async function folgen(tx: Tx, { id, lueckeNach }: Pick<Beschluss, "id" | "lueckeNach">): Promise<string[]> {
  const { rows } = await sql<Gefolgt>`select
      (select name from kim.gremium where gegruendet_durch = ${id}::uuid) as gruppe,
      (select count(*)::int from kim.auftrag where beschluss_id = ${id}::uuid) as auftraege,
      (select count(*)::int from kim.massnahme where beschluss_id = ${id}::uuid) as massnahmen,
      (select count(*)::int from kim.konzept_fassung where beschluss_id = ${id}::uuid) as fassungen`.execute(tx);
  const { gruppe = null, auftraege = 0, massnahmen = 0, fassungen = 0 } = rows[0] ?? {};
  return [
    gruppe === null ? "" : `die Projektgruppe „${gruppe}“`,
    lueckeNach === null ? "" : `der Schritt der Lücke zu „${STAENDE[known(LUECKE_NACH, lueckeNach)]}“`,
    auftraege === 0 ? "" : anzahl(auftraege, "Auftrag", "Aufträge"),
    massnahmen === 0 ? "" : anzahl(massnahmen, "Maßnahme", "Maßnahmen"),
    fassungen === 0 ? "" : anzahl(fassungen, "Fassung des Handlungskonzepts", "Fassungen des Handlungskonzepts"),
  ].filter((part) => part !== "");
}
