import { FILE, TAKE_OVER, erfasstVon, hash, inhalt, keeping, kode, table, technik, version } from "../table.ts";

const BERATUNG = keeping(
  "Beratung mit Themen, Personen, Fassungen",
  "3 Jahre nach Ende des Kalenderjahres; Summen bleiben",
  "noch nicht",
);

export const BERATUNGEN = [
  table("kim.beratung", "akte", {
    work: true,
    says: "Eine Beratung (Kontakt der Stufen 0 bis 2). Kodes im Klartext für die Auswertung, die Notiz versiegelt.",
    owner: "traeger",
    retention: BERATUNG,
    web: ["select"],
    // When a word of a list is decided, the consultations that carry it follow.
    worker: [
      ...TAKE_OVER,
      {
        update: [
          "sprache",
          "kontaktweg",
          "verstaendigung",
          "ergebnis",
          "herkunftsgruppe",
          "altersgruppe",
          "neuzuweisung",
          "version",
          // A hand-over.
          "konto_id",
          "erfasst_von",
          // Given to somebody else: under another key.
          "notiz",
          "notiz_schluessel",
        ],
      },
    ],
    columns: {
      ...FILE,
      id: technik.insert,
      am: kode.insert.update.says("Der Tag. Eine Uhrzeit gibt es nicht: Sie verriete den Besuch."),
      stufe: kode.insert.update.says("Wie weit der Kontakt ging; bei 0 und 1 steht hier nichts, was jemanden nennt."),
      kontaktweg: kode.insert.update.says("Leer nur, wo eine übernommene Liste es nicht sagt."),
      ags: kode.insert.update.says("Die Kommune, zu der die Beratung zählt."),
      standort_id: kode.insert.update,
      sprache: kode.insert.update,
      verstaendigung: kode.insert.update.says("Wie man sich verstand."),
      dauer_min: kode.insert.update.says("Minuten; leer nur, wo eine übernommene Liste es nicht sagt."),
      ergebnis: kode.insert.update,
      neuzuweisung: kode.insert.update,
      personenzahl: kode.insert.update.says("Wie viele Menschen beraten wurden."),
      herkunftsgruppe: kode.insert.update.says("Nur ohne Person; sonst steht es bei ihr genauer."),
      altersgruppe: kode.insert.update.says("Nur ohne Person; sonst steht sie bei ihr."),
      notiz: inhalt.insert.update,
      notiz_schluessel: technik.insert.update.says(
        "Der Datenschlüssel der Notiz: der einer Person, bei mehreren ein eigener, bei niemandem der des Trägers.",
      ),
      zurueckgezogen: technik.update.says("Zählt nicht mehr mit; Grund und Stand davor stehen als Fassung."),
      version: version.update,
      uebernahme_id: technik.says("Aus welcher Liste sie stammt; leer: hier erfasst."),
      erfasst_von: erfasstVon,
      anschluss_id: technik.update.says(
        "Auf wessen Ja hin sie zu einer Person gehört; leer: von Anfang an, oder zu niemandem.",
      ),
      abdruck: hash.says(
        "Schlüssel-Hash der Zeile, aus der die Beratung stammt: eine zweite Liste mit derselben Zeile fällt auf.",
      ),
    },
  }),
  table("kim.beratung_thema", "akte", {
    says: "Handlungsfelder einer Beratung.",
    owner: "traeger",
    retention: BERATUNG,
    web: ["select", "delete"],
    worker: TAKE_OVER,
    columns: {
      ...FILE,
      beratung_id: technik.insert,
      handlungsfeld: kode.insert,
      wort_id: technik.says("Das Wort, aus dem das Thema wurde: Wird es neu entschieden, folgt das Thema."),
    },
  }),
  table("kim.beratung_person", "akte", {
    says: "Wer beraten wurde, bei Stufe 2.",
    // The consultation is the record.
    merged: "stays",
    owner: "traeger",
    retention: BERATUNG,
    web: ["select", "delete"],
    worker: TAKE_OVER,
    columns: {
      ...FILE,
      beratung_id: technik.insert,
      person_id: technik.insert,
      am: kode.insert.says("Der Tag der Beratung, damit der letzte Kontakt gefunden wird, ohne alle zu lesen."),
    },
  }),
  table("kim.beratung_fassung", "akte", {
    says: "Was vor einer Korrektur oder einem Rückzug galt.",
    owner: "traeger",
    retention: BERATUNG,
    web: ["select"],
    worker: ["select", { update: ["erfasst_von", "notiz", "grund", "schluessel"] }],
    columns: {
      ...FILE,
      beratung_id: technik.insert,
      version: technik.insert.says("Die abgelöste."),
      art: technik.insert.says("korrektur, rueckzug oder aufhebung (eines Rückzugs)."),
      werte: kode.insert.says("Die Kodes von damals."),
      // Changed only to forget: a consultation that becomes anonymous keeps no text under a person's key.
      notiz: inhalt.insert.update,
      grund: inhalt.insert.update.says("Warum geändert wurde."),
      schluessel: technik.insert.update.says("Der Datenschlüssel, mit dem Notiz und Grund versiegelt sind."),
      am: technik.says("Nur der Tag, keine Uhrzeit."),
      erfasst_von: erfasstVon,
    },
  }),
];
