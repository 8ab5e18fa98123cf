import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { Drucksprache } from "../../codelisten/index.ts";
import { type Formular, zeilenOf } from "../model/formulare.ts";
import type { Zeile } from "../model/zeilen.ts";
import { type Stelle, pruefsummeOf } from "../queries/freigaben.ts";

/** What was read, and whether it is released or no longer. */
type Gelesen = { readonly pruefsumme: string; readonly zurueck: boolean };

/**
 * Says for one's own Träger that words are right as they were read, or takes that back.
 * @throws Refused where they read differently by now, or one of them is missing
 */
export async function releaseUebersetzung(
  tx: Tx,
  actor: Actor,
  { formular, gegenstand, sprache }: Stelle,
  zeilen: readonly Zeile[],
  { pruefsumme, zurueck }: Gelesen,
): Promise<void> {
  const subject = gegenstand === "" ? { art: "formular", id: formular } : { art: "mitbringliste", id: gegenstand };
  if (zurueck) {
    await tx
      .deleteFrom("kim.uebersetzung_freigabe")
      .where("traeger_id", "=", actor.traegerId)
      .where("formular", "=", formular)
      .where("gegenstand", "=", gegenstand)
      .where("sprache", "=", sprache)
      .execute();
    return recordEvent(tx, actor, { art: "uebersetzung.zurueckgezogen", gegenstand: subject, zweck: sprache });
  }
  if (sprache === "de" || zeilen.length === 0) throw new Refused("Hier gibt es keine Übersetzung.");
  if (pruefsumme !== pruefsummeOf(zeilen)) {
    throw new Refused("Die Texte haben sich geändert. Lesen Sie sie noch einmal, bevor Sie sie freigeben.");
  }
  const values = { pruefsumme, freigegeben_am: today(), freigegeben_von: actor.kontoId };
  await tx
    .insertInto("kim.uebersetzung_freigabe")
    .values({ kreis: actor.kreis, traeger_id: actor.traegerId, formular, gegenstand, sprache, ...values })
    .onConflict((c) => c.columns(["kreis", "traeger_id", "formular", "gegenstand", "sprache"]).doUpdateSet(values))
    .execute();
  await recordEvent(tx, actor, { art: "uebersetzung.freigegeben", gegenstand: subject, zweck: sprache });
}

/** Releases a form of the program as it reads today. */
export function releaseFormular(tx: Tx, actor: Actor, formular: Formular, sprache: Drucksprache): Promise<void> {
  const zeilen = zeilenOf(formular, sprache);
  const gelesen = { pruefsumme: pruefsummeOf(zeilen), zurueck: false };
  return releaseUebersetzung(tx, actor, { formular, gegenstand: "", sprache }, zeilen, gelesen);
}

/** Forgets what a Träger released of words that are no more. */
export async function forgetFreigaben(tx: Tx, actor: Actor, gegenstand: string): Promise<void> {
  await tx
    .deleteFrom("kim.uebersetzung_freigabe")
    .where("traeger_id", "=", actor.traegerId)
    .where("gegenstand", "=", gegenstand)
    .execute();
}
