import { refuseLater } from "../../../platform/not-later.ts";
import { type Akte } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { STAENDE, type Stand, geht } from "../model/stand.ts";
import type { Kategorie } from "../model/zwecke.ts";
import type { Einwilligung } from "../queries/einwilligungen.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { GRUND } from "../queries/sealed.ts";

/** @throws Refused for a day that has not come, or one before the last step */
export function refuseDay(am: string, last?: string): void {
  refuseLater("am", am);
  if (last !== undefined && am < last) {
    throw new Refused("Dieser Tag liegt vor dem letzten Schritt. Prüfen Sie das Datum.", "am");
  }
}

/** @throws Refused where the consent does not go there */
export function refuseWeg(von: Stand, nach: Stand): void {
  if (!geht(von, nach)) {
    throw new Refused(`Diese Einwilligung ist „${STAENDE[von]}“. Von da geht es nicht zu „${STAENDE[nach]}“.`);
  }
}

type Schritt = {
  readonly nach: Stand;
  readonly am: string;
  readonly kategorien: readonly Kategorie[];
  readonly gueltigBis: string | null;
  readonly grund: string | null;
};

/** Adds a step to what became of a consent. */
export async function writeSchritt(
  tx: Tx,
  actor: Actor,
  { akte, key }: { readonly akte: Akte; readonly key: DataKey },
  { id: einwilligungId, schritte }: Pick<Einwilligung, "id" | "schritte">,
  schritt: Schritt,
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto("kim.einwilligung_schritt")
    .values({
      ...akte,
      id,
      einwilligung_id: einwilligungId,
      folge: schritte.length + 1,
      nach: schritt.nach,
      am: schritt.am,
      erfasst_von: actor.kontoId,
      kategorien: [...schritt.kategorien],
      gueltig_bis: schritt.gueltigBis,
      grund: sealText(key, { kreis: akte.kreis, id }, GRUND, schritt.grund),
    })
    .execute();
}
