/** What happened to naturalisations, in words. */
export const EINBUERGERUNG_WORTE = {
  einbuergerung: {
    geoeffnet: "Einbürgerung geöffnet",
    angelegt: "Einbürgerung begonnen",
    weiter: "Schritt einer Einbürgerung eingetragen",
    schritt_zurueck: "Schritt einer Einbürgerung zurückgenommen",
    gedruckt: "Checkliste als Blatt erzeugt",
  },
} as const;
