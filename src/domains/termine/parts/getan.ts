import { notices } from "../../../platform/notices.ts";
import { anzahl } from "../../../platform/words.ts";

export const WEEK = "/termine";
export const SERIES = "/sprechstunden";

/** What the pages of the room say after a change. A clash is told, nobody is kept from it. */
export const getan = notices({
  angelegt: "Der Termin ist eingetragen.",
  gespeichert: "Gespeichert.",
  stand: "Eingetragen.",
  gleichzeitig: (n) =>
    `Gespeichert. Zur selben Zeit ${n === 1 ? "steht" : "stehen"} noch ${anzahl(n, "Termin", "Termine")} im Kalender.`,
  sprechstunde: "Die Sprechstunde ist eingetragen.",
  ausfall: "An diesem Tag fällt sie aus.",
  statt: "An diesem Tag findet sie wieder statt.",
});
