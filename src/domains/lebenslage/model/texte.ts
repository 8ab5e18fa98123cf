import { tagText } from "../../../platform/span.ts";

/** What the fields are called, on every page of the room. `art` is another thing in each area. */
export const LABEL = {
  status: "Status",
  leistung: "Leistung",
  werdegang: "Worum geht es?",
  vorher: "Leistung davor",
  von: "Seit",
  erste_zahlung: "Erste Zahlung am",
  bis: "Letzter Tag",
  gueltig_bis: "Titel gilt bis",
  fiktion_bis: "Fiktionsbescheinigung gilt bis",
  wohnsitzauflage: "Wohnsitzauflage",
  beschaeftigung: "Beschäftigung",
  notiz: "Was ist dazu wichtig?",
  beantragt_am: "Beantragt am",
  vorher_bis: "Davor gezahlt bis",
  unterlagen: "Fehlende Unterlagen",
  was: "Schule, Beruf oder Kursträger",
  stand: "Stand",
  abbruch: "Warum abgebrochen?",
  arten: "Welcher Bedarf?",
  hinweis: "Was ist zu beachten?",
  falsch: "Das war nie so",
} as const;

/** "seit 01.03.2026", "01.03.2025 bis 28.02.2026"; "" where nothing is known. */
export function zeitText({ von, bis }: { readonly von: string | null; readonly bis: string | null }): string {
  if (bis === null) return von === null ? "" : `seit ${tagText(von)}`;
  return von === null ? `bis ${tagText(bis)}` : `${tagText(von)} bis ${tagText(bis)}`;
}
