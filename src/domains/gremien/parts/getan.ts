import { notices } from "../../../platform/notices.ts";

export const LIST = "/gremien";
export const SITZUNGEN = `${LIST}/sitzungen`;
export const TOPS = `${LIST}/tops`;
export const MITGLIEDER = `${LIST}/mitglieder`;
export const VORLAGEN = `${LIST}/vorlagen`;
export const BESCHLUESSE = `${LIST}/beschluesse`;
export const AUFTRAEGE = `${LIST}/auftraege`;

/** What the pages of the room say after a change. */
export const getan = notices({
  gegruendet: "Das Gremium ist angelegt. Tragen Sie jetzt die Mitglieder ein.",
  gespeichert: "Gespeichert.",
  beendet: "Das Gremium ist beendet. Seine Beschlüsse und Aufträge bleiben.",
  wieder: "Das Gremium besteht wieder.",
  mitglied: "Das Mitglied ist eingetragen.",
  punkt: "Der Punkt kommt ab jetzt auf jede neue Tagesordnung.",
  entfernt: "Entfernt.",
  geplant: "Die Sitzung ist geplant. Stellen Sie jetzt die Tagesordnung zusammen.",
  verlegt: "Gespeichert. Wer eingeladen war, bekommt die Einladung neu.",
  tagesordnung: (n) => (n === 1 ? "Ein Punkt ist auf der Tagesordnung." : `${n} Punkte sind auf der Tagesordnung.`),
  weiter: "Der Schritt ist eingetragen.",
  eingeladen: "Die Einladung geht jetzt hinaus, mit Kalendereintrag und Unterlagen.",
  abgesagt: "Die Sitzung ist abgesagt. Wer eingeladen war, bekommt die Absage.",
  begonnen: "Die Sitzung hat begonnen. Tragen Sie ein, wer da ist; dann protokollieren Sie Punkt für Punkt.",
  freigegeben: "Das Protokoll ist freigegeben. Diese Fassung ändert sich nicht mehr.",
  verworfen: "Die Berichtigung ist verworfen. Es gilt die letzte Fassung.",
  protokolliert: "Gespeichert. Sie können gleich weiterschreiben.",
  naechster: "Gespeichert. Das ist der nächste Punkt.",
  vertagt: "Der Punkt ist vertagt. Er steht für die nächste Sitzung zur Wahl.",
  beraten: "Der Punkt ist nicht mehr vertagt.",
  beschlossen: "Der Beschluss ist festgehalten.",
  vereinbart: "Der Auftrag ist festgehalten. Bis er erledigt ist, wird erinnert.",
  freie: "Die Vorlage ist angefangen. Schreiben Sie, worum es geht und was vorgeschlagen wird.",
  vorlage: "Die Vorlage steht, mit allem, was über die Lücke bekannt ist. Ergänzen Sie Möglichkeiten und Vorschlag.",
});
