import type { LeistungEingabe } from "../model/leistung.ts";
import { leistungen } from "../queries/leistungen.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { UNTERLAGEN } from "../queries/sealed.ts";
import type { Bereich } from "./bereich.ts";
import { refuseEnded } from "./pruefung.ts";

export const LEISTUNG: Bereich<LeistungEingabe> = {
  name: "leistung",
  lesen: "person.lesen",
  schreiben: "person.schreiben",
  gegenstand: "person",
  read: leistungen,
  refuse: (tx, e, before) =>
    refuseEnded(
      tx,
      { name: "art", label: "leistung", liste: "leistung", code: e.art, kept: before?.art },
      { name: "vorher", label: "vorher", liste: "leistung", code: e.vorher, kept: before?.vorher },
    ),
  insert: async (tx, { kopf, key }, { unterlagen, ...e }, actor) => {
    const row = { ...kopf, ...e, unterlagen: sealText(key, kopf, UNTERLAGEN, unterlagen), erfasst_von: actor.kontoId };
    await tx.insertInto("kim.leistung").values(row).execute();
  },
  update: async (tx, { kopf, key }, { unterlagen, ...e }, written) => {
    const set = { ...e, ...written, unterlagen: sealText(key, kopf, UNTERLAGEN, unterlagen) };
    await tx.updateTable("kim.leistung").set(set).where("id", "=", kopf.id).execute();
  },
};
