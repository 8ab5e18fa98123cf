import { keeping } from "../table.ts";

/** What tables of bodies say alike. */
export const GREMIUM = keeping(
  "Gremien, Sitzungen, Vorlagen, Beschlüsse, Aufträge",
  "bleiben: ohne Personenbezug",
  "–",
);
export const OHNE_PERSONEN = "Ohne Personen; geprüft, bevor es gespeichert wird.";
