import { keeping, kode, table, technik } from "../table.ts";

/** Who stands for which translation. Nothing here is about a person who is counselled. */
export const UEBERSETZUNGEN = [
  table("kim.uebersetzung_freigabe", "traeger", {
    says: "Welche Übersetzung eines Formulars ein Träger geprüft und freigegeben hat. Betrifft keine ratsuchende Person.",
    owner: "traeger",
    retention: keeping("Freigabe von Übersetzungen", "solange es den Träger gibt", "–"),
    web: ["select", "delete"],
    columns: {
      kreis: technik.insert,
      traeger_id: technik.insert,
      formular: kode.insert.says("Welches Formular des Programms; „liste“: eigene Punkte einer Mitbringliste."),
      gegenstand: technik.insert.says("Die Mitbringliste; leer bei einem Formular des Programms."),
      sprache: technik.insert,
      pruefsumme: technik.insert.update.says("SHA-256 der Texte, die geprüft wurden, Deutsch und daneben."),
      freigegeben_am: kode.insert.update,
      freigegeben_von: technik.insert.update,
    },
  }),
];
