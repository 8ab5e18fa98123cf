import { type Tx, anyOf } from "../../../platform/db.ts";

const AEMTER = {
  aufenthalt: ["abh"],
  einbuergerung: ["ebh"],
  bildung_0_6: ["jugendamt"],
  familie: ["jugendamt"],
} as const satisfies Readonly<Record<string, readonly ("abh" | "ebh" | "jugendamt")[]>>;

const isKnown = (feld: string): feld is keyof typeof AEMTER => feld in AEMTER;

/** The offices that answer for a Handlungsfeld in these Kommunen, as the Kreis wrote them down; each once. */
export async function aemterFuer(tx: Tx, feld: string, kommunen: readonly string[]): Promise<string[]> {
  if (!isKnown(feld)) return [];
  const rows = await tx
    .selectFrom("kim.kommune")
    .select(["abh", "ebh", "jugendamt"])
    .where("ags", "=", anyOf(kommunen))
    .execute();
  return [...new Set(rows.flatMap((row) => AEMTER[feld].flatMap((which) => row[which] ?? [])))].toSorted();
}
