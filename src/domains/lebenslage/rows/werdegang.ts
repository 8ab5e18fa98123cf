import type { WerdegangEingabe } from "../model/werdegang.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { WAS } from "../queries/sealed.ts";
import { werdegang } from "../queries/werdegang.ts";
import type { Bereich } from "./bereich.ts";
import { refuseEnded } from "./pruefung.ts";

export const WERDEGANG: Bereich<WerdegangEingabe> = {
  name: "werdegang",
  lesen: "person.lesen",
  schreiben: "person.schreiben",
  gegenstand: "person",
  read: werdegang,
  refuse: (tx, e, before) =>
    refuseEnded(tx, { name: "art", label: "werdegang", liste: "werdegang", code: e.art, kept: before?.art }),
  insert: async (tx, { kopf, key }, { was, ...e }, actor) => {
    const row = { ...kopf, ...e, was: sealText(key, kopf, WAS, was), erfasst_von: actor.kontoId };
    await tx.insertInto("kim.werdegang").values(row).execute();
  },
  update: async (tx, { kopf, key }, { was, ...e }, written) => {
    const set = { ...e, ...written, was: sealText(key, kopf, WAS, was) };
    await tx.updateTable("kim.werdegang").set(set).where("id", "=", kopf.id).execute();
  },
};
