import { KEY, amtlich, keeping, kennung, kode, table, technik, version } from "../table.ts";

const STELLE = keeping("Stelle mit Kommunen", "10 Jahre nach Ende der Stelle (Nachweis der Förderung)", "noch nicht");

export const STELLEN = [
  table("kim.stelle", "kreis", {
    says: "Genehmigte Stelle eines Trägers, von/bis (beide Tage eingeschlossen).",
    owner: "kreis",
    retention: STELLE,
    web: ["select", "delete"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      art: kode.insert.update,
      bezeichnung: amtlich.insert.update.says("Unterscheidet Stellen derselben Art."),
      vzae: amtlich.insert.update.says("Vollzeitäquivalente."),
      von: amtlich.insert.update,
      bis: amtlich.insert.update,
      version: version.update,
    },
  }),
  table("kim.stelle_kommune", "kreis", {
    says: "Kommunen, für die eine Stelle zuständig ist.",
    owner: "kreis",
    retention: STELLE,
    web: ["select", "delete"],
    columns: { kreis: technik.insert, stelle_id: technik.insert, ags: kode.insert },
  }),
  // Figures for the Kreis; the names in it are sealed, and accounts stay behind their own wall.
  table("kim.besetzung", "kreis", {
    says: "Wer eine Stelle mit welchem Anteil füllt, von/bis (beide Tage eingeschlossen). Entweder ein Konto oder ein Name; beides leer: vergessen.",
    owner: "kreis",
    retention: keeping(
      "Besetzung einer Stelle",
      "12 Monate nach dem letzten Tag Name und Zugang leer; Anteil und Tage bleiben",
      "noch nicht",
    ),
    web: ["select", "delete"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      stelle_id: technik.insert,
      konto_id: technik.insert.update,
      name: kennung.insert.update.says("Wer keinen Zugang hat."),
      schluessel: technik.insert.update.says("Der Träger, dessen Schlüssel den Namen öffnet."),
      person: technik.insert.update.says("Gleich bei allen Besetzungen einer Person ohne Zugang; leer: nur diese."),
      anteil: amtlich.insert.update.says("Vollzeitäquivalente."),
      ueberschneidung: kode.insert.update.says("Warum die Stelle damit eine Zeit lang doppelt besetzt ist."),
      von: amtlich.insert.update,
      bis: amtlich.insert.update,
      version: version.update,
    },
  }),
  table("kim.stelle_vakanz", "kreis", {
    says: "Grund einer Vakanz ab einem Tag; er gilt, bis ein anderer genannt wird oder die Stelle wieder voll besetzt ist.",
    owner: "kreis",
    retention: keeping(
      "Grund einer Vakanz",
      "24 Monate, wenn der Grund die Person betrifft, sonst mit der Stelle",
      "noch nicht",
    ),
    web: ["select", "delete"],
    columns: { kreis: technik.insert, stelle_id: technik.insert, von: amtlich.insert, grund: kode.insert.update },
  }),
];
