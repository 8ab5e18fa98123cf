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

/** What else became of a decision by a day, in words; whether something of it is still to be done. */
export type FolgenAm = { readonly worte: readonly string[]; readonly offen: boolean };

type FolgeAm = {
  readonly id: string;
  readonly gruppe: string | null;
  readonly erledigt: number;
  readonly offen: number;
  readonly entfallen: number;
  readonly fassungen: number;
};

const auftraegeText = ({ erledigt, offen, entfallen }: FolgeAm): string => {
  const all = erledigt + offen + entfallen;
  const parts = [
    [erledigt, "erledigt"],
    [offen, "offen"],
    [entfallen, "entfallen"],
  ] as const;
  const told = parts.flatMap(([n, wort]) => (n === 0 ? [] : [all === 1 ? wort : `${n} ${wort}`]));
  return all === 0 ? "" : `${anzahl(all, "Auftrag", "Aufträge")}: ${told.join(", ")}`;
};

/**
 * What became of decisions by the end of a day (ISO) beside measures, by the id of the decision: a body that was founded, a version of the
 * concept, what of the Aufträge is done. Aufträge stand as their steps say it of that day.
 */
export async function folgenAm(tx: Tx, bis: string): Promise<Map<string, FolgenAm>> {
  const { rows } = await sql<FolgeAm>`select b.id,
      (select g.name from kim.gremium g
        where g.kreis = b.kreis and g.gegruendet_durch = b.id and g.gegruendet_am <= ${bis}::date) as gruppe,
      count(a.id) filter (where a.nach = 'erledigt')::int as erledigt,
      count(a.id) filter (where a.nach in ('offen', 'in_arbeit'))::int as offen,
      count(a.id) filter (where a.nach = 'entfallen')::int as entfallen,
      (select count(*)::int from kim.konzept_fassung f
        where f.kreis = b.kreis and f.beschluss_id = b.id and f.beschlossen_am <= ${bis}::date) as fassungen
    from kim.beschluss b
    left join lateral (
      select distinct on (s.auftrag_id) s.auftrag_id as id, s.nach from kim.auftrag_schritt s
      join kim.auftrag o on o.kreis = s.kreis and o.id = s.auftrag_id
      where s.kreis = b.kreis and o.beschluss_id = b.id and s.am <= ${bis}::date
      order by s.auftrag_id, s.nr desc
    ) a on true
    where b.gefasst_am <= ${bis}::date
    group by b.kreis, b.id`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        worte: [
          row.gruppe === null ? "" : `Projektgruppe „${row.gruppe}“ eingesetzt`,
          row.fassungen === 0 ? "" : "als Fassung des Handlungskonzepts angenommen",
          auftraegeText(row),
        ].filter((part) => part !== ""),
        offen: row.offen > 0,
      },
    ]),
  );
}
