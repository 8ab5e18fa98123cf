import { FILE, KEY, inhalt, kennung, keeping, kode, table, technik, version } from "../table.ts";

const ASSESSMENT = keeping(
  "Assessment und Netzwerkkarte eines Falls",
  "mit dem Fall; Summen der Skalen bleiben",
  "noch nicht",
);

const EINGESCHAETZT = {
  am: kode.insert.update.says("Tag, an dem darüber gesprochen wurde; leer: ausgelassen."),
  skala: kode.insert.update.says("0 bis 10: wie gut es in diesem Bereich geht; leer: nicht eingeschätzt."),
  lage: inhalt.insert.update,
  ressourcen: inhalt.insert.update,
  bedarf: inhalt.insert.update,
  wunsch: inhalt.insert.update.says("Was die Person selbst möchte, in ihren Worten."),
};

export const ASSESSMENTS = [
  table("kim.assessment", "akte", {
    says: "Ein Assessment: ein datierter Blick auf die Lebensbereiche einer Person in einem Fall.",
    owner: "traeger",
    retention: ASSESSMENT,
    web: ["select", "delete"],
    columns: {
      ...FILE,
      ...KEY,
      fall_id: technik.insert,
      am: kode.insert.update,
      begonnen_von: technik.insert.says("Wer es begonnen hat."),
      version: version.update,
    },
  }),
  table("kim.lebensbereich", "akte", {
    says: "Ein Lebensbereich (Handlungsfeld) in einem Assessment; leer, solange er ausgelassen ist.",
    owner: "traeger",
    retention: ASSESSMENT,
    web: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      assessment_id: technik.insert,
      handlungsfeld: kode.insert,
      ...EINGESCHAETZT,
      geschrieben_von: technik.insert.update.says("Wer diesen Stand geschrieben hat."),
      version: version.update,
    },
  }),
  table("kim.lebensbereich_fassung", "akte", {
    says: "Was ein Lebensbereich sagte, bevor er berichtigt wurde.",
    owner: "traeger",
    retention: ASSESSMENT,
    web: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      lebensbereich_id: technik.insert,
      version: technik.insert.says("Die Fassung, die ersetzt wurde."),
      ersetzt_am: kode.insert,
      geschrieben_von: technik.insert.says("Wer den ersetzten Stand geschrieben hatte."),
      am: kode.insert,
      skala: kode.insert,
      lage: inhalt.insert,
      ressourcen: inhalt.insert,
      bedarf: inhalt.insert,
      wunsch: inhalt.insert,
    },
  }),
  table("kim.verbindung", "akte", {
    says: "Jemand oder eine Stelle auf der Netzwerkkarte eines Falls, von einem Tag bis zu einem anderen.",
    owner: "traeger",
    retention: ASSESSMENT,
    web: ["select", "delete"],
    columns: {
      ...FILE,
      ...KEY,
      fall_id: technik.insert,
      name: kennung.insert.update,
      art: kode.insert.update,
      staerke: kode.insert.update.says("1 lose, 2 mittel, 3 eng."),
      belastet: kode.insert.update,
      richtung: kode.insert.update.says("Wer wem hilft: gegenseitig, zur Person, von der Person."),
      notiz: inhalt.insert.update,
      von: kode.insert.update.says("Ab wann es auf der Karte steht."),
      bis: kode.insert.update.says("Letzter Tag auf der Karte; leer: bis heute."),
      geschrieben_von: technik.insert.update.says("Wer es zuletzt geschrieben hat."),
      version: version.update,
    },
  }),
];
