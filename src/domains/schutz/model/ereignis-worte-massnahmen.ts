/** What happened to gaps and what is done about them, in words. */
export const MASSNAHMEN_WORTE = {
  luecke: {
    gemeldet: "Systemlücke gemeldet",
    bestaetigt: "Systemlücke mitgemeldet",
    weiter: "Systemlücke weitergebracht",
    zusammengefuehrt: "Systemlücke zusammengeführt",
    beantwortet: "Gesagt, ob es bei einer Systemlücke besser ist",
    getrennt: "Zusammengeführte Systemlücken getrennt",
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
