/** The words of what happens to bodies and to the figures they read: what comes after the dot, by what stands before it. */
export const GREMIEN_WORTE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gremium: {
    gegruendet: "Gremium angelegt",
    geaendert: "Angaben zu einem Gremium geändert",
    beendet: "Gremium beendet",
    mitglied: "Mitglied eines Gremiums eingetragen oder geändert",
    sitzung_geplant: "Sitzung geplant",
    sitzung_geaendert: "Sitzung verlegt oder geändert",
    sitzung_weiter: "Sitzung weitergebracht",
    tagesordnung: "Tagesordnung geändert",
    teilnahme: "Antworten oder Anwesenheit eingetragen",
    protokolliert: "Protokoll geschrieben",
  },
  vorlage: { angelegt: "Vorlage angelegt", geaendert: "Vorlage geändert" },
  beschluss: { gefasst: "Beschluss festgehalten", geaendert: "Beschluss berichtigt" },
  auftrag: {
    vereinbart: "Auftrag festgehalten",
    geaendert: "Auftrag geändert",
    weiter: "Auftrag weitergebracht",
  },
  einwohner: { eingetragen: "Einwohnerzahlen eingetragen" },
  lieferung: { gemeldet: "Lieferung von Zahlen gemeldet" },
};
