import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { HOECHSTENS, type NeueVerbindung } from "../model/netzwerk.ts";
import type { FallAkte } from "../queries/akte.ts";
import { sealText } from "../../../platform/sealed-text.ts";

type Offen = FallAkte & { readonly key: NonNullable<FallAkte["key"]> };

/** What of a connection is stored, however it came: sealed for its row. */
export const sealedVerbindung = ({ key, akte }: Offen, id: string, typed: Omit<NeueVerbindung, "weiter">) => {
  const row = { kreis: akte.kreis, id };
  return {
    name: sealText(key, row, { table: "kim.verbindung", column: "name" }, typed.name),
    notiz: typed.notiz === null ? null : sealText(key, row, { table: "kim.verbindung", column: "notiz" }, typed.notiz),
    art: typed.art,
    staerke: typed.staerke,
    richtung: typed.richtung,
    belastet: typed.belastet,
    von: typed.von,
  };
};

/** Adds a connection to the map of a case that is held. */
export async function insertVerbindung(tx: Tx, actor: Actor, fall: Offen, typed: NeueVerbindung): Promise<string> {
  const { n } = await tx
    .selectFrom("kim.verbindung")
    .select((e) => e.fn.countAll<number>().as("n"))
    .where("fall_id", "=", fall.id)
    .where((e) => e.or([e("bis", "is", null), e("bis", ">=", typed.von)]))
    .executeTakeFirstOrThrow();
  if (n >= HOECHSTENS) {
    throw new Refused(
      `Auf die Karte passen ${HOECHSTENS}. Beenden Sie eine Verbindung, oder fassen Sie mehrere zusammen.`,
    );
  }
  const id = randomUUID();
  await tx
    .insertInto("kim.verbindung")
    .values({
      ...fall.akte,
      id,
      fall_id: fall.id,
      ...sealedVerbindung(fall, id, typed),
      geschrieben_von: actor.kontoId,
    })
    .execute();
  return id;
}

/** @throws Refused for a kind that has ended, unless it stands there already */
export async function refuseArt(tx: Tx, art: string, kept: string | null = null): Promise<void> {
  const list = wahlAm((await codelisten(tx)).netzwerkart, today());
  refuseClosed({ name: "art", label: "Wer oder was ist es?", list, chosen: [art], kept: [kept] });
}
