import { FILE, KEY, amtlich, inhalt, keeping, kode, table, technik, version } from "../table.ts";

const ANRUF = keeping("Telefonsprechstunde MuKi-S", "mit der Beratung", "noch nicht");
const DELFIN = keeping("Kind in DELFIN 4", "1 Jahr nach der Einschulung; Summen bleiben", "noch nicht");

export const MUKI = [
  table("kim.telefonsprechstunde", "akte", {
    says: "Was ein Anruf der Sprachtherapeutischen Telefonsprechstunde außer der Beratung sagt: Kodes, nichts, was jemanden nennt.",
    owner: "traeger",
    retention: ANRUF,
    web: ["select"],
    // Calls are counted by what was asked, and by language.
    worker: ["select"],
    columns: {
      ...FILE,
      beratung_id: technik.insert.says("Die Beratung, als die der Anruf zählt."),
      erfasst: technik.says("Der Tag, an dem er eingetragen wurde."),
      anrufer: kode.insert.update.says("Wer anrief: Eltern, Kita, Schule, Praxis, Fachkraft, andere."),
      kind_alter: kode.insert.update.says("Alter des Kindes als Band."),
      frage: kode.insert.update,
      antwort: kode.insert.update,
      version: version.update,
    },
  }),
  table("kim.telefonsprechstunde_sprache", "akte", {
    says: "Sprachen des Kindes, um das es in einem Anruf ging.",
    owner: "traeger",
    retention: ANRUF,
    web: ["select", "delete"],
    worker: ["select"],
    columns: { ...FILE, beratung_id: technik.insert, sprache: kode.insert },
  }),
  table("kim.delfin", "akte", {
    work: true,
    says: "Ein Kind im Jahr seiner Sprachstandsfeststellung (DELFIN 4) und wie weit es ist.",
    owner: "traeger",
    retention: DELFIN,
    web: ["select"],
    // Children with need are counted by Kommune.
    worker: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      person_id: technik.insert.says("Das Kind."),
      jahr: kode.insert.says("Das Jahr des Tests, zwei Jahre vor der Einschulung."),
      ags: kode.insert.update.says("Die Kommune, in der ein Platz gebraucht wird."),
      stand: kode.insert.update,
      stand_seit: kode.insert.update,
      kita: inhalt.insert.update.says("Kita oder Familienzentrum."),
      version: version.update,
    },
  }),
  table("kim.delfin_schritt", "akte", {
    says: "Ein Schritt eines Kindes von einem Stand zum nächsten; bleibt stehen.",
    owner: "traeger",
    retention: DELFIN,
    web: ["select"],
    worker: ["select"],
    columns: {
      ...FILE,
      delfin_id: technik.insert,
      folge: technik.insert.says("Der wievielte Schritt des Kindes."),
      von: kode.insert.says("Leer beim ersten."),
      nach: kode.insert,
      am: kode.insert,
      erfasst_von: technik.insert.says("Wer ihn eingetragen hat."),
    },
  }),
  table("kim.delfin_platz", "kreis", {
    says: "Plätze der Sprachförderung, die es in einer Kommune in einem Jahr gibt.",
    owner: "kreis",
    retention: keeping("Plätze der Sprachförderung", "bleibt: Zahlen ohne Bezug zu einer Person", "–"),
    web: ["select"],
    columns: {
      kreis: technik.insert,
      jahr: kode.insert,
      ags: kode.insert,
      plaetze: amtlich.insert.update,
    },
  }),
];
