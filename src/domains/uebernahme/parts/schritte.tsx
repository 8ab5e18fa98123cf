import { zahl } from "../../../platform/words.ts";
import { NavSteps } from "../../../ui/index.ts";
import type { Befund, Uebernahme } from "../model/uebernahme.ts";
import { LIST } from "./getan.ts";

export const SCHRITTE = ["datei", "tabellen", "woerter", "pruefen", "ergebnis"] as const;
export type Schritt = (typeof SCHRITTE)[number];

export const SCHRITT_NAMEN: Readonly<Record<Schritt, string>> = {
  datei: "Datei",
  tabellen: "Tabellen und Spalten",
  woerter: "Wörter",
  pruefen: "Prüfen und übernehmen",
  ergebnis: "Ergebnis",
};

/** Where a step of a list is done. */
export const schrittHref = (id: string, schritt: Schritt): string =>
  schritt === "datei" ? `${LIST}/${id}` : `${LIST}/${id}/${schritt}`;

/** Words of the list that no code is known for and that nobody decided on. */
export const offeneWorte = (befund: Befund): number =>
  befund.woerter.filter(({ grund }) => grund === "unbekannt").length;

/** Rows that somebody has to decide on, or that stay behind. */
export const offeneZeilen = ({ zahlen }: Befund): number => zahlen.doppelt + zahlen.wartend + zahlen.fehlerhaft;

/** What waits in a step, as a few words. */
function noteOf(schritt: Schritt, liste: Uebernahme): string | undefined {
  const { befund, stand } = liste;
  if (stand !== "gelesen" || befund === null) return undefined;
  const n = schritt === "woerter" ? offeneWorte(befund) : schritt === "pruefen" ? offeneZeilen(befund) : 0;
  return n === 0 ? undefined : `${zahl(n)} offen`;
}

/** Steps that lead somewhere: deciding is over when a list is taken over, unless what stayed behind is mended, and there is no result before. */
function openSteps({ stand, nachgeholt }: Uebernahme): ReadonlySet<Schritt> {
  if (stand === "gelesen" && nachgeholt) return new Set(SCHRITTE);
  if (stand === "gelesen") return new Set(["datei", "tabellen", "woerter", "pruefen"]);
  return new Set(stand === "uebernommen" || stand === "zurueckgenommen" ? ["datei", "ergebnis"] : ["datei"]);
}

/** The way of a list from file to result, with where one is and what waits. */
export function Schritte({ liste, hier }: { readonly liste: Uebernahme; readonly hier: Schritt }) {
  const open = openSteps(liste);
  return (
    <NavSteps
      label="Schritte"
      steps={SCHRITTE.map((schritt) => ({
        label: SCHRITT_NAMEN[schritt],
        href: open.has(schritt) ? schrittHref(liste.id, schritt) : undefined,
        note: noteOf(schritt, liste),
        current: schritt === hier,
      }))}
    />
  );
}
