const BERLIN = new Intl.DateTimeFormat("de-DE", {
  timeZone: "Europe/Berlin",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** An instant as it stands in the paper: "04.07.2023, 10:30 Uhr". @param iso e.g. `2023-07-04T08:30:00.000Z` */
export const datenstand = (iso: string): string => `${BERLIN.format(new Date(iso))} Uhr`;
