/**
 * The way of a reconstruction, as one table: from where to where, what it is called on the page, what it needs. Nothing else moves
 * one. Its group is there before the work begins, its result before it ends.
 */
export const STAENDE = {
  begonnen: "begonnen",
  in_arbeit: "in Arbeit",
  abgeschlossen: "abgeschlossen",
  wieder_offen: "wieder geöffnet",
} as const;

export type Stand = keyof typeof STAENDE;

export const STAND = ["begonnen", "in_arbeit", "abgeschlossen", "wieder_offen"] as const satisfies readonly Stand[];

/** What a step asks for, beside the reason. */
type Frage = "gruppe" | "ergebnis";

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

const W = { richtung: "weiter" } as const;
const Z = { richtung: "zurueck", grund: true } as const;

export const UEBERGAENGE: readonly Uebergang[] = [
  { ...W, von: "begonnen", nach: "in_arbeit", verb: "Arbeit beginnen", fragt: "gruppe" },
  { ...W, von: "in_arbeit", nach: "abgeschlossen", verb: "Abschließen", fragt: "ergebnis" },
  { ...Z, von: "in_arbeit", nach: "begonnen", verb: "Zurück zu „begonnen“" },
  { ...Z, von: "abgeschlossen", nach: "wieder_offen", verb: "Wieder öffnen" },
  { ...W, von: "wieder_offen", nach: "abgeschlossen", verb: "Wieder abschließen", fragt: "ergebnis" },
];

/** The steps out of a state, those that lead on first. */
export const schritteAus = (stand: Stand): Uebergang[] => UEBERGAENGE.filter(({ von }) => von === stand);

export const uebergang = (von: Stand, nach: Stand): Uebergang | undefined =>
  UEBERGAENGE.find((one) => one.von === von && one.nach === nach);

/** Whether its stations may be written: once the work began, and until it is over. */
export const wirdGeschrieben = (stand: Stand): boolean => stand === "in_arbeit" || stand === "wieder_offen";

/** What is known of what a step asks for. */
export type Gefragt = {
  readonly grund: string | null;
  readonly ergebnis: string | null;
  readonly befund: string | null;
  /** How many there are. */
  readonly gruppe: number;
  readonly stationen: number;
};

type Problem = { readonly field: string; readonly satz: string };

const FRAGEN: Readonly<Record<Frage, (g: Gefragt) => Problem | undefined>> = {
  gruppe: ({ gruppe }) =>
    gruppe === 0
      ? { field: "nach", satz: "Tragen Sie zuerst ein, welche Stellen am Tisch sitzen: auf der Seite unter „Gruppe“." }
      : undefined,
  ergebnis: ({ stationen, ergebnis, befund }) => {
    if (stationen === 0) return { field: "nach", satz: "Tragen Sie zuerst mindestens eine Station ein." };
    if (ergebnis === null) return { field: "ergebnis", satz: "Schreiben Sie, was die Gruppe verstanden hat." };
    return befund === null
      ? { field: "befund", satz: "Schreiben Sie, was davon eine Systemlücke ist, oder dass keine zu sehen war." }
      : undefined;
  },
};

/** What stands in the way of a step, in a sentence with its field; undefined where nothing does. */
export function hindernis(von: Stand, nach: Stand, gefragt: Gefragt): Problem | undefined {
  const schritt = uebergang(von, nach);
  if (schritt === undefined) {
    const moeglich = schritteAus(von).map(({ verb }) => `„${verb}“`);
    const satz = `Von „${STAENDE[von]}“ geht es nicht zu „${STAENDE[nach]}“. Möglich ist: ${moeglich.join(", ")}.`;
    return { field: "nach", satz };
  }
  if (schritt.grund === true && gefragt.grund === null)
    return { field: "grund", satz: "Schreiben Sie in einem Satz, warum." };
  return schritt.fragt === undefined ? undefined : FRAGEN[schritt.fragt](gefragt);
}
