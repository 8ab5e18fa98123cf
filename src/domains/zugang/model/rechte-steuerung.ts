import { type RechtDef, eigenes, offenes, zahlen } from "./vergabe.ts";

/** Permissions about what the Kreis does with what the cases show; each as in `RECHTE`. */
export const STEUERUNG = {
  "luecke.melden": offenes("Darf melden, was im System vielen fehlt, und lesen, was aus den eigenen Meldungen wird."),
  "luecke.lesen": offenes(
    "Darf die Systemlücken des Kreises lesen, ohne Personen und ohne kleine Zahlen anderer Träger.",
  ),
  "luecke.steuern": zahlen("Darf Systemlücken sichten, zusammenführen und bis zur Wirkung weiterbringen."),
  "rekonstruktion.lesen": offenes(
    "Darf abgeschlossene Fallrekonstruktionen lesen und an denen mitarbeiten, in deren Gruppe die Koordination sie oder ihn aufgenommen hat.",
  ),
  "rekonstruktion.leiten": zahlen("Darf Fallrekonstruktionen beginnen, ihre Gruppe zusammenstellen und abschließen."),
  "massnahme.lesen": offenes(
    "Darf lesen, was gegen Systemlücken getan wird, woran man es misst und was es bewirkt hat.",
  ),
  "massnahme.steuern": zahlen("Darf Maßnahmen anlegen, messen, weiterbringen und ihre Wirkung prüfen."),
  "konzept.lesen": eigenes(
    "Darf beschlossene Handlungskonzepte lesen und an denen mitarbeiten, in deren Gruppe die Koordination sie oder ihn aufgenommen hat.",
  ),
  "konzept.steuern": zahlen(
    "Darf Handlungskonzepte beginnen, ihre Gruppe zusammenstellen und festhalten, was beschlossen ist.",
  ),
} as const satisfies Readonly<Record<string, RechtDef>>;
