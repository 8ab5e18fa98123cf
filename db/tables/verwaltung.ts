import { KEY, amtlich, hash, keeping, kennung, kode, table, technik, version, zeitpunkt } from "../table.ts";

const STAYS = keeping("Kommunen, Träger, Standorte", "solange die Installation besteht", "–");
const aktiv = technik.update.says("Falsch: stillgelegt, für Neues nicht mehr zu wählen.");

export const VERWALTUNG = [
  table("kim.kommune", "kreis", {
    says: "Kreisangehörige Kommunen (oder die kreisfreie Stadt selbst) mit den zuständigen Ämtern.",
    owner: "kreis",
    retention: STAYS,
    web: ["select"],
    worker: ["select"],
    columns: {
      kreis: technik.insert,
      ags: kode.insert.says("Amtlicher Gemeindeschlüssel, acht Stellen."),
      name: amtlich.insert.update,
      plz: amtlich.insert.update,
      jugendamt: amtlich.insert.update,
      ebh: amtlich.insert.update.says("Einbürgerungsbehörde."),
      abh: amtlich.insert.update.says("Ausländerbehörde."),
      aktiv,
      version: version.update,
    },
  }),
  table("kim.traeger", "kreis", {
    says: "Anstellungsträger und damit Verantwortlicher im Sinne der DSGVO: Kreis, Stadt oder Gemeinde, Wohlfahrtsverband.",
    owner: "kreis",
    retention: STAYS,
    web: ["select"],
    worker: ["select"],
    columns: {
      ...KEY,
      name: amtlich.insert.update,
      art: amtlich.insert.update.says("kreis, kommune oder wohlfahrt."),
      rechtsrahmen: amtlich.insert.update.says("Welches Datenschutzrecht für ihn gilt: dsgvo, kdg oder dsg_ekd."),
      eigenes_wort_ab: amtlich.insert.update.says(
        "Ab welchem Alter neben den Sorgeberechtigten das Kind selbst einwilligt.",
      ),
      aktiv,
      version: version.update,
    },
  }),
  table("kim.standort", "traeger", {
    says: "Ort, an dem ein Träger berät.",
    owner: "kreis",
    retention: STAYS,
    web: ["select"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      ags: kode.insert.update,
      name: amtlich.insert.update,
      aktiv,
      version: version.update,
    },
  }),
  table("kim.konto", "traeger", {
    says: "Mitarbeiter:in mit Zugang. Name und Adresse sind versiegelt.",
    owner: "traeger",
    retention: keeping("Konto", "12 Monate nach Ausscheiden, dann Name und Adresse leer", "noch nicht"),
    web: ["select"],
    worker: ["select"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      name: kennung.insert.update,
      email: kennung.insert.update,
      email_hash: hash.insert.update.says("Schlüssel-Hash der Adresse: Keine gibt es im Kreis zweimal."),
      status: technik.update.says("eingeladen, aktiv oder deaktiviert."),
      angenommen: zeitpunkt.says("Seit wann die Person selbst hineinkam; setzt die Datenbank, einmal."),
      standort_id: technik.insert.update.says("Wo die Person meistens berät; Vorschlag beim Erfassen."),
      version: version.update,
    },
  }),
  table("kim.rolle", "traeger", {
    says: "Rolle eines Kontos von/bis (beide Tage eingeschlossen); was sie darf, steht im Code.",
    owner: "kreis",
    retention: keeping("Rollen", "mit dem Konto", "noch nicht"),
    web: ["select", "delete"],
    worker: ["select"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      konto_id: technik.insert,
      rolle: technik.insert.says("Ein Name aus ROLLEN des Programms."),
      von: technik.insert.update,
      bis: technik.insert.update,
      vergeben_von: technik.insert.says("Wer die Rolle gab."),
      zugestimmt_von: technik.insert.update.says(
        "Wer zugestimmt hat, dass sie andere bestätigt; nie, wer sie gab. Leer: noch niemand; lauter Nullen: das Programm.",
      ),
    },
  }),
];
