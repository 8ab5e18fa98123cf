import type { Tx } from "../../../platform/db.ts";
import { known } from "../../../platform/known.ts";
import type { Kodewahl } from "../../codelisten/index.ts";
import { PRUEFUNG, type Perspektive, type Regel } from "../model/regel.ts";

const codes = (stored: string | null): string[] => (stored ?? "").split(" ").filter((one) => one !== "");
/** A code with this mark is enough by itself. */
const SOFORT = "!";

/** Every version of every condition, in the order of the data. */
export async function regeln(tx: Tx): Promise<Regel[]> {
  const rows = await tx.selectFrom("ref.regel").selectAll().orderBy("rang").execute();
  return rows.map((row) => {
    const zaehlt = codes(row.zaehlt);
    return {
      code: row.code,
      perspektive: row.perspektive,
      bedingung: row.bedingung,
      name: row.name,
      satz: row.satz,
      quelle: row.quelle,
      geprueftAm: row.geprueft_am,
      zuPruefen: row.zu_pruefen,
      pruefung: row.pruefung === null ? null : known(PRUEFUNG, row.pruefung),
      zahl: row.zahl ?? 0,
      zahlBis: row.zahl_bis,
      stichtag: row.stichtag,
      zaehlt: zaehlt.map((one) => one.replace(SOFORT, "")),
      sofort: zaehlt.filter((one) => one.endsWith(SOFORT)).map((one) => one.replace(SOFORT, "")),
      pruefen: codes(row.pruefen),
      nicht: codes(row.nicht),
      beiSchutz: codes(row.bei_schutz),
      dokumente: codes(row.dokumente),
      ab: row.gueltig_ab,
      bis: row.gueltig_bis,
    };
  });
}

/** Every way, ended ones included. */
export async function perspektiven(tx: Tx): Promise<Perspektive[]> {
  const rows = await tx.selectFrom("ref.perspektive").selectAll().orderBy("rang").execute();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    paragraf: row.paragraf,
    art: known(["einbuergerung", "aufenthalt"] as const, row.art),
    zuPruefen: row.zu_pruefen,
    ab: row.gueltig_ab,
    bis: row.gueltig_bis,
  }));
}

/** The ways to be naturalised, as a choice for a day. */
export const wegeAm = (alle: readonly Perspektive[], tag: string): Pick<Kodewahl, "value" | "name" | "open">[] =>
  alle
    .filter(({ art }) => art === "einbuergerung")
    .map((one) => ({
      value: one.code,
      name: `${one.name} (${one.paragraf})`,
      open: one.ab <= tag && (one.bis === null || tag <= one.bis),
    }));

/** How long an authority says that it takes. */
export type Wartezeit = { readonly satz: string; readonly quelle: string; readonly geprueftAm: string };

export async function wartezeitOf(tx: Tx, kreis: string, ebh: string): Promise<Wartezeit | undefined> {
  const row = await tx
    .selectFrom("ref.wartezeit")
    .select(["satz", "quelle", "geprueft_am"])
    .where("kreis", "=", kreis)
    .where("name", "=", ebh)
    .where("gueltig_bis", "is", null)
    .executeTakeFirst();
  return row === undefined ? undefined : { satz: row.satz, quelle: row.quelle, geprueftAm: row.geprueft_am };
}
