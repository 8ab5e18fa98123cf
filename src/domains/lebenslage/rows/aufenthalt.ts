import type { AufenthaltEingabe } from "../model/aufenthalt.ts";
import { aufenthalte } from "../queries/aufenthalte.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { NOTIZ } from "../queries/sealed.ts";
import type { Bereich } from "./bereich.ts";
import { refuseEnded } from "./pruefung.ts";

export const AUFENTHALT: Bereich<AufenthaltEingabe> = {
  name: "aufenthalt",
  lesen: "person.lesen",
  schreiben: "person.schreiben",
  gegenstand: "person",
  read: aufenthalte,
  refuse: (tx, e, before) =>
    refuseEnded(tx, {
      name: "status",
      label: "status",
      liste: "aufenthaltsstatus",
      code: e.status,
      kept: before?.status,
    }),
  insert: async (tx, { kopf, key }, { notiz, ...e }, actor) => {
    const row = { ...kopf, ...e, notiz: sealText(key, kopf, NOTIZ, notiz), erfasst_von: actor.kontoId };
    await tx.insertInto("kim.aufenthalt").values(row).execute();
  },
  update: async (tx, { kopf, key }, { notiz, ...e }, written) => {
    const set = { ...e, ...written, notiz: sealText(key, kopf, NOTIZ, notiz) };
    await tx.updateTable("kim.aufenthalt").set(set).where("id", "=", kopf.id).execute();
  },
};
