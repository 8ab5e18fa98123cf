import { notices } from "../../../platform/notices.ts";

/** What the pages of the own account say after a change. */
export const getan = notices({
  passwort: "Ihr Passwort ist geändert. Andere Anmeldungen sind beendet.",
  sitzung: "Die Anmeldung ist beendet.",
  tasten: "Die Einstellung ist gespeichert.",
  frei: "Ihre Akten sind wieder offen.",
  code: {
    kind: "warning",
    text: "Sie haben einen Wiederherstellungscode verbraucht. Ist Ihr Telefon weg, richten Sie jetzt einen neuen zweiten Faktor ein.",
    link: { label: "Neu einrichten", href: "/konto/zweiter-faktor" },
  },
});
