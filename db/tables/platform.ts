import { KEY, TAKE_OVER, geheimnis, hash, inhalt, keeping, kode, table, technik, zeitpunkt } from "../table.ts";

const formular = technik.insert.says("Name des Formulars im Programm.");

export const PLATFORM = [
  table("kim.entwurf", "entwurf", {
    says: "Angefangene Eingaben, mit dem Schlüssel des Kontos versiegelt.",
    owner: "traeger",
    retention: keeping(
      "Entwurf",
      "beim Speichern; einen Tag, nachdem er verworfen wurde; spätestens nach 14 Tagen",
      "ja",
    ),
    web: ["select", "delete"],
    worker: ["select", "delete"],
    columns: {
      ...KEY,
      konto_id: technik.insert,
      formular,
      gegenstand: technik.insert.says("Der Datensatz, der geändert wird; leer bei einem neuen."),
      inhalt: inhalt.insert.update,
      geaendert: zeitpunkt.insert.update,
      verworfen: zeitpunkt.insert.update.says("Seit wann er verworfen ist; einen Tag lang lässt er sich zurückholen."),
    },
  }),
  table("kim.idempotenz", "konto", {
    says: "Was ein Formular schon bewirkt hat, damit Doppelklick und Wiederholung nur einmal wirken.",
    owner: "traeger",
    retention: keeping("Schlüssel des Absendens", "14 Tage", "ja"),
    web: ["select"],
    worker: ["select", "delete"],
    columns: {
      kreis: technik.insert,
      konto_id: technik.insert,
      schluessel: technik.insert.says("Kennung dieses einen Formulars, gemacht, als es gezeigt wurde."),
      abdruck: hash.insert.says("Schlüssel-Hash des Gesendeten: erkennt, wenn danach noch etwas geändert wurde."),
      antwort: technik.insert.says("Was die erste Sendung als Antwort bekam."),
      am: technik.says("Nur der Tag, keine Uhrzeit."),
      gegenstand: technik.insert.says("Der Datensatz, den das Formular geändert hat; leer bei einem neuen."),
      fassung: technik.insert.says("Die Fassung, aus der das Formular gefüllt war."),
    },
  }),
  table("kim.vorgabe", "konto", {
    says: "Zuletzt gewählte Kodes eines Formulars („wie die letzte“). Nie Text, nie Personen.",
    owner: "traeger",
    retention: keeping("Vorgaben (Kodes)", "mit dem Konto", "noch nicht"),
    web: ["select"],
    columns: { kreis: technik.insert, konto_id: technik.insert, formular, werte: kode.insert.update },
  }),
  // Append only; read by one page, for whoever watches over it.
  table("kim.protokoll", "protokoll", {
    says: "Jede Änderung und jedes Öffnen einer Akte, in derselben Transaktion, nur Kennungen.",
    owner: "traeger",
    retention: keeping("Protokoll", "24 Monate, dann ohne Bezug zur Person", "noch nicht"),
    web: ["select"],
    worker: ["insert like web"],
    columns: {
      kreis: technik.insert,
      id: technik.says("Zufällig: eine laufende Nummer verriete die Reihenfolge und damit die Uhrzeit."),
      traeger_id: technik.insert,
      konto_id: technik.insert.says("Wer es getan hat."),
      art: technik.insert.says("Das Ereignis, etwa beratung.erfasst."),
      gegenstand_art: technik.insert,
      gegenstand_id: technik.insert,
      zweck: technik.insert.says("Wozu eine Akte geöffnet wurde."),
      zeit: zeitpunkt.insert.says("Bei anonymen Beratungen nur der Tag."),
      vertreten: technik.says("Wessen Akte es war, wenn nicht die eigene. Setzt die Datenbank."),
    },
  }),
  table("tresor.traeger_schluessel", "traeger", {
    says: "Schlüssel eines Trägers.",
    owner: "betreiber",
    retention: keeping("Trägerschlüssel", "solange es den Träger gibt", "noch nicht"),
    web: ["select"],
    worker: ["select"],
    columns: {
      kreis: technik.insert,
      traeger_id: technik.insert,
      version: technik.insert.says("Nummer des Schlüssels; ein neuer bekommt die nächste."),
      verpackt: geheimnis.insert.says("Mit dem Betreiberschlüssel verpackt."),
    },
  }),
  table("tresor.schluessel", "schluessel", {
    says: "Datenschlüssel je Person, Konto, Gruppenberatung, Träger oder Liste. Wird er gelöscht, ist alles damit Versiegelte unlesbar, auch in Sicherungen.",
    owner: "traeger",
    retention: keeping("Datenschlüssel", "bis zur Löschung der Person; ihr Ende ist die Löschung", "noch nicht"),
    web: ["select", "delete"],
    worker: TAKE_OVER,
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      version: technik.insert.says("Nummer des Schlüssels; ein neuer bekommt die nächste."),
      art: technik.insert.says("Wessen Daten er öffnet: person, konto, beratung, traeger oder uebernahme."),
      verpackt: geheimnis.insert.says("Mit dem Trägerschlüssel verpackt."),
    },
  }),
];
