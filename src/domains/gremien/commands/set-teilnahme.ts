import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { ANTWORT, type Sitzung, type TeilnahmeEingabe } from "../model/eingabe.ts";
import { gegangenUm, teilnahmeValues } from "../model/teilnahme.ts";
import { sitzungOf, teilnahmen } from "../queries/sitzungen.ts";
import { refuseFest } from "./set-tagesordnung.ts";

/** @throws Refused at its field where it is no time, or before the meeting began */
function readGegangen(field: string, input: TeilnahmeEingabe, { beginn }: Sitzung): number | null {
  const um = gegangenUm(input[field]?.[0] ?? "", beginn);
  if (typeof um === "object" && um !== null) throw new Refused(um.satz, field);
  return um;
}

/**
 * Writes down what members answered and who is there. A member that the form does not name stays as it is.
 * @throws NotFound, Stale, Refused before anybody is invited, and once the minutes are released
 */
export async function setTeilnahme(tx: Tx, actor: Actor, { id, version }: At, input: TeilnahmeEingabe): Promise<void> {
  await lockRow(tx, "kim.gremium_sitzung", id);
  const rows = await teilnahmen(tx, id);
  const sitzung = held(await sitzungOf(tx, id), version, () => teilnahmeValues(rows));
  refuseFest(sitzung);
  if (sitzung.stand === "geplant") throw new Refused("Laden Sie zuerst ein; dann stehen die Mitglieder hier.");
  const met = sitzung.stand !== "eingeladen";
  for (const row of rows) {
    const said = input[`antwort_${row.mitgliedId}`]?.[0];
    if (said === undefined) continue;
    const antwort = ANTWORT.find((one) => one === said) ?? null;
    const um = met ? readGegangen(`um_${row.mitgliedId}`, input, sitzung) : row.gegangenUm;
    const anwesend = met ? um !== null || (input[`da_${row.mitgliedId}`] ?? []).includes("ja") : row.anwesend;
    await tx
      .updateTable("kim.gremium_teilnahme")
      .set({ antwort, anwesend, gegangen_um: um, antwort_am: antwort === row.antwort ? row.antwortAm : today() })
      .where("sitzung_id", "=", id)
      .where("mitglied_id", "=", row.mitgliedId)
      .execute();
  }
  await tx
    .updateTable("kim.gremium_sitzung")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "gremium.teilnahme", gegenstand: { art: "gremium_sitzung", id } });
}
