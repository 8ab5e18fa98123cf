/**
 * The way of a meeting, as one table: from where to where, what it is called on the button, whether it has to say why. Nothing else
 * moves a meeting. After the release there is one way back, for a correction; what was released stays as its own version.
 */
export const STAENDE = {
  geplant: "geplant",
  eingeladen: "eingeladen",
  durchgefuehrt: "durchgeführt",
  entwurf: "Protokoll-Entwurf",
  freigegeben: "Protokoll freigegeben",
  abgesagt: "abgesagt",
} as const;

export type Stand = keyof typeof STAENDE;
export const STAND = ["geplant", "eingeladen", "durchgefuehrt", "entwurf", "freigegeben", "abgesagt"] as const;

/** The states that follow each other; none is left out on the way to released minutes. */
export const LEITER = [
  "geplant",
  "eingeladen",
  "durchgefuehrt",
  "entwurf",
  "freigegeben",
] as const satisfies readonly Stand[];

export type Richtung = "weiter" | "zurueck";

export type Uebergang = {
  readonly von: Stand;
  readonly nach: Stand;
  readonly verb: string;
  readonly richtung: Richtung;
  readonly grund?: true;
  /** Only from the day of the meeting on. */
  readonly abTag?: true;
  /** Whoever releases, not whoever writes. */
  readonly freigabe?: true;
};

export const UEBERGAENGE: readonly Uebergang[] = [
  { von: "geplant", nach: "eingeladen", verb: "Einladen", richtung: "weiter" },
  { von: "eingeladen", nach: "durchgefuehrt", verb: "Sitzung beginnen", richtung: "weiter", abTag: true },
  { von: "durchgefuehrt", nach: "entwurf", verb: "Protokoll zur Freigabe geben", richtung: "weiter" },
  { von: "entwurf", nach: "freigegeben", verb: "Protokoll freigeben", richtung: "weiter", freigabe: true },
  { von: "geplant", nach: "abgesagt", verb: "Absagen", richtung: "weiter", grund: true },
  { von: "eingeladen", nach: "abgesagt", verb: "Absagen", richtung: "weiter", grund: true },
  { von: "abgesagt", nach: "geplant", verb: "Wieder planen", richtung: "zurueck" },
  { von: "durchgefuehrt", nach: "eingeladen", verb: "Hat noch nicht begonnen", richtung: "zurueck", grund: true },
  { von: "entwurf", nach: "durchgefuehrt", verb: "Weiter schreiben", richtung: "zurueck" },
  {
    von: "freigegeben",
    nach: "entwurf",
    verb: "Protokoll berichtigen",
    richtung: "zurueck",
    grund: true,
    freigabe: true,
  },
];

export const schritteAus = (stand: Stand): Uebergang[] => UEBERGAENGE.filter(({ von }) => von === stand);

export const uebergang = (von: Stand, nach: Stand): Uebergang | undefined =>
  UEBERGAENGE.find((one) => one.von === von && one.nach === nach);

/** What speaks against a step, in a sentence with its field; undefined where nothing does. `heute` and `tag` are ISO days. */
export function hindernis(
  von: Stand,
  nach: Stand,
  { grund, heute, tag }: { readonly grund: string | null; readonly heute: string; readonly tag: string },
): { readonly field: string; readonly satz: string } | undefined {
  const step = uebergang(von, nach);
  if (step === undefined) {
    const moeglich = schritteAus(von).map(({ verb }) => `„${verb}“`);
    return {
      field: "nach",
      satz: `Von „${STAENDE[von]}“ geht es nicht zu „${STAENDE[nach]}“. Möglich ist: ${moeglich.join(", ")}.`,
    };
  }
  if (step.grund === true && grund === null) return { field: "grund", satz: "Schreiben Sie in einem Satz, warum." };
  if (step.abTag === true && heute < tag)
    return {
      field: "nach",
      satz: "Die Sitzung kann erst an ihrem Tag beginnen. Verlegen Sie sie, wenn sie früher ist.",
    };
  return undefined;
}

/** Whether the agenda may still change: until the meeting is over on paper. */
export const istOffen = (stand: Stand): boolean => stand !== "freigegeben" && stand !== "abgesagt";

/** Whether minutes are written: while the body meets and until they are released. */
export const wirdProtokolliert = (stand: Stand): boolean => stand === "durchgefuehrt" || stand === "entwurf";
