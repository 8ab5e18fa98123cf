import { notices } from "../../../platform/notices.ts";
import { anzahl } from "../../../platform/words.ts";

export const LIST = "/konzept";
export const TEIL = `${LIST}/teile`;
export const KAPITEL = `${LIST}/kapitel`;
export const QUELLE = `${LIST}/quellen`;
export const KOMMENTAR = `${LIST}/kommentare`;
export const VORSCHLAG = `${LIST}/vorschlaege`;
export const FASSUNG = `${LIST}/fassungen`;
/** What everybody can read, without signing in. */
export const OFFEN = "/handlungskonzept";

/** What the pages of the room say after a change. */
export const getan = notices({
  angelegt: "Der Entwurf ist angelegt. Nehmen Sie als Nächstes die Gruppe auf.",
  eingelesen: "Die Word-Datei ist gelesen. Sehen Sie durch, ob jedes Kapitel richtig steht.",
  unvollstaendig: (n) =>
    `Die Word-Datei ist gelesen, ohne ${anzahl(n, "Stelle", "Stellen")} mit Diagramm, Zeichnung oder Formel: Das lässt sich nicht übernehmen. Sehen Sie durch, ob jedes Kapitel richtig steht.`,
  gespeichert: "Gespeichert.",
  zusammen: "Gespeichert. Jemand hat inzwischen andere Absätze dieses Teils geändert; beides steht jetzt im Text.",
  kapitel: "Das Kapitel ist angelegt.",
  entfernt: "Das Kapitel ist entfernt.",
  verworfen: "Der Entwurf ist verworfen.",
  kommentiert: "Ihr Kommentar steht hier, bis ihn jemand erledigt.",
  erledigt: "Erledigt.",
  offen: "Wieder offen.",
  vorgeschlagen: "Ihr Vorschlag ist da. Wer in der Gruppe schreibt, entscheidet darüber.",
  angenommen: "Der Vorschlag ist angenommen und steht im Text.",
  abgelehnt: "Der Vorschlag ist abgelehnt.",
  zurueckgezogen: "Ihr Vorschlag ist zurückgezogen.",
  quelle: "Die Quelle ist eingetragen. Im Text setzen Sie sie über „Zahl oder Quelle einsetzen“ ein.",
  ohnequelle: "Die Quelle ist entfernt.",
  aufgenommen: "Aufgenommen. Das Konzept steht bei der Person jetzt unter „Handlungskonzept“.",
  ausgeschieden: "Die Person gehört nicht mehr zur Gruppe. Was sie geschrieben hat, bleibt.",
  beschlossen:
    "Die Fassung ist festgehalten, mit ihren Zahlen und Dateien. Der Entwurf geht als nächste Fassung weiter.",
  oeffentlich: "Die Fassung steht jetzt auf der öffentlichen Seite.",
  verborgen: "Die Fassung steht nicht mehr auf der öffentlichen Seite.",
  wieder: "Dieser Stand gilt wieder. Der andere bleibt im Verlauf.",
});
