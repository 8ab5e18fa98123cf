import { FILE, KEY, amtlich, inhalt, keeping, kode, table, technik, veroeffentlicht, version } from "../table.ts";

const DOKUMENT = keeping(
  "Dokumente einer Person",
  "mit der Akte: 3 Jahre nach dem Ende des Falls; zurückgezogene nach 30 Tagen",
  "zurückgezogene: ja; sonst noch nicht",
);

const VORLAGEN = keeping("Briefvorlagen und Mitbringlisten", "solange es den Träger gibt", "–");

export const DOKUMENTE = [
  table("kim.dokument", "akte", {
    leans: ["zu_fall"],
    says: "Ein Dokument einer Person: was es ist, von wem, bis wann es gilt. Die Datei selbst liegt in Stücken daneben.",
    owner: "traeger",
    retention: DOKUMENT,
    web: ["select"],
    worker: ["select", "delete"],
    columns: {
      ...FILE,
      ...KEY,
      person_id: technik.insert,
      zu_fall: technik.insert.update.says("Der Fall, zu dem es gehört; leer: nur zur Person."),
      art: kode.insert.update,
      titel: inhalt.insert.update.says("Worum es geht, in eigenen Worten."),
      quelle: kode.insert.update.says("Von wem es kam: person, behoerde, andere; haus heißt: hier geschrieben."),
      am: kode.insert.update.says("Wann es kam oder geschrieben wurde."),
      gueltig_bis: kode.insert.update.says("Wie lange es gilt, wo das darauf steht."),
      typ: technik.insert.says("Was für eine Datei es ist, nach ihrem Inhalt."),
      groesse: technik.insert.says("Bytes der Datei."),
      stuecke: technik.insert.says("In wie vielen Stücken sie liegt."),
      schluessel: inhalt.insert.says("Der Schlüssel dieser Datei, versiegelt mit dem der Person."),
      erfasst_von: technik.insert.says("Wer es abgelegt hat."),
      zurueckgezogen_am: technik.update.says("Wann es zurückgezogen wurde; 30 Tage danach ist es fort."),
      version: version.update,
    },
  }),
  table("kim.dokument_stueck", "akte", {
    says: "Ein Stück einer Datei, versiegelt für genau seine Stelle: das wievielte von wie vielen.",
    owner: "traeger",
    retention: DOKUMENT,
    web: ["select"],
    columns: {
      ...FILE,
      dokument_id: technik.insert,
      nr: technik.insert.says("Das wievielte, ab 0."),
      inhalt: inhalt.insert,
    },
  }),
  table("kim.briefvorlage", "traeger", {
    says: "Eine Word-Datei, aus der ein Träger Briefe schreibt. Betrifft keine ratsuchende Person.",
    owner: "traeger",
    retention: VORLAGEN,
    web: ["select"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      name: amtlich.insert.update,
      empfaenger: kode.insert.update.says("person, oder dritte: Dann braucht jeder Brief eine Einwilligung."),
      word: veroeffentlicht.insert.update.says("Word-Datei mit Platzhaltern."),
      aktiv: technik.update.says("Ob sie noch angeboten wird."),
      version: version.update,
    },
  }),
  table("kim.mitbringliste", "traeger", {
    says: "Was jemand zu einem Anlass mitbringt, wie der Träger es sagt. Betrifft keine ratsuchende Person.",
    owner: "traeger",
    retention: VORLAGEN,
    web: ["select", "delete"],
    columns: {
      ...KEY,
      traeger_id: technik.insert,
      anlass: amtlich.insert.update,
      arten: kode.insert.update.says("Was mitzubringen ist; die Wörter dafür gibt es in jeder Sprache der Briefe."),
      weiteres: amtlich.insert.update.says("Was sonst noch, eine Zeile je Punkt."),
      version: version.update,
    },
  }),
  table("kim.mitbringliste_uebersetzung", "traeger", {
    says: "Die eigenen Punkte einer Mitbringliste in einer anderen Sprache. Betrifft keine ratsuchende Person.",
    owner: "traeger",
    retention: VORLAGEN,
    web: ["select", "delete"],
    columns: {
      kreis: technik.insert,
      traeger_id: technik.insert,
      liste_id: technik.insert,
      sprache: technik.insert,
      zeilen: amtlich.insert.says("Zu jedem deutschen Punkt eine Zeile."),
      version: version.insert,
    },
  }),
];
