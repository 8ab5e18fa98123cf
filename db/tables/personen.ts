import { FILE, TAKE_OVER, erfasstVon, keeping, kennung, kode, table, technik, token, version } from "../table.ts";

const PERSON = keeping("Person mit Sprachen und Suchtoken", "3 Jahre nach der letzten Beratung", "noch nicht");

export const PERSONEN = [
  table("kim.person", "akte", {
    says: "Ratsuchende Person. Name und Geburtsdatum sind mit ihrem eigenen Schlüssel versiegelt.",
    owner: "traeger",
    retention: PERSON,
    web: ["select"],
    worker: [...TAKE_OVER, { update: ["suche", "konto_id", "erfasst_von", "uebergabe_id"] }],
    columns: {
      ...FILE,
      id: technik.insert,
      name: kennung.insert.update,
      geburtsdatum: kennung.insert.update,
      altersgruppe: kode.insert.update,
      ags: kode.insert.update.says("Kommune, in der die Person wohnt."),
      staatsangehoerigkeit: kode.insert.update,
      erfasst_am: technik.insert.says("Nur der Tag: Eine Uhrzeit verriete den Besuch."),
      version: version.update,
      suche: technik.says("Nach welcher Fassung der Regeln ihre Suchtoken gemacht sind."),
      uebernahme_id: technik.says("Aus welcher Liste sie stammt; leer: hier angelegt."),
      erfasst_von: erfasstVon,
      uebergabe_id: technik.says("Durch welche Übergabe sie zuletzt den Besitz wechselte."),
    },
  }),
  table("kim.person_sprache", "akte", {
    says: "Sprachen einer Person.",
    owner: "traeger",
    retention: PERSON,
    web: ["select", "delete"],
    worker: TAKE_OVER,
    columns: { ...FILE, person_id: technik.insert, sprache: kode.insert },
  }),
  table("kim.person_token", "akte", {
    says: "Suche ohne Klartext: Schlüssel-Hashes der normalisierten, lautlichen und n-gram-Formen eines Namens.",
    owner: "traeger",
    retention: PERSON,
    web: ["select", "delete"],
    worker: TAKE_OVER,
    columns: {
      ...FILE,
      token: token.insert.says(
        "Der Primärschlüssel enthält alle Spalten, damit die Suche mit der Wand der Akten nur den Index liest.",
      ),
      person_id: technik.insert,
    },
  }),
];
