import type { Recht } from "../../../platform/actor.ts";

export type RechtDef = {
  /** What administrators and data-protection officers read. */
  readonly satz: string;
  /** Who gives it in a role: whoever may give roles, whoever administers the Kreis' accounts too, only who holds it. */
  readonly vergabe: "alle" | "verwaltung" | "inhaber";
  /** Behind it lie files: as long as those of an account are closed, it leads to the sentence that says so. */
  readonly akten?: true;
};

/**
 * Reaches nothing but own records, because the database's walls let nothing else through (`akte`, `konto` in
 * db/table.ts). Whoever gives it gives no sight of anything that exists.
 */
export const eigenes = (satz: string): RechtDef => ({ satz, vergabe: "alle" });

/** The same for what opens files. */
export const akten = (satz: string): RechtDef => ({ satz, vergabe: "alle", akten: true });

/**
 * Figures and papers of the whole Kreis: no client data behind them. Whoever administers accounts gives it without holding
 * it, so that the administration need not read or release anything itself (decision 0018).
 */
export const zahlen = (satz: string): RechtDef => ({ satz, vergabe: "verwaltung" });

/**
 * Says that somebody is who she or he says. The administration gives it and does not hold it: who renews ways in is not to
 * confirm them (decision 0025).
 */
export const zeugnis = (satz: string): RechtDef => ({ satz, vergabe: "verwaltung" });

/** Reads who did what, never what it was: the administration gives it and does not hold it, as it stands in the log itself. */
export const aufsicht = (satz: string): RechtDef => ({ satz, vergabe: "verwaltung" });

/** Reads what was released to one's own authority, and nothing else: the administration gives it and does not hold it (0069). */
export const empfang = (satz: string): RechtDef => ({ satz, vergabe: "verwaltung", akten: true });

/** Figures that name nobody and are no secret: whoever may give roles gives it, as what reaches nothing but own records. */
export const offenes = (satz: string): RechtDef => ({ satz, vergabe: "alle" });

/** What a Träger keeps for its work and that says nothing of any client: whoever may give roles gives it. */
export const haus = (satz: string): RechtDef => ({ satz, vergabe: "alle" });

/** Writes what people agree to, and sees nobody who does: the administration gives it and does not hold it. */
export const texte = (satz: string): RechtDef => ({ satz, vergabe: "verwaltung" });

/** Reaches further than either, so it is given only by somebody who holds it. */
export const weiter = (satz: string): RechtDef => ({ satz, vergabe: "inhaber" });

export type RolleDef = {
  readonly name: string;
  /** What the person with this role does, for the role picker. */
  readonly satz: string;
  readonly rechte: readonly Recht[];
  /** How far the database lets this role see beyond own records; never client records (see db/table.ts). */
  readonly sicht: "eigene" | "traeger" | "kreis";
};

const ALLE = ["start.sehen", "konto.eigenes", "konzept.lesen"] as const;

export const rolle = (
  name: string,
  satz: string,
  rechte: readonly Recht[] = [],
  sicht: RolleDef["sicht"] = "traeger",
): RolleDef => ({
  name,
  satz,
  rechte: [...ALLE, ...rechte],
  sicht,
});
