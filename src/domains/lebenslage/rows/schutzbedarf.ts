import type { SchutzEingabe } from "../model/schutzbedarf.ts";
import { schutzbedarf } from "../queries/schutzbedarf.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { ANGABEN } from "../queries/sealed.ts";
import type { Bereich } from "./bereich.ts";

/** Nothing of it is a column: what kind of need it is and since when lies in one sealed text. */
export const SCHUTZBEDARF: Bereich<SchutzEingabe> = {
  name: "schutzbedarf",
  lesen: "schutzbedarf.lesen",
  schreiben: "schutzbedarf.schreiben",
  gegenstand: "schutzbedarf",
  read: schutzbedarf,
  refuse: async () => {},
  insert: async (tx, { kopf, key }, e, actor) => {
    const row = { ...kopf, angaben: sealText(key, kopf, ANGABEN, JSON.stringify(e)), erfasst_von: actor.kontoId };
    await tx.insertInto("kim.schutzbedarf").values(row).execute();
  },
  update: async (tx, { kopf, key }, e, written) => {
    const set = { ...written, angaben: sealText(key, kopf, ANGABEN, JSON.stringify(e)) };
    await tx.updateTable("kim.schutzbedarf").set(set).where("id", "=", kopf.id).execute();
  },
};
