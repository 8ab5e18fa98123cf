import { FILE, KEY, inhalt, keeping, kode, table, technik, version } from "../table.ts";

const LAGE = keeping("Lebenslage mit früheren Ständen", "mit der Person, um deren Akte es geht", "noch nicht");
const SCHUTZ = keeping("Schutzbedarf", "mit der Person; früher, sobald er endet", "noch nicht");

const EINTRAG = {
  ...FILE,
  ...KEY,
  person_id: technik.insert,
  falsch: kode.update.says("War nie so; steht nur noch im Verlauf."),
  erfasst_von: technik.insert.says("Wer den Eintrag angelegt hat."),
  version: version.update,
};
const BIS = kode.insert.update.says("Der letzte Tag; leer: gilt.");

export const LEBENSLAGE = [
  table("kim.aufenthalt", "akte", {
    says: "Aufenthaltsstatus einer Person über die Zeit. Für Aufenthalt ohne Papiere gibt es keinen Kode, nur „keine Angabe“.",
    owner: "traeger",
    retention: LAGE,
    web: ["select"],
    columns: {
      ...EINTRAG,
      status: kode.insert.update,
      von: kode.insert.update,
      bis: BIS,
      gueltig_bis: kode.insert.update.says("Bis wann der Titel gilt."),
      fiktion_bis: kode.insert.update.says("Bis wann eine Fiktionsbescheinigung gilt."),
      wohnsitzauflage: kode.insert.update,
      beschaeftigung: kode.insert.update.says("Ob Beschäftigung gestattet ist: ja, mit Erlaubnis, nein."),
      notiz: inhalt.insert.update,
    },
  }),
  table("kim.leistung", "akte", {
    says: "Leistungen zum Lebensunterhalt über die Zeit, mit dem Wechsel von einer zur anderen.",
    owner: "traeger",
    retention: LAGE,
    web: ["select"],
    columns: {
      ...EINTRAG,
      art: kode.insert.update,
      beantragt_am: kode.insert.update,
      von: kode.insert.update.says("Tag der ersten Zahlung; leer: noch keine."),
      bis: BIS,
      vorher: kode.insert.update.says("Die Leistung davor, beim Wechsel des Rechtskreises."),
      vorher_bis: kode.insert.update.says("Letzter Tag, für den die Leistung davor gezahlt wurde."),
      unterlagen: inhalt.insert.update.says("Welche Unterlagen fehlen."),
    },
  }),
  table("kim.werdegang", "akte", {
    says: "Schule, Abschluss, Anerkennung, Arbeit und Kurse einer Person über die Zeit.",
    owner: "traeger",
    retention: LAGE,
    web: ["select"],
    columns: {
      ...EINTRAG,
      art: kode.insert.update,
      stand: kode.insert.update.says("Wie weit ein Kurs oder eine Anerkennung ist."),
      abbruch: kode.insert.update.says("Warum ein Kurs abgebrochen wurde."),
      was: inhalt.insert.update.says("Schule, Beruf, Kursträger."),
      von: kode.insert.update,
      bis: BIS,
    },
  }),
  table("kim.schutzbedarf", "akte", {
    says: "Besonderer Schutzbedarf (Art. 9 DSGVO): alles daran ist versiegelt; ein eigenes Recht öffnet es, jedes Öffnen steht im Protokoll.",
    owner: "traeger",
    retention: SCHUTZ,
    web: ["select"],
    columns: {
      ...EINTRAG,
      angaben: inhalt.insert.update.says("Welcher Bedarf, seit wann, bis wann, was zu beachten ist."),
    },
  }),
  table("kim.lage_fassung", "akte", {
    hangs: { eintrag_id: ["kim.aufenthalt", "kim.leistung", "kim.werdegang", "kim.schutzbedarf"] },
    says: "Was in einem Eintrag zur Lebenslage stand, bevor er geändert wurde.",
    owner: "traeger",
    retention: LAGE,
    web: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      person_id: technik.insert,
      bereich: technik.insert,
      eintrag_id: technik.insert,
      version: technik.insert.says("Die abgelöste Fassung."),
      werte: inhalt.insert,
      am: technik.says("Nur der Tag."),
      erfasst_von: technik.insert.says("Wer geändert hat."),
    },
  }),
];
