import { FILE, KEY, inhalt, keeping, kennung, kode, table, technik, version } from "../table.ts";

const BESPRECHUNG = keeping("Fallbesprechung und Fallkonferenz", "mit dem Fall", "noch nicht");

export const FALLBESPRECHUNG = [
  table("kim.fallbesprechung", "akte", {
    says: "Eine Besprechung oder Konferenz zu einem Fall: die Frage, die Beschreibung ohne Namen, das Protokoll.",
    owner: "traeger",
    retention: BESPRECHUNG,
    web: ["select"],
    columns: {
      ...FILE,
      ...KEY,
      fall_id: technik.insert,
      art: kode.insert.update.says("besprechung oder konferenz."),
      am: kode.insert.update,
      erfasst_von: technik.insert,
      namentlich: technik.insert.update.says(
        "Ob darin stehen darf, um wen es geht; nur in einer Konferenz und nur auf Einwilligungen hin.",
      ),
      frage: inhalt.insert.update,
      beschreibung: inhalt.insert.update,
      protokoll: inhalt.insert.update,
      sprache: kode.insert.update.says("In welcher Sprache mit der Person gesprochen wurde."),
      verstaendigung: kode.insert.update.says("Wie man sich verstand."),
      version: version.update,
    },
  }),
  table("kim.fallbesprechung_teilnahme", "akte", {
    says: "Wer an einer Besprechung teilnahm.",
    owner: "traeger",
    retention: BESPRECHUNG,
    web: ["select", "delete"],
    columns: {
      ...FILE,
      ...KEY,
      fallbesprechung_id: technik.insert,
      folge: technik.insert,
      name: kennung.insert,
      stelle: inhalt.insert,
    },
  }),
  table("kim.fallbesprechung_weitergabe", "akte", {
    says: "Was auf eine Einwilligung hin in eine namentliche Fallkonferenz ging.",
    owner: "traeger",
    retention: BESPRECHUNG,
    web: ["select", "delete"],
    columns: {
      ...FILE,
      ...KEY,
      fallbesprechung_id: technik.insert,
      weitergabe_id: technik.insert,
    },
  }),
];
