import { hash, installationTable, keeping, technik, zeitpunkt } from "../table.ts";

const STAYS = keeping("Verzeichnis der Installation", "solange die Installation besteht", "–");

/** Tables of the installation itself, listed so that none slips in unseen. */
export const INSTALLATION = [
  installationTable("betrieb.migration", {
    says: "Welche Migrationen angewendet sind.",
    retention: STAYS,
    web: [],
    columns: {
      name: technik,
      abdruck: technik.says("Prüfsumme der Datei: Wurde sie danach geändert, startet das Programm nicht."),
      am: zeitpunkt,
    },
  }),
  installationTable("betrieb.code", {
    says: "Welche Fassung der Funktionen, Wände und Beschreibungen gilt.",
    retention: STAYS,
    web: [],
    columns: { name: technik, abdruck: technik.says("Prüfsumme; was abweicht, wird beim Start neu angewendet.") },
  }),
  installationTable("betrieb.codeliste", {
    says: "Welche Fassung jeder Codeliste geladen ist.",
    retention: STAYS,
    web: [],
    columns: { name: technik, abdruck: technik.says("Prüfsumme der Datei; was abweicht, wird beim Start geladen.") },
  }),
  installationTable("betrieb.mandant", {
    says: "Die Kreise, die diese Installation führt.",
    retention: STAYS,
    web: ["select"],
    worker: ["select"],
    columns: { kreis: technik.insert, angelegt: technik },
  }),
  installationTable("betrieb.merkmal", {
    says: "Eigenschaften der Installation, etwa dass sie nur erfundene Daten hält.",
    retention: STAYS,
    web: ["select", "insert"],
    worker: ["select"],
    columns: { name: technik, wert: technik },
  }),
  installationTable("betrieb.einrichtung", {
    says: "Einmal-Links der ersten Einrichtung; nur ihr Hash.",
    retention: keeping("Einrichtungslink", "1 Tag nach Ablauf", "ja"),
    web: ["select", "insert"],
    worker: ["select", "delete"],
    columns: {
      token_hash: hash,
      gueltig_bis: zeitpunkt,
      verbraucht: zeitpunkt.update.says("Wann der Link benutzt wurde; er gilt einmal."),
    },
  }),
  installationTable("betrieb.anmeldename", {
    says: "Verzeichnis vor der Anmeldung: welche Kreise kennen diese E-Mail-Adresse? Nur ein Schlüssel-Hash, keine Adresse.",
    retention: keeping("Anmeldename", "mit dem Konto", "noch nicht"),
    web: ["select", "insert", "delete"],
    columns: { email_hash: hash, kreis: technik, konto_id: technik },
  }),
  installationTable("betrieb.anmeldeversuch", {
    says: "Zähler je Konto und je Absender-Adresse, vor jeder Passwortprüfung gelesen.",
    retention: keeping("vergebliche Anmeldungen", "1 Tag", "ja"),
    web: ["select", "insert", "update", "delete"],
    worker: ["select", "delete"],
    columns: {
      schluessel: hash.says("Schlüssel-Hash des Kontos oder der Absender-Adresse."),
      fehlversuche: technik,
      zuletzt: zeitpunkt,
      gesperrt_bis: zeitpunkt,
    },
  }),
  installationTable("betrieb.herzschlag", {
    says: "Wann sich ein Dienst zuletzt gemeldet hat; beim Webdienst die Probe von /gesund, ob geschrieben werden kann.",
    retention: STAYS,
    web: ["select", "insert", "update"],
    worker: ["select", "insert", "update"],
    columns: { dienst: technik, zeit: zeitpunkt },
  }),
  installationTable("betrieb.auftrag_beginn", {
    says: "Wie oft ein Auftrag für seinen Gegenstand begonnen wurde, ohne zu Ende zu kommen.",
    retention: keeping("abgebrochene Aufträge", "30 Tage", "ja"),
    web: ["select"],
    worker: ["select", "insert", "update", "delete"],
    columns: {
      auftrag: technik,
      gegenstand: technik.says("Kennung des Gegenstands, nie ein Name; leer, wenn es keinen gibt."),
      anzahl: technik,
      zuletzt: zeitpunkt,
      aufgegeben: zeitpunkt.says("Seit wann er nicht mehr begonnen wird."),
    },
  }),
  installationTable("betrieb.dienst_start", {
    says: "Starts von Webdienst und Hintergrundarbeit; ein sauberes Ende nimmt seine Zeile weg, es bleiben die Abstürze.",
    retention: keeping("abgestürzte Dienste", "1 Tag", "ja"),
    web: ["select", "insert", "delete"],
    worker: ["select", "insert", "delete"],
    columns: { id: technik, dienst: technik, zeit: zeitpunkt },
  }),
  installationTable("betrieb.uhr", {
    says: "Die Zeit, der die Aufräumarbeiten zuletzt trauten; gegen eine Uhr, die springt.",
    retention: STAYS,
    web: ["select"],
    worker: ["select", "update"],
    columns: {
      id: technik,
      stand: zeitpunkt,
      neu_seit: zeitpunkt.says("Seit wann eine andere Zeit gilt, der noch nicht getraut wird."),
      neu_zuletzt: zeitpunkt,
    },
  }),
];
