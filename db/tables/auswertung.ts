import { TAKE_OVER, amtlich, keeping, kode, table, technik } from "../table.ts";

const ZAHLEN = keeping("Zahlen des Kreises", "bleibt: Zählungen ohne Bezug zu einer Person", "–");

/** Figures of the Kreis: triggers append what changed as whoever wrote, the worker counts, pages read. */
export const AUSWERTUNG = [
  table("kim.zaehlung", "kreis", {
    says: "Was je Träger und Monat gezählt ist, Beratungen auch je Kommune.",
    owner: "kreis",
    retention: ZAHLEN,
    web: ["select"],
    worker: TAKE_OVER,
    columns: {
      kreis: technik,
      traeger_id: technik,
      monat: kode.says("Sein erster Tag."),
      ags: kode.says("Leer bei allem außer der Zahl der Beratungen."),
      merkmal: technik.says("Was gezählt ist; die Liste steht in der Sicht auswertung.nennung."),
      kode: kode.says("Leer: ohne Angabe, oder das Merkmal hat keine Kodes."),
      anzahl: kode,
    },
  }),
  table("kim.zaehlung_person", "kreis", {
    says: "Verschiedene Personen mit einer Beratung oder einem Fall, und Haushalte mit einem Fall, in einem Monat, Vierteljahr, Halbjahr oder Jahr: sie lassen sich nicht addieren.",
    owner: "kreis",
    retention: ZAHLEN,
    web: ["select"],
    worker: TAKE_OVER,
    columns: {
      kreis: technik,
      traeger_id: technik,
      von: kode,
      bis: kode.says("Der erste Tag danach."),
      art: kode.says("Was gezählt ist: Personen mit Beratung, Personen mit Fall oder Haushalte mit Fall."),
      anzahl: kode,
    },
  }),
  table("kim.zaehlung_anlass", "kreis", {
    says: "Was neu zu zählen ist: ein Monat eines Trägers, oder jeder, in dem ein Wort vorkommt. Trigger hängen an, der Auftrag nimmt weg.",
    owner: "kreis",
    retention: keeping("was neu zu zählen ist", "bis zur nächsten Zählung", "ja"),
    web: [],
    worker: TAKE_OVER,
    columns: {
      kreis: technik.insert,
      id: technik,
      traeger_id: technik.insert,
      monat: kode.insert,
      wort_id: technik.insert,
    },
  }),
  table("kim.zaehlung_stand", "kreis", {
    says: "Wie aktuell und wie richtig die Zahlen sind.",
    owner: "kreis",
    retention: keeping("Stand der Zählung", "solange die Installation besteht", "–"),
    web: ["select"],
    worker: ["select", "insert", "update"],
    columns: {
      kreis: technik,
      zeit: technik.says("Bis wann alles Gespeicherte gezählt ist."),
      geprueft: technik.says("Wann die Zählung zuletzt mit den Akten verglichen wurde."),
      abweichungen: technik.says("Wie viele Zahlen dabei abwichen."),
    },
  }),
  table("kim.zaehlung_blatt", "kreis", {
    says: "Dieselben Zahlen, alles eines Halbjahrs in einer Zeile, wie die Seiten es lesen. Die Zählung schreibt es mit.",
    owner: "kreis",
    retention: ZAHLEN,
    web: ["select"],
    worker: TAKE_OVER,
    columns: {
      kreis: technik,
      halbjahr: kode.says("Sein erster Tag."),
      zeit: technik.says("Die Zählung, die es schrieb."),
      zahlen: kode.says("Je Träger, Merkmal und Kode sechs Zahlen, eine je Monat (db/code/zaehlungsblatt.sql)."),
      geliefert: kode.says("In welchen Monaten ein Träger etwas geliefert hat."),
    },
  }),
  table("kim.lieferung", "kreis", {
    says: "Was ein Träger zu einem Monat meldet: begonnen, vollständig oder null. Ohne Meldung folgt der Stand aus dem, was gezählt ist.",
    owner: "kreis",
    retention: ZAHLEN,
    web: ["select", "delete"],
    columns: {
      kreis: technik.insert,
      traeger_id: technik.insert,
      monat: kode.insert.says("Sein erster Tag."),
      stand: kode.insert.update,
      am: technik.insert.update,
      konto_id: technik.insert.update.says("Wer es meldete."),
    },
  }),
  table("kim.kleine_zahl", "kreis", {
    says: "Ab welcher Zahl der Kreis Zahlen nennt; ohne Zeile ab 3.",
    owner: "kreis",
    retention: ZAHLEN,
    web: ["select"],
    worker: ["select"],
    columns: { kreis: technik.insert, ab: amtlich.insert.update, am: technik.insert.update },
  }),
  table("kim.einwohner", "kreis", {
    says: "Einwohner:innen einer Kommune an einem Tag, mit Quelle.",
    owner: "kreis",
    retention: ZAHLEN,
    web: ["select", "delete"],
    columns: {
      kreis: technik.insert,
      ags: kode.insert,
      stichtag: amtlich.insert,
      anzahl: amtlich.insert.update,
      quelle: amtlich.insert.update,
    },
  }),
];
