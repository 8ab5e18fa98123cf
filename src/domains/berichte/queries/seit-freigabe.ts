import type { Tx } from "../../../platform/db.ts";
import { genannte } from "../../auswertung/index.ts";
import { type Aenderung, geaendert } from "../model/geaendert.ts";
import type { BerichtAkte } from "./berichte.ts";

/** What a released report that nothing replaces tells differently from the figures of today. */
export async function seitFreigabe(
  tx: Tx,
  { grundlage, berichtigtDurch }: Pick<BerichtAkte, "grundlage" | "berichtigtDurch">,
): Promise<readonly Aenderung[]> {
  if (grundlage === undefined || berichtigtDurch !== undefined) return [];
  const [jetzt] = (await genannte(tx, [grundlage.kennzahlen.zeitraum])).kennzahlen;
  return jetzt === undefined ? [] : geaendert(grundlage, jetzt);
}
