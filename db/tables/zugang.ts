import { KEY, geheimnis, hash, keeping, table, technik, zeitpunkt } from "../table.ts";

export const ZUGANG = [
  table("kim.anmeldeweg", "konto", {
    says: "Alle Wege der Anmeldung in einer Tabelle: Passwort, zweiter Faktor, Wiederherstellungscodes.",
    owner: "kreis",
    retention: keeping("Anmeldewege", "mit dem Konto", "noch nicht"),
    web: ["select", "delete"],
    columns: {
      ...KEY,
      konto_id: technik.insert,
      art: technik.insert.says("passwort, totp oder wiederherstellung."),
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
];
