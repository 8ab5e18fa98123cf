import { z } from "zod";

/** What was renewed, as a sentence of who did it goes on. */
export const ERNEUERT = {
  zurueckgesetzt: "hat Ihren Zugang zurückgesetzt und einen neuen Link erzeugt",
  wieder_geoeffnet: "hat Ihren Zugang wieder geöffnet und einen Link erzeugt",
  neuer_link: "hat einen weiteren Link für Ihren Zugang erzeugt",
  betrieb: "hat Ihren Zugang auf dem Server zurückgesetzt",
  adresse: "hat die E-Mail-Adresse geändert, mit der Sie sich anmelden",
} as const;
export type ErneuerungArt = keyof typeof ERNEUERT;

/** The same in a list about others. */
export const ERNEUERUNG = {
  zurueckgesetzt: "Neuer Link, zurückgesetzt",
  wieder_geoeffnet: "Wieder geöffnet",
  neuer_link: "Weiterer Link",
  betrieb: "Vom Betrieb zurückgesetzt",
  adresse: "E-Mail-Adresse geändert",
} as const satisfies Readonly<Record<ErneuerungArt, string>>;

export const ArtDerErneuerung = z.enum(["zurueckgesetzt", "wieder_geoeffnet", "neuer_link", "betrieb", "adresse"]);

/** How the files were opened again. */
export const FREIGABE = {
  app: "selbst nachgewiesen, mit der bisherigen App",
  code: "selbst nachgewiesen, mit einem früheren Wiederherstellungscode",
  person: "bestätigt",
} as const;
export const WegDerFreigabe = z.enum(["app", "code", "person"]);

/** A code of the former app or one of the former recovery codes. */
export const Nachweis = z
  .string()
  .trim()
  .regex(/^(?:\d{3}\s?\d{3}|[0-9A-Za-z]{4}([\s-]?[0-9A-Za-z]{4}){2})$/, {
    error:
      "Geben Sie die sechs Ziffern aus der bisherigen App ein, oder einen früheren Wiederherstellungscode mit zwölf Zeichen.",
  });

/** The number on the screen of whoever is to be confirmed, with or without its gap. */
export const Nummer = z
  .string()
  .trim()
  .regex(/^\d{3}\s?\d{3}$/, "Die Nummer hat sechs Ziffern. Sie steht auf der Seite der Person.")
  .transform((text) => text.replaceAll(/\s/g, ""));
