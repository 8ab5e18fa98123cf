import { FILE, TAKE_OVER, hash, inhalt, keeping, kode, table, technik, version } from "../table.ts";

const SUMME = keeping("Summen aus Strichlisten", "bleibt: Zählungen ohne Bezug zu einer Person", "–");

/** Lists of the years before: the page uploads and decides, the worker reads, takes over and takes back. */
export const UEBERNAHME = [
  table("kim.uebernahme", "akte", {
    says: "Eine hochgeladene Liste und was aus ihr wurde. Sie hat einen eigenen Schlüssel: Geht er, geht alles aus der Datei.",
    owner: "traeger",
    retention: keeping(
      "Hochgeladene Liste",
      "Inhalt, bis alles übernommen oder der Rest verworfen ist, höchstens 30 Tage; Zählungen bleiben",
      "ja",
    ),
    web: ["select", "delete"],
    worker: [
      ...TAKE_OVER,
      { update: ["inhalt", "entscheidungen", "befund", "zahlen", "bisher", "stand", "fortschritt", "version"] },
    ],
    columns: {
      ...FILE,
      id: technik.insert,
      datei: inhalt.insert.says("Der Name der Datei."),
      abdruck: hash.insert.says("Schlüssel-Hash des Inhalts: dieselbe Datei fällt ein zweites Mal auf."),
      bytes: technik.insert.says("Größe der Datei."),
      inhalt: inhalt.insert.update.says("Die Datei selbst; bleibt nur, bis keine Zeile mehr zurückgeblieben ist."),
      entscheidungen: inhalt.update.says("Was jemand zu Tabellen, Spalten, Wörtern und Zeilen entschieden hat."),
      befund: inhalt.says("Was beim Lesen gefunden wurde, für die Seite."),
      zahlen: kode.says("Zählungen ohne Wörter."),
      bisher: kode.update.says("Zählungen des schon Übernommenen, solange Zurückgebliebenes nachgeholt wird."),
      stand: technik.update.says(
        "Wo die Liste steht; bei liest, uebernimmt und nimmt_zurueck arbeitet der Hintergrund.",
      ),
      fortschritt: technik.update.says("Prozent."),
      am: technik.says("Der Tag des Hochladens."),
      version: version.update,
    },
  }),
  table("kim.wort", "traeger", {
    says: "Ein Wort aus Listen eines Trägers, das keine Codeliste kennt, mit dem, was einmal darüber entschieden wurde.",
    owner: "traeger",
    retention: keeping(
      "Wort, das keine Codeliste kennt",
      "solange eine Beratung oder Summe es trägt oder es entschieden ist",
      "beim Zurücknehmen",
    ),
    web: ["select"],
    worker: [...TAKE_OVER, { update: ["stand", "code", "entschieden_von", "version"] }],
    columns: {
      kreis: technik.insert,
      id: technik.insert,
      traeger_id: technik.insert,
      art: technik.insert.says("Wofür das Wort in der Liste steht: thema, kommune, sprache …"),
      abdruck: hash.insert.says("Schlüssel-Hash: erkennt das Wort wieder, ohne es zu öffnen."),
      wort: inhalt.insert,
      stand: technik.insert.update.says("offen, zugeordnet oder ohne_bedeutung."),
      code: kode.insert.update.says("Der Kode, dem es zugeordnet ist."),
      entschieden_von: technik.insert.update.says("Wer es zuletzt entschied; nur diese Person sieht es."),
      version: version.update,
    },
  }),
  table("kim.beratung_wort", "akte", {
    says: "Wörter einer übernommenen Beratung, die keine Codeliste kannte („nicht zugeordnet“).",
    owner: "traeger",
    retention: keeping("Wörter einer übernommenen Beratung", "mit der Beratung", "beim Zurücknehmen"),
    web: ["select"],
    worker: TAKE_OVER,
    columns: { kreis: technik, traeger_id: technik, konto_id: technik, beratung_id: technik, wort_id: technik },
  }),
  table("kim.summe", "traeger", {
    says: "Zählung einer Strichliste für eine Spanne von Tagen und eine Kommune. Nie einzelne Beratungen.",
    owner: "traeger",
    retention: SUMME,
    web: ["select"],
    worker: TAKE_OVER,
    columns: {
      kreis: technik,
      id: technik,
      traeger_id: technik,
      uebernahme_id: technik.says("Die Strichliste."),
      von: kode,
      bis: kode,
      ags: kode,
      beratungen: kode.says("Leer: Die Liste zählt nur Themen."),
      neuzuweisungen: kode,
    },
  }),
  table("kim.summe_thema", "traeger", {
    says: "Nennungen eines Handlungsfelds in einer Summe, wie die Liste sie zählt.",
    owner: "traeger",
    retention: SUMME,
    web: ["select"],
    worker: TAKE_OVER,
    columns: { kreis: technik, summe_id: technik, traeger_id: technik, handlungsfeld: kode, anzahl: kode },
  }),
  table("kim.summe_wort", "traeger", {
    says: "Nennungen eines Worts in einer Summe; zählt zu einem Handlungsfeld, sobald das Wort eines hat.",
    owner: "traeger",
    retention: SUMME,
    web: ["select"],
    worker: TAKE_OVER,
    columns: { kreis: technik, summe_id: technik, wort_id: technik, traeger_id: technik, anzahl: kode },
  }),
];
