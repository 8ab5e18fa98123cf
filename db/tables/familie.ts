import { FILE, KEY, inhalt, keeping, kode, table, technik, version } from "../table.ts";

const FAMILIE = keeping("Beziehungen und Haushalt", "mit der Person, um deren Akte es geht", "noch nicht");

export const FAMILIE_TABELLEN = [
  table("kim.beziehung", "akte", {
    says: "Wie zwei Personen zusammengehören, einmal gespeichert; liegt in der Akte der einen und zeigt sich, wer beide sehen darf.",
    owner: "traeger",
    retention: FAMILIE,
    web: ["select", "delete"],
    // Whoever is related is no duplicate; where two were wrongly one, an end may be the other's.
    worker: ["select", { update: ["andere_id"] }],
    columns: {
      ...FILE,
      ...KEY,
      person_id: technik.insert.says("Wessen Beziehung es ist; bei Eltern und Vormund das Kind."),
      andere_id: technik.insert.says("Wer das zu ihr ist, was `art` sagt; leer: eine Stelle."),
      art: kode.insert,
      stelle: inhalt.insert.update.says("Das Amt oder der Verein, wo niemand selbst Vormund oder Betreuung ist."),
      von: kode.insert.update,
      bis: kode.insert.update.says("Der letzte Tag; leer: besteht."),
      erfasst_von: technik.insert.says("Wer sie eingetragen hat."),
      version: version.update,
    },
  }),
  table("kim.haushalt_person", "akte", {
    says: "Wer von wann bis wann mit wem zusammenlebt: alle Zeilen mit demselben Haushalt.",
    owner: "traeger",
    retention: FAMILIE,
    web: ["select"],
    // Different households with a case are counted.
    worker: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      haushalt_id: technik.insert,
      person_id: technik.insert,
      von: kode.insert,
      bis: kode.update.says("Der letzte Tag; leer: lebt dort."),
    },
  }),
];
