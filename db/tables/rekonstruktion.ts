import { FILE, KEY, amtlich, keeping, kode, table, technik, version } from "../table.ts";

const REKONSTRUKTION = keeping("Fallrekonstruktionen", "bleiben: ohne Personenbezug", "–");
const GEPRUEFT = "Ohne Personen; geprüft, bevor es gespeichert wird.";

/** As long as a reconstruction is open only its group and the coordination see it (src/domains/rekonstruktion). */
export const REKONSTRUKTIONEN = [
  table("kim.rekonstruktion", "kreis", {
    says: "Eine Fallrekonstruktion: was eine Gruppe an einem oder mehreren Fällen verstehen will, ohne Personen, und was sie fand.",
    owner: "kreis",
    retention: REKONSTRUKTION,
    web: ["select"],
    columns: {
      ...KEY,
      frage: amtlich.insert.update.says(GEPRUEFT),
      altersgruppe: kode.insert.update,
      familienform: kode.insert.update,
      rechtskreis: kode.insert.update,
      ausgangslage: amtlich.insert.update.says(GEPRUEFT),
      begonnen_am: amtlich.insert,
      stand: kode.insert.update,
      stand_seit: amtlich.insert.update,
      ergebnis: amtlich.update.says(GEPRUEFT),
      befund: amtlich.update.says("Was davon eine Systemlücke ist und was nicht. Ohne Personen; geprüft."),
      version: version.update,
    },
  }),
  table("kim.rekonstruktion_mitglied", "kreis", {
    says: "Wer am Tisch saß: für welche Stelle, in welcher Funktion. Aufnehmen kann nur, wer leitet.",
    owner: "kreis",
    retention: REKONSTRUKTION,
    web: ["select", "delete"],
    worker: ["select"],
    columns: {
      ...KEY,
      rekonstruktion_id: technik.insert,
      organisation: amtlich.insert,
      funktion: amtlich.insert,
      konto_id: technik.insert.says("Der Zugang, wenn sie oder er mitschreibt; geht mit dem Zugang."),
      seit: amtlich.insert,
    },
  }),
  table("kim.rekonstruktion_schritt", "kreis", {
    says: "Wie weit eine Fallrekonstruktion ging: von, nach, Tag, Grund, durch wen. Wird nie geändert.",
    owner: "kreis",
    retention: REKONSTRUKTION,
    web: ["select"],
    columns: {
      ...KEY,
      nr: technik.says("Die Reihenfolge."),
      rekonstruktion_id: technik.insert,
      von: kode.insert,
      nach: kode.insert,
      am: amtlich.insert,
      grund: amtlich.insert.says(GEPRUEFT),
      getan_von: technik.insert,
    },
  }),
  table("kim.rekonstruktion_station", "kreis", {
    says: "Eine Station: was geschah, wer handelte, was gebraucht wurde, was gelang, wo es brach. Ohne Personen, ohne Tage.",
    owner: "kreis",
    retention: REKONSTRUKTION,
    web: ["select"],
    columns: {
      ...KEY,
      rekonstruktion_id: technik.insert,
      rang: technik.insert.update.says("Die Reihenfolge."),
      wann: amtlich.insert.update.says("Wie viel später, höchstens ein Monat; nie ein Tag."),
      geschehen: amtlich.insert.update.says(GEPRUEFT),
      handelnd_art: kode.insert.update.says("Welche Art von Stelle handelte."),
      handelnd: amtlich.insert.update.says("Welche Stelle; nie ein Mensch."),
      gebraucht: amtlich.insert.update.says(GEPRUEFT),
      gelungen: amtlich.insert.update.says(GEPRUEFT),
      bruch: kode.insert.update.says("Ob es hier brach."),
      bruch_text: amtlich.insert.update.says(GEPRUEFT),
      offen: amtlich.insert.update.says("Was noch niemand weiß. Ohne Personen; geprüft."),
      entfernt: technik.update.says("Herausgenommen; lässt sich zurückholen."),
      version: version.update,
    },
  }),
  table("kim.rekonstruktion_bruch", "kreis", {
    says: "Woran es an einer Station brach.",
    owner: "kreis",
    retention: REKONSTRUKTION,
    web: ["select", "delete"],
    columns: { kreis: technik.insert, station_id: technik.insert, bruchgrund: kode.insert },
  }),
  table("kim.rekonstruktion_luecke", "kreis", {
    says: "Welche Systemlücke aus welcher Station gemeldet wurde, oder zu welcher ihr Bruch kam.",
    owner: "kreis",
    retention: REKONSTRUKTION,
    web: ["select", "delete"],
    columns: {
      kreis: technik.insert,
      station_id: technik.insert,
      luecke_id: technik.insert,
      am: amtlich.insert,
      meldung_id: technik.insert.says(
        "Mit welcher Meldung er zu einer Lücke kam, die es schon gab; leer, wo sie aus ihm entstand.",
      ),
    },
  }),
  table("kim.rekonstruktion_anteil", "kreis", {
    says: "Dass ein Fall eines Trägers in eine Fallrekonstruktion einging: eine Zahl, nie welcher.",
    owner: "kreis",
    retention: REKONSTRUKTION,
    web: ["select", "delete"],
    columns: { ...KEY, rekonstruktion_id: technik.insert, traeger_id: technik.insert },
  }),
  table("kim.rekonstruktion_fall", "akte", {
    says: "Welcher Fall es war; gehört zu dieser Akte und geht mit ihr.",
    owner: "traeger",
    retention: keeping("Verweis einer Fallrekonstruktion auf ihren Fall", "wie der Fall", "mit ihm"),
    web: ["select", "delete"],
    // As with reports of gaps: so that a case counts once (kim.luecke_doppelt).
    worker: ["select"],
    columns: { ...FILE, ...KEY, anteil_id: technik.insert, fall_id: technik.insert },
  }),
];
