import { FILE, KEY, inhalt, keeping, kode, table, technik, version } from "../table.ts";

const FALL = keeping("Fall mit seinen Schritten", "3 Jahre nach dem Ende des Falls; Summen bleiben", "noch nicht");

export const FAELLE = [
  table("kim.aktenzeichen", "kreis", {
    says: "Die letzte vergebene Nummer eines Falls je Jahr.",
    owner: "kreis",
    retention: keeping("Zähler der Aktenzeichen", "solange der Kreis mit KIM arbeitet", "–"),
    web: ["select"],
    columns: { kreis: technik.insert, jahr: technik.insert, letzte: technik.insert.update },
  }),
  table("kim.fall", "akte", {
    says: "Ein Fall im Case Management: eine Person, ihr Anliegen und wie weit sie ist.",
    owner: "traeger",
    retention: FALL,
    web: ["select"],
    // Open work of somebody who left is counted.
    worker: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      person_id: technik.insert,
      jahr: technik.insert.says("Mit der Nummer das Aktenzeichen, je Kreis und Jahr ohne Lücken."),
      nummer: technik.insert,
      begonnen: kode.insert.update.says("Tag der Anfrage."),
      zugangsweg: kode.insert.update.says("Wie die Person zum Case Management kam."),
      dringlichkeit: kode.insert.update,
      anliegen: inhalt.insert.update,
      weiteres: kode.insert.update.says("Ob schon jemand anderes den Fall führt; leer: noch nicht geklärt."),
      weiteres_wer: inhalt.insert.update,
      einwilligung_am: kode.insert.update.says("Seit wann die Einwilligung in das Case Management vorliegt."),
      phase: kode.insert.update,
      phase_seit: kode.insert.update,
      abschlussgrund: kode.update.says("Warum er abgeschlossen ist; leer, solange er es nicht ist."),
      version: version.update,
    },
  }),
  table("kim.fall_schritt", "akte", {
    says: "Ein Schritt von einer Phase zur nächsten; bleibt stehen, auch wenn der Fall wieder geöffnet wird.",
    owner: "traeger",
    retention: FALL,
    web: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      fall_id: technik.insert,
      folge: technik.insert.says("Der wievielte Schritt des Falls."),
      von: kode.insert.says("Leer beim ersten."),
      nach: kode.insert,
      am: kode.insert,
      erfasst_von: technik.insert.says("Wer ihn eingetragen hat."),
      grund: inhalt.insert,
      abschlussgrund: kode.insert,
    },
  }),
];
