/** What the log calls what happens to households that were assigned, by what it happened to. */
export const EREIGNISSE = {
  zuweisung: {
    geoeffnet: "Zugewiesener Haushalt geöffnet",
    geaendert: "Angaben zu einem zugewiesenen Haushalt geändert",
    weiter: "Schritt eines zugewiesenen Haushalts eingetragen",
    schritt_zurueck: "Schritt eines zugewiesenen Haushalts zurückgenommen",
    verteilt: "Zugewiesenen Haushalt verteilt",
    gespraech: "Gespräch mit einem zugewiesenen Haushalt erfasst",
    verbunden: "Zugewiesene Haushalte zusammengelegt",
    getrennt: "Zugewiesenen Haushalt getrennt",
    teilung_zurueck: "Zusammenlegen oder Trennen zurückgenommen",
    themen: "Themen der Orientierung eingetragen",
  },
  stapel: {
    geoeffnet: "Liste neu zugewiesener Menschen geöffnet",
    angenommen: "Liste neu zugewiesener Menschen angenommen",
    zurueckgenommen: "Liste neu zugewiesener Menschen zurückgenommen",
    zeile_aufgenommen: "Wartende Zeile einer Liste aufgenommen",
    zeile_verworfen: "Wartende Zeile einer Liste verworfen",
  },
  unterkunft: { angelegt: "Unterkunft eingetragen", geaendert: "Unterkunft geändert" },
} as const;
