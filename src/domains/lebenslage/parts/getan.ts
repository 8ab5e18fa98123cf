import { notices } from "../../../platform/notices.ts";

/** What the pages of this room say after a change. */
export const getan = notices({
  eingetragen: "Eingetragen.",
  geaendert: "Gespeichert. Was vorher dort stand, bleibt unter „Frühere Stände“.",
});

export const lagePath = (person: string): string => `/personen/${person}/lebenslage`;
export const schutzPath = (person: string): string => `/personen/${person}/schutzbedarf`;
