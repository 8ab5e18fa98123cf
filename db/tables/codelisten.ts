import { amtlich, codeList, technik } from "../table.ts";

export const CODELISTEN = [
  codeList("ref.abschlussgrund", "Warum ein Fall abgeschlossen ist."),
  codeList("ref.altersgruppe", "Altersgruppen in vollendeten Jahren, beide Grenzen eingeschlossen.", {
    von: amtlich,
    bis: amtlich.says("Leer: nach oben offen."),
  }),
  codeList("ref.aufenthaltsstatus", "Aufenthaltsstatus in Gruppen, mit der Rechtsgrundlage.", {
    paragraf: amtlich.says("Rechtsgrundlage; leer, wo es keine einzelne gibt."),
    gruppe: technik.says("Wozu er in Zahlen zusammengefasst wird."),
  }),
  codeList("ref.bruchgrund", "Woran es an einer Station brach."),
  codeList("ref.ergebnis", "Ergebnis der Beratung oder wohin vermittelt wurde.", {
    kurz: amtlich,
    art: technik.says("ergebnis, oder verweis an eine andere Stelle."),
  }),
  codeList("ref.familienform", "In welcher Konstellation jemand lebt, grob."),
  codeList("ref.handlungsfeld", "Die eine Systematik der Themen.", {
    kurz: amtlich,
    taste: technik.says("Die Taste, die es beim Erfassen wählt."),
  }),
  codeList("ref.dokumentart", "Was für Dokumente es gibt."),
  codeList("ref.herkunftsgruppe", "Grobe Herkunft für anonyme Beratungen."),
  codeList("ref.kim_kommune", "Die 54 KIM-Kommunen mit ihrem Schlüssel.", { art: amtlich }),
  codeList("ref.kommune", "Vorlage der Kommunen je Kreis mit zuständigen Ämtern.", {
    kreis: technik,
    plz: amtlich,
    jugendamt: amtlich,
    ebh: amtlich.says("Einbürgerungsbehörde."),
    abh: amtlich.says("Ausländerbehörde."),
  }),
  codeList("ref.kontaktweg", "Wie der Kontakt zustande kam."),
  codeList("ref.leistung", "Leistungen zum Lebensunterhalt."),
  codeList("ref.netzwerkart", "Wer oder was auf einer Netzwerkkarte steht.", {
    art: technik.says("Wozu es gehört; danach richtet sich die Form im Bild."),
  }),
  codeList("ref.sprache", "Sprachen nach ISO 639."),
  codeList("ref.staatsangehoerigkeit", "Dreistelliger Schlüssel der Staats- und Gebietssystematik.", {
    iso2: amtlich.says("Kürzel nach ISO 3166."),
    herkunftsgruppe: technik,
  }),
  codeList("ref.rechtskreis", "Welches Gesetz dort gilt, wo etwas fehlt."),
  codeList("ref.stelle_art", "Arten von Stellen; jede gehört zu einem Modul (Baustein) des Programms.", {
    kurz: amtlich,
    modul: amtlich,
  }),
  codeList("ref.stufe", "Wie weit der Kontakt ging; entscheidet, was gespeichert werden darf.", {
    schluessel: technik.says("Name der Stufe im Programm."),
  }),
  codeList("ref.unterkunftsart", "Wie jemand wohnt."),
  codeList("ref.vakanzgrund", "Warum eine Stelle vakant ist.", {
    art: technik.says("persoenlich: sagt etwas über die Person, die ging; steht nie in einem Bericht. Sonst sachlich."),
  }),
  codeList("ref.verstaendigung", "Wie man sich verstand.", {
    hinweis: technik.says("Sollte nicht die Regel sein; das Programm macht darauf aufmerksam."),
  }),
  codeList("ref.werdegang", "Schule, Abschluss, Anerkennung, Arbeit, Kurse.", {
    bereich: technik.says("schule, abschluss, anerkennung, arbeit oder kurs."),
  }),
  codeList("ref.zugangsweg", "Wie jemand zum Case Management kam."),
];
