/**
 * The way of a measure, as one table: from where to where, what it is called on the page, what it needs, and where it takes the gaps
 * it is for. Nothing else moves a measure. A Projektgruppe drafts it, the Lenkungsgruppe approves it, all implement it; afterwards
 * somebody looks at what it did.
 */
export const STAENDE = {
  vorgeschlagen: "vorgeschlagen",
  beschlossen: "beschlossen",
  laeuft: "in Umsetzung",
  ruht: "ruht",
  umgesetzt: "umgesetzt",
  wirkung: "Wirkung geprüft",
  geschlossen: "geschlossen",
  verworfen: "verworfen",
  abgebrochen: "abgebrochen",
} as const;

export type Stand = keyof typeof STAENDE;

export const STAND = [
  "vorgeschlagen",
  "beschlossen",
  "laeuft",
  "ruht",
  "umgesetzt",
  "wirkung",
  "geschlossen",
  "verworfen",
  "abgebrochen",
] as const satisfies readonly Stand[];

/** The rungs that follow each other; none is left out on the way to the end. */
export const WEG = [
  "vorgeschlagen",
  "beschlossen",
  "laeuft",
  "umgesetzt",
  "wirkung",
  "geschlossen",
] as const satisfies readonly Stand[];

/** Where nothing more happens, unless somebody takes it up again. */
export const ENDEN = ["geschlossen", "verworfen", "abgebrochen"] as const satisfies readonly Stand[];
export const isEnde = (stand: Stand): boolean => ENDEN.some((one) => one === stand);

/** Given up: such a measure holds no gap back. */
const AUFGEGEBEN = ["verworfen", "abgebrochen"] as const satisfies readonly Stand[];
export const isAufgegeben = (stand: Stand): boolean => AUFGEGEBEN.some((one) => one === stand);

/** Without a Beschluss there is only what a group proposes, and what came to nothing. */
export const ohneBeschluss = (stand: Stand): boolean => stand === "vorgeschlagen" || stand === "verworfen";

/** What a step asks for beside the reason: which Beschluss, or what came of it (that one has a page of its own). */
export type Frage = "beschluss" | "wirkung";

export type Uebergang = {
  readonly von: Stand;
  readonly nach: Stand;
  /** What is done, on the button. */
  readonly verb: string;
  readonly richtung: "weiter" | "zurueck";
  /** Whether it has to say why. */
  readonly grund?: true;
  readonly fragt?: Frage;
};

const back = (von: Stand, nach: Stand, verb = `Zurück zu „${STAENDE[nach]}“`): Uebergang => ({
  von,
  nach,
  verb,
  richtung: "zurueck",
  grund: true,
});
const W = { richtung: "weiter" } as const;

export const UEBERGAENGE: readonly Uebergang[] = [
  { ...W, von: "vorgeschlagen", nach: "beschlossen", verb: "Ist beschlossen", fragt: "beschluss" },
  { ...W, von: "vorgeschlagen", nach: "verworfen", verb: "Verwerfen", grund: true },
  { ...W, von: "beschlossen", nach: "laeuft", verb: "Umsetzung beginnt" },
  { ...W, von: "beschlossen", nach: "abgebrochen", verb: "Abbrechen", grund: true },
  { ...W, von: "laeuft", nach: "umgesetzt", verb: "Ist umgesetzt" },
  { ...W, von: "laeuft", nach: "ruht", verb: "Ruht", grund: true },
  { ...W, von: "laeuft", nach: "abgebrochen", verb: "Abbrechen", grund: true },
  { ...W, von: "ruht", nach: "laeuft", verb: "Geht weiter" },
  { ...W, von: "ruht", nach: "abgebrochen", verb: "Abbrechen", grund: true },
  { ...W, von: "umgesetzt", nach: "wirkung", verb: "Wirkung prüfen", fragt: "wirkung" },
  { ...W, von: "wirkung", nach: "geschlossen", verb: "Schließen" },
  back("beschlossen", "vorgeschlagen"),
  back("laeuft", "beschlossen"),
  back("umgesetzt", "laeuft"),
  back("wirkung", "laeuft", "Wirkt noch nicht: weiter umsetzen"),
  back("geschlossen", "laeuft", "Wieder aufgreifen"),
  back("verworfen", "vorgeschlagen", "Wieder aufgreifen"),
  back("abgebrochen", "vorgeschlagen", "Wieder aufgreifen"),
];

/** The steps out of a state, those that lead on first. */
export const schritteAus = (stand: Stand): Uebergang[] => UEBERGAENGE.filter(({ von }) => von === stand);

export const uebergang = (von: Stand, nach: Stand): Uebergang | undefined =>
  UEBERGAENGE.find((one) => one.von === von && one.nach === nach);

/** What is known of what a step asks for. */
export type Gefragt = { readonly grund: string | null; readonly beschluss: string | null };

type Problem = { readonly field: string; readonly satz: string };

/**
 * What stands in the way of a step, in a sentence with its field; undefined where nothing does.
 * @param gesehen whether the effect was looked at in the same transaction: that step is taken there alone
 */
export function hindernis(von: Stand, nach: Stand, gefragt: Gefragt, gesehen = false): Problem | undefined {
  const schritt = uebergang(von, nach);
  if (schritt === undefined || (schritt.fragt === "wirkung" && !gesehen)) {
    const moeglich = schritteAus(von).map(({ verb }) => `„${verb}“`);
    const satz = `Von „${STAENDE[von]}“ geht es so nicht zu „${STAENDE[nach]}“. Möglich ist: ${[...new Set(moeglich)].join(", ")}.`;
    return { field: "nach", satz };
  }
  if (schritt.grund === true && gefragt.grund === null)
    return { field: "grund", satz: "Schreiben Sie in einem Satz, warum." };
  if (schritt.fragt === "beschluss" && gefragt.beschluss === null)
    return { field: "beschluss", satz: "Wählen Sie den Beschluss, auf dem die Maßnahme beruht." };
  return undefined;
}

/** Rungs of a gap that measures take it along. */
export type LueckeStand = "projektgruppe" | "massnahme" | "umgesetzt" | "wirkung" | "geschlossen";

const MIT: Readonly<Partial<Record<Stand, LueckeStand>>> = {
  beschlossen: "massnahme",
  laeuft: "massnahme",
  ruht: "massnahme",
  umgesetzt: "umgesetzt",
  wirkung: "wirkung",
  geschlossen: "geschlossen",
};
const LEITER = ["projektgruppe", "massnahme", "umgesetzt", "wirkung", "geschlossen"] as const;
const rung = (of: LueckeStand): number => LEITER.indexOf(of);

/**
 * Where a gap stands by its measures: as far as the last of them. One that was only proposed does not hold it, nor one that was given
 * up. Undefined where no measure says anything.
 */
export function lueckeNach(staende: readonly Stand[]): LueckeStand | undefined {
  const where = staende.flatMap((stand) => MIT[stand] ?? []);
  return where.toSorted((a, b) => rung(a) - rung(b))[0];
}

const isRung = (stand: string): stand is LueckeStand => LEITER.some((one) => one === stand);

/** Whether a rung is further on than where a gap stands. */
export const istHoeher = (nach: LueckeStand, als: string): boolean => isRung(als) && rung(nach) > rung(als);

/**
 * The steps that bring a gap from where it is to where its measures are, one rung after the other; from further on back to "Maßnahme"
 * in one. Empty where it is there already, or was not on these rungs: then somebody else decides. What is closed stays closed.
 */
export function lueckeSchritte(von: string, nach: LueckeStand): LueckeStand[] {
  if (!isRung(von) || von === "geschlossen" || von === nach) return [];
  if (istHoeher(nach, von)) return LEITER.slice(rung(von) + 1, rung(nach) + 1);
  return nach === "massnahme" ? ["massnahme"] : [];
}
