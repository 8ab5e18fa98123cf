/** What somebody recorded about a person, as the page says it that asks whose it is when a merging is undone; by table, or end of one. */
type Eintrag = {
  readonly wort: string;
  /** Where it is looked at, without its id. */
  readonly seite?: string;
  /** Only whoever may read it learns that there is one. */
  readonly recht?: "schutzbedarf.lesen";
};

export const EINTRAEGE: Readonly<Record<string, Eintrag>> = {
  "kim.beratung": { wort: "Beratung", seite: "/beratungen" },
  "kim.fall": { wort: "Fall", seite: "/faelle" },
  "kim.fall_person:person_id": { wort: "Fall von Angehörigen, der sie betrifft", seite: "/faelle" },
  "kim.verweis": { wort: "Verweis", seite: "/verweise" },
  "kim.frist": { wort: "Frist", seite: "/fristen" },
  "kim.termin": { wort: "Termin", seite: "/termine" },
  "kim.einwilligung": { wort: "Einwilligung", seite: "/einwilligungen" },
  "kim.freigabe_akte": { wort: "Kopie für eine Stelle", seite: "/freigaben" },
  "kim.freigabe_uebernahme": { wort: "Übernahme von einem anderen Träger" },
  "kim.dokument": { wort: "Dokument", seite: "/dokumente" },
  "kim.beziehung": { wort: "Beziehung" },
  "kim.beziehung:andere_id": { wort: "Beziehung in der Akte von Angehörigen" },
  "kim.haushalt_person": { wort: "Haushalt" },
  "kim.aufenthalt": { wort: "Aufenthalt" },
  "kim.leistung": { wort: "Leistung" },
  "kim.werdegang": { wort: "Schule, Arbeit oder Kurs" },
  "kim.schutzbedarf": { wort: "Schutzbedarf", recht: "schutzbedarf.lesen" },
  "kim.einbuergerung": { wort: "Einbürgerung", seite: "/einbuergerungen" },
  "kim.delfin": { wort: "DELFIN 4", seite: "/delfin" },
  "kim.zuweisung_mensch:person_id": { wort: "Platz in einem zugewiesenen Haushalt" },
};
