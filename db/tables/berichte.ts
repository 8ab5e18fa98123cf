import { KEY, amtlich, keeping, table, technik, veroeffentlicht, version } from "../table.ts";

const BERICHT = keeping(
  "Halbjahresberichte und ihre Dateien",
  "bleibt: veröffentlicht; Entwürfe, bis sie jemand verwirft",
  "Entwürfe von Hand",
);

export const BERICHTE = [
  // For publication; drafts are shown only to those who write them (src/domains/berichte). What is released a trigger keeps
  // from everybody. The worker asks whether figures are out before it takes a list back.
  table("kim.bericht", "kreis", {
    says: "Halbjahresbericht für den Ausschuss. Ein Entwurf hat keine Nummer und keine eigenen Zahlen; mit der Freigabe werden beide festgehalten und ändern sich nie mehr.",
    owner: "kreis",
    retention: BERICHT,
    web: ["select", "delete"],
    worker: ["select"],
    columns: {
      ...KEY,
      von: amtlich.insert,
      bis: amtlich.insert,
      titel: amtlich.insert.update,
      kopf: amtlich.insert.update.says("Briefkopf, Gremium, Sitzung, Vorlage, Amt und Unterschrift."),
      stand: technik.update.says("entwurf oder freigegeben."),
      jahr: amtlich.update.says("Mit nummer zusammen: die Nummer des freigegebenen Berichts."),
      nummer: amtlich.update,
      berichtigt: technik.insert.says("Der frühere Bericht, den dieser ersetzt."),
      grund: amtlich.insert.says("Warum berichtigt wird."),
      vorlage_id: technik.insert.says("Womit der Entwurf begann; ihre Word-Datei wird mit ihm gefüllt."),
      angelegt: technik.insert,
      angelegt_von: technik.insert,
      freigegeben: amtlich.update,
      freigegeben_von: technik.update,
      kennzahlen: amtlich.update.says("Alles, woraus der Bericht entstand, wie es bei der Freigabe war."),
      pruefsumme: amtlich.update.says("SHA-256 über die Prüfsummen der Dateien."),
      papier: amtlich.update.says("Was der freigegebene Bericht sagt, Satz für Satz."),
      fassung: technik.update.says(
        "Zählt jede Änderung am Entwurf, auch an Kapiteln; freigegeben wird, was gelesen wurde.",
      ),
      version: version.update,
    },
  }),
  table("kim.bericht_kapitel", "kreis", {
    says: "Ein Kapitel eines Berichts: was darin steht, wo, und ob es entfällt. Jedes hat seine eigene Fassung; mit der Freigabe des Berichts steht es fest.",
    owner: "kreis",
    retention: BERICHT,
    web: ["select", "delete"],
    columns: {
      ...KEY,
      bericht_id: technik.insert,
      art: technik.insert.says("Welche Zahlen darin stehen; eigenes: nur Text."),
      titel: amtlich.insert.update,
      rang: technik.insert.update.says("Ordnet die Kapitel."),
      entfaellt: technik.insert.update.says("Steht nicht im Bericht; der Text bleibt im Entwurf."),
      text: amtlich.insert.update.says("Was jemand geschrieben hat; leer: was die Zahlen vorschlagen."),
      vorschlag: amtlich.insert.update.says(
        "Wogegen er geschrieben wurde: der Vorschlag oder der Text des letzten Berichts.",
      ),
      version: version.update,
    },
  }),
  table("kim.bericht_vorlage", "kreis", {
    says: "Womit ein Bericht beginnt: Kopf, Reihenfolge und feste Texte der Kapitel, dazu die Word-Vorlage des Hauses.",
    owner: "kreis",
    retention: BERICHT,
    web: ["select"],
    columns: {
      ...KEY,
      name: amtlich.insert.update,
      titel: amtlich.insert.update.says("Der Titel der Berichte."),
      kopf: amtlich.insert.update.says("Briefkopf, Gremium, Sitzung, Vorlage, Amt und Unterschrift."),
      kapitel: amtlich.insert.update.says("Art, Überschrift und fester Text jedes Kapitels, in ihrer Reihenfolge."),
      word: veroeffentlicht.update.says("Word-Datei mit Platzhaltern."),
      word_name: amtlich.update.says("Wie die Datei hieß."),
      aktiv: technik.update.says("Wird beim Entwerfen angeboten."),
      version: version.update,
    },
  }),
  table("kim.bericht_dokument", "kreis", {
    says: "Die Dateien eines freigegebenen Berichts, Byte für Byte wie veröffentlicht.",
    owner: "kreis",
    retention: BERICHT,
    web: ["select"],
    columns: {
      kreis: technik.insert,
      bericht_id: technik.insert,
      art: technik.insert.says("pdf, docx oder json."),
      inhalt: veroeffentlicht.insert,
      pruefsumme: amtlich.insert.says("SHA-256 der Datei."),
    },
  }),
];
