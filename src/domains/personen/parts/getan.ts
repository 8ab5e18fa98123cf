import { notices } from "../../../platform/notices.ts";

/** What the pages of this room say after a change. */
export const getan = notices({
  angelegt: "Person angelegt.",
  geaendert: "Änderung gespeichert.",
  bestritten: "Einwand gespeichert. Er steht neben der Angabe.",
  geklaert: "Einwand geschlossen.",
  zusammengefuehrt: "Zusammengeführt. Alles beider steht jetzt hier.",
  getrennt: "Aufgehoben: Es sind wieder zwei Personen.",
  verschieden: "Gemerkt: Es ist nicht dieselbe Person.",
  spaeter: "Zurückgestellt.",
  offen: "Das Paar steht wieder zur Entscheidung.",
});
