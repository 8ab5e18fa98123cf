/** What happened to gaps and what is done about them, in words. */
export const MASSNAHMEN_WORTE = {
  luecke: {
    gemeldet: "Systemlücke gemeldet",
    bestaetigt: "Systemlücke mitgemeldet",
    weiter: "Systemlücke weitergebracht",
    zusammengefuehrt: "Systemlücke zusammengeführt",
    zurueckgenommen: "Meldung einer Systemlücke zurückgenommen",
    beantwortet: "Gesagt, ob es bei einer Systemlücke besser ist",
    getrennt: "Zusammengeführte Systemlücken getrennt",
  },
  rekonstruktion: {
    begonnen: "Fallrekonstruktion begonnen",
    geaendert: "Frage einer Fallrekonstruktion geändert",
    gruppe: "Gruppe einer Fallrekonstruktion geändert",
    weiter: "Fallrekonstruktion weitergebracht",
    station: "Station einer Fallrekonstruktion geändert",
    station_heraus: "Station einer Fallrekonstruktion herausgenommen",
    station_zurueck: "Station einer Fallrekonstruktion zurückgeholt",
    fall: "Eigenen Fall zu einer Fallrekonstruktion genommen",
    fall_heraus: "Eigenen Fall aus einer Fallrekonstruktion genommen",
    luecke: "Systemlücke aus einer Fallrekonstruktion gemeldet",
    luecke_heraus: "Systemlücke nicht mehr aus einer Fallrekonstruktion belegt",
  },
  massnahme: {
    angelegt: "Maßnahme vorgeschlagen",
    geaendert: "Maßnahme geändert",
    weiter: "Maßnahme weitergebracht",
    angesehen: "Nachgesehen, wie weit eine Maßnahme ist",
    wirkung_geprueft: "Wirkung einer Maßnahme geprüft",
  },
  indikator: {
    angelegt: "Indikator angelegt",
    geaendert: "Indikator geändert",
    gemessen: "Wert eines Indikators eingetragen",
    entfernt: "Indikator entfernt",
  },
} as const;
