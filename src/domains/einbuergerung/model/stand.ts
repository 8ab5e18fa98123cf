import { gueltige } from "../../../platform/schritte.ts";

/**
 * How far a naturalisation is, as one table: from where to where, and what is said on the page. Whoever leads the file takes each
 * step; the authority's own answers come as copies (Raum freigaben). From an end it can be taken up again.
 */
export const STAENDE = {
  vorcheck: "Vor-Check",
  antrag: "Antrag gestellt",
  anhoerung: "Anhörungen laufen",
  zusicherung: "Zusicherung erteilt",
  eingebuergert: "Urkunde ausgehändigt",
  abgelehnt: "abgelehnt",
  zurueckgezogen: "zurückgezogen",
} as const;
export type Stand = keyof typeof STAENDE;
export const STAND = [
  "vorcheck",
  "antrag",
  "anhoerung",
  "zusicherung",
  "eingebuergert",
  "abgelehnt",
  "zurueckgezogen",
] as const satisfies readonly Stand[];

/** Where something is still to come. */
export const OFFENE = ["vorcheck", "antrag", "anhoerung", "zusicherung"] as const satisfies readonly Stand[];
export const isOffen = (stand: Stand): boolean => OFFENE.some((one) => one === stand);

/** Only whoever applied is heard, promised, refused or naturalised. */
const WEGE: Readonly<Record<Stand, readonly Stand[]>> = {
  vorcheck: ["antrag", "zurueckgezogen"],
  antrag: ["anhoerung", "zusicherung", "eingebuergert", "abgelehnt", "zurueckgezogen"],
  anhoerung: ["zusicherung", "eingebuergert", "abgelehnt", "zurueckgezogen"],
  zusicherung: ["eingebuergert", "abgelehnt", "zurueckgezogen"],
  eingebuergert: [],
  abgelehnt: ["vorcheck"],
  zurueckgezogen: ["vorcheck"],
};

export const VERBEN: Readonly<Record<Stand, string>> = {
  vorcheck: "Wieder aufnehmen, mit einem neuen Vor-Check",
  antrag: "Antrag ist gestellt",
  anhoerung: "Die Behörde hört andere Stellen an",
  zusicherung: "Zusicherung ist da",
  eingebuergert: "Urkunde ist ausgehändigt",
  abgelehnt: "Antrag ist abgelehnt",
  zurueckgezogen: "Antrag oder Vorhaben zurückgezogen",
};

export const schritteAus = (stand: Stand): readonly Stand[] => WEGE[stand];

/** Why a step cannot be taken, in a sentence; undefined where it can. */
export function hindernis(von: Stand, nach: Stand): string | undefined {
  const ways = schritteAus(von);
  if (ways.includes(nach)) return undefined;
  return ways.length === 0
    ? `Diese Einbürgerung ist „${STAENDE[von]}“; es kommt kein Schritt mehr. War er ein Versehen, nehmen Sie ihn zurück.`
    : `Diese Einbürgerung ist „${STAENDE[von]}“. Möglich ist: ${ways.map((one) => `„${VERBEN[one]}“`).join(", ")}.`;
}

/** A step as it is stored, the oldest first. */
export type Gegangen = {
  readonly nach: Stand;
  readonly am: string;
  readonly bis: string | null;
  readonly zurueckgenommen: boolean;
};

/** The steps of this attempt; an earlier one ended with „Wieder aufnehmen“. */
export function versuchOf<S extends Gegangen>(schritte: readonly S[]): S[] {
  const weg = gueltige(schritte);
  return weg.slice(weg.findLastIndex(({ nach }) => nach === "vorcheck"));
}

/** What its steps make of it. `antragAm`: the application of this attempt. */
export function lageNach(schritte: readonly Gegangen[]): {
  readonly stand: Stand;
  readonly seit: string;
  readonly antragAm: string | null;
  readonly zusicherungBis: string | null;
} {
  const letzter = gueltige(schritte).at(-1);
  if (letzter === undefined) throw new Error("Eine Einbürgerung hat immer einen ersten Schritt.");
  return {
    stand: letzter.nach,
    seit: letzter.am,
    antragAm: versuchOf(schritte).find(({ nach }) => nach === "antrag")?.am ?? null,
    zusicherungBis: letzter.nach === "zusicherung" ? letzter.bis : null,
  };
}
