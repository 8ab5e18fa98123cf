import { KEY, geheimnis, hash, keeping, kennung, table, technik, zeitpunkt } from "../table.ts";

export const ZUGANG = [
  table("kim.anmeldeweg", "konto", {
    says: "Alle Wege der Anmeldung in einer Tabelle: Passwort, zweiter Faktor, Wiederherstellungscodes.",
    owner: "kreis",
    retention: keeping("Anmeldewege", "mit dem Konto", "noch nicht"),
    web: ["select", "delete"],
    columns: {
      ...KEY,
      konto_id: technik.insert,
      art: technik.insert.update.says(
        "passwort, totp oder wiederherstellung; mit _frueher: galt vor einer Erneuerung und beweist nur noch, wer jemand ist.",
      ),
      geheimnis: geheimnis.insert.update.says("Versiegelt; vom Passwort nur der Hash."),
      bestaetigt: technik.insert.update.says("Falsch: ein neuer zweiter Faktor, der neben dem alten wartet."),
      schritt: technik.update.says("Letzter TOTP-Zeitschritt, gegen Wiederholung."),
      verbraucht: zeitpunkt.update.says("Wann der Wiederherstellungscode benutzt wurde; er gilt einmal."),
      angelegt: zeitpunkt.insert,
    },
  }),
  table("kim.einladung", "traeger", {
    says: "Einmal-Link zum Setzen des Passworts.",
    owner: "kreis",
    retention: keeping("Einladung", "30 Tage nach Ablauf", "ja"),
    web: ["select"],
    worker: ["select", { update: ["link"] }, "delete"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      konto_id: technik.insert,
      token_hash: hash.insert,
      link: geheimnis.insert.update.says("Versiegelt, und nur, bis er verschickt ist."),
      gueltig_bis: zeitpunkt.insert,
      verbraucht: zeitpunkt.update.says("Wann der Link benutzt wurde; er gilt einmal."),
    },
  }),
  table("kim.erneuerung", "traeger", {
    says: "Jemand anderes hat einer Person einen neuen Weg hinein gegeben. Solange eine davon nicht freigegeben ist, bleiben ihre Akten zu.",
    owner: "traeger",
    retention: keeping("Erneuerung eines Zugangs", "mit dem Konto", "noch nicht"),
    web: ["select"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      konto_id: technik.insert.says("Wessen Zugang."),
      art: technik.insert.says(
        "zurueckgesetzt, wieder_geoeffnet, neuer_link, betrieb oder adresse (die schließt nichts).",
      ),
      von: technik.insert.says("Wer es getan hat."),
      von_wer: kennung.insert.says("Name und Rolle von damals, mit dem Schlüssel des erneuerten Kontos versiegelt."),
      am: zeitpunkt,
      angenommen: zeitpunkt.update.says("Wann der Link benutzt wurde; vorher bestätigt niemand."),
      frei: zeitpunkt.insert.update.says("Seit wann die Akten wieder offen sind; leer: geschlossen."),
      frei_durch: technik.update.says("app oder code (selbst nachgewiesen), person (bestätigt)."),
      frei_von: technik.update.says("Wer bestätigt hat; nie, wer erneuert hat, nie die Person selbst."),
      frei_wer: kennung.update,
      gesehen: zeitpunkt.update.says("Wann die Person es zur Kenntnis nahm."),
    },
  }),
  table("kim.sitzung", "konto", {
    says: "Anmeldung eines Browsers.",
    owner: "kreis",
    retention: keeping("Sitzung", "1 Tag nach Ende", "ja"),
    web: ["select"],
    worker: ["select", "delete"],
    columns: {
      ...KEY,
      konto_id: technik.insert,
      token_hash: hash.insert.update.says("Der Cookie, nur als Hash."),
      stand: technik.insert.update.says("zweiter_faktor (noch nicht angemeldet), offen, gesperrt oder beendet."),
      angelegt: zeitpunkt.insert,
      zuletzt: zeitpunkt.insert.update.says("Letzte Anfrage, auf eine Minute genau."),
    },
  }),
  table("kim.zugang_stand", "kreis", {
    says: "Welchen Stand die Zugänge eines Kreises haben: ein anderer Wert, sobald sich etwas ändert, was eine Sitzung von ihrem Konto sagt.",
    owner: "kreis",
    retention: keeping("Stand der Zugänge", "solange die Installation besteht", "–"),
    web: ["select"],
    worker: ["select", "insert", "update"],
    columns: {
      kreis: technik.insert,
      fassung: technik.insert.update.says(
        "Zufällig; Trigger schreiben ihn in derselben Transaktion (db/code/zugang.sql).",
      ),
    },
  }),
];
