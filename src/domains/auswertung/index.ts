/** The door of the room: the figures of a Kreis, the months they are told for, and counting them. */
export { zaehle } from "./commands/zaehle.ts";
export { jobs, requestCount, timetable } from "./jobs/index.ts";
export { type Kennzahlen, MERKMALE, type Zaehlung, type Zeitraum } from "./kennzahlen.ts";
export { routes } from "./pages/auswertung.tsx";
export { kennzahlen } from "./queries.ts";
export { davor, halbjahr, halbjahrAm, monateIn, monatName, unbrauchbar, zeitraumName } from "./zeitraum.ts";
