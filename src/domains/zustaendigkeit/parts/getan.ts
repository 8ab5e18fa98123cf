import { notices } from "../../../platform/notices.ts";

/** One's own page, and that of whoever orders and confirms. */
export const OWN = "/vertretung";
export const LIST = "/vertretungen";
export const TEAMS = `${LIST}/teams`;

/** What the pages of this room say after a change. */
export const getan = notices({
  gegeben: "Die Vertretung ist eingetragen. Am letzten Tag endet sie von selbst.",
  angeordnet: "Angeordnet. Es gilt, sobald eine zweite Person bestätigt hat.",
  bestaetigt: "Bestätigt. Es gilt ab der nächsten Anfrage, und die vertretene Person erfährt davon.",
  beendet: "Beendet. Ab der nächsten Anfrage sind die Akten wieder zu.",
  gelesen: "Danke. Der Hinweis ist weg.",
  team: "Das Team ist angelegt. Nehmen Sie jetzt auf, wer dazugehört.",
  aufgenommen: "Aufgenommen. Es gilt, sobald eine zweite Person bestätigt hat.",
  verlassen: "Erledigt. Ab der nächsten Anfrage steht hier niemand mehr füreinander ein.",
  uebergeben: "Die Übergabe läuft. In wenigen Sekunden gehört alles in die anderen Akten.",
  verteilt: "Eingetragen. Es wird verteilt, sobald eine zweite Person bestätigt hat.",
  ausgefuehrt: "Bestätigt. In wenigen Sekunden ist verteilt; wer übernimmt, erfährt es.",
  zurueckgenommen: "Zurückgenommen. Es wurde nichts verteilt.",
});
