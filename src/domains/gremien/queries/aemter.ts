import { type Tx, anyOf } from "../../../platform/db.ts";

const AMT = { abh: "Ausländerbehörde", ebh: "Einbürgerungsbehörde", jugendamt: "Jugendamt" } as const;

const AEMTER = {
  aufenthalt: "abh",
  einbuergerung: "ebh",
  bildung_0_6: "jugendamt",
  familie: "jugendamt",
} as const satisfies Readonly<Record<string, keyof typeof AMT>>;

const isKnown = (feld: string): feld is keyof typeof AEMTER => feld in AEMTER;

/**
 * The offices that answer for a Handlungsfeld in these Kommunen, as the Kreis wrote them down, each once; a list of places alone would
 * not say which. "" where the field has none.
 */
export async function aemterFuer(tx: Tx, feld: string, kommunen: readonly string[]): Promise<string> {
  if (!isKnown(feld)) return "";
  const which = AEMTER[feld];
  const rows = await tx
    .selectFrom("kim.kommune")
    .select(["abh", "ebh", "jugendamt"])
    .where("ags", "=", anyOf(kommunen))
    .execute();
  const places = [...new Set(rows.flatMap((row) => row[which] ?? []))].toSorted();
  return places.length === 0 ? "" : `${AMT[which]}: ${places.join(", ")}`;
}
