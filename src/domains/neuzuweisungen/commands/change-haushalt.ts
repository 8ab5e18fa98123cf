import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused, type Values } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import type { HaushaltEingabe } from "../model/zuweisung.ts";
import { unterkunftWahl, unterkuenfte } from "../queries/unterkuenfte.ts";
import { type Zuweisung, zuweisungOf } from "../queries/zuweisungen.ts";

export const haushaltValues = (z: Zuweisung): Values => ({
  menschen: [String(z.menschen)],
  zugewiesen_am: [z.zugewiesenAm],
  kommune: [z.ags ?? ""],
  unterkunft: [z.unterkunftId ?? ""],
  sprache: [z.sprache ?? ""],
});

/** Puts right what stands at a household: how many, since when, where. @throws NotFound, Stale, Refused */
export async function changeHaushalt(tx: Tx, actor: Actor, { id, version }: At, input: HaushaltEingabe): Promise<void> {
  await lockRow(tx, "kim.zuweisung", id);
  const z = held(await zuweisungOf(tx, actor, id), version, haushaltValues);
  refuseLater("zugewiesen_am", input.zugewiesen_am);
  const orte = await unterkuenfte(tx);
  const chosen = (value: string | null) => (value === null ? [] : [value]);
  refuseClosed(
    { name: "kommune", label: "Kommune", list: await kommunen(tx), chosen: chosen(input.kommune), kept: [z.ags] },
    {
      name: "unterkunft",
      label: "Unterkunft",
      list: unterkunftWahl(orte),
      chosen: chosen(input.unterkunft),
      kept: [z.unterkunftId],
    },
    {
      name: "sprache",
      label: "Sprache",
      list: wahlAm((await codelisten(tx)).sprache, today()),
      chosen: chosen(input.sprache),
      kept: [z.sprache],
    },
  );
  if (input.menschen < z.mitglieder.length)
    throw new Refused(`Die Liste nennt ${z.mitglieder.length}. Weniger können es nicht sein.`, "menschen");
  const unterkunft = orte.find((one) => one.id === input.unterkunft);
  if (unterkunft !== undefined && input.kommune !== null && unterkunft.ags !== input.kommune)
    throw new Refused(
      `Diese Unterkunft liegt in ${unterkunft.kommune}. Wählen Sie eine der beiden anders.`,
      "unterkunft",
    );
  await tx
    .updateTable("kim.zuweisung")
    .set({
      menschen: input.menschen,
      zugewiesen_am: input.zugewiesen_am,
      ags: input.kommune ?? unterkunft?.ags ?? null,
      unterkunft_id: input.unterkunft,
      sprache: input.sprache,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "zuweisung.geaendert", gegenstand: { art: "zuweisung", id } });
}
