/** What no browser of ours ever sends. */

/** Where an id or a key of a Kommune is meant. */
export const NO_IDS = ["%00", "a%00b", "%E0%A4%A", "..%2f..%2fetc", "'%20or%201=1--", "%F0%9F%92%A9", "x".repeat(3000)];

/** Behind `?`, where words, days, numbers and ids are meant. */
export const HOSTILE = [
  "%00",
  "%E0%A4%A",
  "%ED%A0%80",
  "'%20or%201=1--",
  "%E2%80%AE",
  "-1",
  "1e400",
  "9999999999999999999",
  "2026-02-30",
  "9999-12-31",
  "0001-01-01",
  "00000000-0000-0000-0000-000000000000",
  "__proto__",
  "9999-12-31_00000000-x",
  "",
];

/** Every word that any page looks for behind `?`. */
export const QUERY = [
  "suche",
  "von",
  "bis",
  "thema",
  "stufe",
  "kommune",
  "sprache",
  "neuzuweisung",
  "zurueckgezogene",
  "neuer",
  "aelter",
  "neuere",
  "aeltere",
  "erfasst",
  "entwurf",
  "gespeichert",
  "am",
  "weiter",
  "grund",
  "weg",
  "meldung",
  "getan",
  "traeger",
  "rolle",
  "status",
  "wieder",
  "einladung",
];

/** In a field of a form. */
export const NASTY = ["\0", "\uFFFF\u202E", "x".repeat(100_000), "-99999999999999999999", "2026-02-30", "9999-12-31"];
