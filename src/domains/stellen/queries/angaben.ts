import { type ChoiceField, refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { kommunen as kommunenWahl } from "../../verwaltung/index.ts";

/** What is chosen from lists, checked against them. `kept` is what the record has already and may keep. */

type Kept = ChoiceField["kept"];

/** @throws Refused (field `art`) */
export async function refuseArt(tx: Tx, art: string, kept: Kept = []): Promise<void> {
  const list = wahlAm((await codelisten(tx)).stelle_art, today());
  refuseClosed({ name: "art", label: "Art der Stelle", list, chosen: [art], kept });
}

/** @throws Refused (field `grund`) */
export async function refuseGrund(tx: Tx, grund: string, kept: Kept = []): Promise<void> {
  const list = wahlAm((await codelisten(tx)).vakanzgrund, today());
  refuseClosed({ name: "grund", label: "Grund der Vakanz", list, chosen: [grund], kept });
}

/** @throws Refused (field `kommunen`) */
export async function refuseKommunen(tx: Tx, kommunen: readonly string[], kept: readonly string[] = []): Promise<void> {
  if (kommunen.every((ags) => kept.includes(ags))) return;
  refuseClosed({ name: "kommunen", label: "Kommunen", list: await kommunenWahl(tx), chosen: kommunen, kept });
}
