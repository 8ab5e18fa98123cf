import type { Tx } from "../../../platform/db.ts";

/** Where no Kommune names one, it is that of the Kreis. */
const KREIS = "Kreis";

/** The naturalisation authorities of the Kreis, as its Kommunen name them. */
export async function behoerden(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom("kim.kommune").select("ebh").distinct().where("ebh", "is not", null).execute();
  const names = rows.flatMap(({ ebh }) => (ebh === null ? [] : [ebh]));
  return names.length === 0 ? [KREIS] : names.toSorted((a, b) => a.localeCompare(b, "de"));
}

/** Which of them is there for whoever lives in a Kommune; null where nobody said. */
export async function behoerdeIn(tx: Tx, ags: string | undefined): Promise<string | null> {
  if (ags === undefined) return null;
  const row = await tx.selectFrom("kim.kommune").select("ebh").where("ags", "=", ags).executeTakeFirst();
  return row?.ebh ?? null;
}

/** As a sentence names it: „Einbürgerungsbehörde des Kreises“, „… der Stadt Troisdorf“. */
export const behoerdeText = (ebh: string): string =>
  ebh === KREIS ? "Einbürgerungsbehörde des Kreises" : `Einbürgerungsbehörde ${ebh}`;
