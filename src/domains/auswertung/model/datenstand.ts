const BERLIN = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });

/** An instant as people read it: "04.07.2023, 10:30 Uhr". */
export const datenstand = (at: Date): string => `${BERLIN.format(at)} Uhr`;
