import { FILE, KEY, amtlich, hash, inhalt, keeping, kode, table, technik, version, zeitpunkt } from "../table.ts";

const TERMIN = keeping("Termine mit Verlauf", "mit der Person; ohne Person 6 Monate nach dem Tag", "noch nicht");
const SPRECHSTUNDE = keeping("Sprechstunden", "3 Jahre nach ihrem letzten Tag", "noch nicht");

const UHR = kode.insert.update.says("Minuten seit Mitternacht, nach der Uhr an der Wand.");

export const TERMINE = [
  table("kim.sprechstunde", "akte", {
    says: "Eine Sprechstunde, die wiederkehrt: an welchem Wochentag, wann und wo. Sagt nichts über eine ratsuchende Person.",
    owner: "traeger",
    retention: SPRECHSTUNDE,
    web: ["select"],
    // Goes with everything else when somebody hands over all of her work.
    worker: ["select", { update: ["konto_id"] }],
    columns: {
      ...FILE,
      ...KEY,
      standort_id: technik.insert.update,
      raum: amtlich.insert.update,
      rhythmus: kode.insert.update.says("Jede Woche, alle zwei, oder einmal im Monat."),
      wochentag: kode.insert.update.says("1 ist Montag."),
      woche: kode.insert.update.says("Im Monat: die wievielte; -1 die letzte."),
      beginn: UHR,
      ende: UHR,
      ab: kode.insert.update,
      bis: kode.insert.update.says("Der letzte Tag; leer: bis auf Weiteres."),
      version: version.update,
    },
  }),
  table("kim.sprechstunde_ausnahme", "akte", {
    says: "Ein Tag, an dem eine Sprechstunde ausfällt.",
    owner: "traeger",
    retention: SPRECHSTUNDE,
    web: ["select", "delete"],
    columns: { ...FILE, sprechstunde_id: technik.insert, tag: kode.insert },
  }),
  table("kim.termin", "akte", {
    says: "Ein Termin im eigenen Kalender, mit einer Person oder ohne Namen.",
    owner: "traeger",
    retention: TERMIN,
    web: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      person_id: technik.insert,
      betreff: inhalt.insert.update.says(
        "Ein Stichwort, mit dem Schlüssel der Person; ohne Person mit dem des Trägers.",
      ),
      tag: kode.insert.update,
      beginn: UHR,
      dauer: kode.insert.update.says("Minuten."),
      standort_id: technik.insert.update,
      raum: amtlich.insert.update,
      sprache: kode.insert.update.says("In welcher Sprache gesprochen wird."),
      verstaendigung: kode.insert.update.says("Wie man sich verstehen wird."),
      stand: kode.update,
      version: version.update,
    },
  }),
  table("kim.termin_schritt", "akte", {
    says: "Was aus einem Termin wurde: jeder Tag, den er hatte, und jeder Stand. Kein Schritt ändert sich.",
    owner: "traeger",
    retention: TERMIN,
    web: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      termin_id: technik.insert,
      folge: technik.insert.says("Die Fassung des Termins, die er ergab."),
      stand: kode.insert,
      tag: kode.insert,
      beginn: kode.insert,
      am: kode.insert,
      erfasst_von: technik.insert.says("Wer es tat."),
      grund: inhalt.insert,
    },
  }),
  table("kim.kalender_adresse", "konto", {
    says: "Unter welcher geheimen Adresse ein Kalenderprogramm den Kalender eines Kontos liest; höchstens eine je Konto.",
    owner: "traeger",
    retention: keeping("Adresse des Kalenders", "bis die Person sie zurücknimmt", "ja"),
    web: ["select", "delete"],
    columns: {
      ...KEY,
      konto_id: technik.insert,
      token_hash: hash.insert.says("Nur der Hash; die Adresse selbst kennt nur, wer sie bekam."),
      angelegt: zeitpunkt,
      gelesen: zeitpunkt.update.says("Wann zuletzt jemand den Kalender las."),
    },
  }),
];
