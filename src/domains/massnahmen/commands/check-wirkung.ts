import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseErkennbar } from "../../luecken/index.ts";
import { SchrittEingabe } from "../model/massnahme.ts";
import { nachherVon, vorherVon } from "../model/messung.ts";
import { URTEILE, type WirkungEingabe, unbekannt } from "../model/wirkung.ts";
import { massnahmeOf } from "../queries/massnahmen.ts";
import { umstaendeVon } from "../queries/umstaende.ts";
import { moveMassnahme } from "./move-massnahme.ts";

/**
 * Looks at what a measure did: keeps each indicator before and after as it is told today, what somebody concludes from it, and what
 * nobody can know from it. Then the measure counts as checked, and its gaps go along.
 * @throws NotFound, Stale
 * @throws Refused naming the field; where the measure is not implemented yet
 */
export async function checkWirkung(tx: Tx, actor: Actor, at: At, input: WirkungEingabe): Promise<void> {
  await lockRow(tx, "kim.massnahme", at.id);
  const now = held(await massnahmeOf(tx, at.id), at.version);
  refuseErkennbar({ text: input.text, unbekannt: input.unbekannt }, input.kein_name);
  const umstaende = await umstaendeVon(tx, now);
  const { kreis } = actor;
  const id = randomUUID();
  const own = (input.unbekannt ?? "").split("\n").map((one) => one.trim());
  await tx
    .insertInto("kim.massnahme_wirkung")
    .values({
      kreis,
      id,
      massnahme_id: now.id,
      am: today(),
      urteil: input.urteil,
      befund: input.text,
      unbekannt: [...unbekannt(umstaende), ...own.filter((one) => one !== "")].join("\n"),
      getan_von: actor.kontoId,
    })
    .execute();
  await insertMany(
    tx,
    "kim.massnahme_wirkung_wert",
    umstaende.reihen.map((reihe) => {
      const [before, after] = [vorherVon(reihe), nachherVon(reihe)];
      return {
        kreis,
        wirkung_id: id,
        indikator_id: reihe.indikator.id,
        vorher: before?.wert ?? null,
        vorher_am: before?.am ?? null,
        nachher: after?.wert ?? null,
        nachher_am: after?.am ?? null,
      };
    }),
  );
  await recordEvent(tx, actor, { art: "massnahme.wirkung_geprueft", gegenstand: { art: "massnahme", id: now.id } });
  const grund = `${URTEILE[input.urteil]}. ${input.text}`.slice(0, 1000);
  await moveMassnahme(tx, actor, at, SchrittEingabe.parse({ nach: "wirkung", grund }), true);
}
