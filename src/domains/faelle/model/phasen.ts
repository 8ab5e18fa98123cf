/**
 * The way of a case, as one table: from where to where, what it is called on the page, what it needs. Whoever leads the case takes
 * each step; nothing else moves it. Source of the phases: case management in the tradition of the DGCC (clarification, assessment, plan,
 * monitoring, evaluation), with the consent in between.
 */
export const PHASEN = {
  anfrage: "Anfrage",
  klaerung: "Klärung",
  einwilligung: "Einwilligung offen",
  assessment: "Assessment",
  hilfeplan: "Hilfeplan",
  umsetzung: "Umsetzung",
  evaluation: "Evaluation",
  ruhend: "ruht",
  abgeschlossen: "abgeschlossen",
  nicht_zustande: "nicht zustande gekommen",
  verweis: "verwiesen",
  widerruf: "Einwilligung widerrufen",
} as const;

export type Phase = keyof typeof PHASEN;

export const PHASE = [
  "anfrage",
  "klaerung",
  "einwilligung",
  "assessment",
  "hilfeplan",
  "umsetzung",
  "evaluation",
  "ruhend",
  "abgeschlossen",
  "nicht_zustande",
  "verweis",
  "widerruf",
] as const satisfies readonly Phase[];

/** The phases that follow each other where nothing comes in between; the picture of the way shows them. */
export const WEG = [
  "anfrage",
  "klaerung",
  "einwilligung",
  "assessment",
  "hilfeplan",
  "umsetzung",
  "evaluation",
  "abgeschlossen",
] as const satisfies readonly Phase[];

/** Where a case is over. It can be taken up again from each. */
export const ENDEN = ["abgeschlossen", "nicht_zustande", "verweis", "widerruf"] as const satisfies readonly Phase[];

export const isBeendet = (phase: Phase): boolean => ENDEN.some((ende) => ende === phase);

/** What has to be known before a step, beside the reason. */
export type Bedingung = "geklaert" | "eingewilligt";

export type Uebergang = {
  readonly von: Phase;
  readonly nach: Phase;
  /** What is done, on the button. */
  readonly verb: string;
  /** Whether it says why. */
  readonly grund?: true;
  readonly bedingung?: Bedingung;
};

const UNTERWEGS = ["assessment", "hilfeplan", "umsetzung"] as const satisfies readonly Phase[];
const MIT_EINWILLIGUNG = [...UNTERWEGS, "evaluation", "ruhend"] as const satisfies readonly Phase[];

export const UEBERGAENGE: readonly Uebergang[] = [
  { von: "anfrage", nach: "klaerung", verb: "Klärung beginnen" },
  { von: "klaerung", nach: "einwilligung", verb: "Als Fall annehmen", bedingung: "geklaert" },
  { von: "einwilligung", nach: "assessment", verb: "Assessment beginnen", bedingung: "eingewilligt" },
  { von: "assessment", nach: "hilfeplan", verb: "Hilfeplan beginnen" },
  { von: "hilfeplan", nach: "umsetzung", verb: "Umsetzung beginnen" },
  { von: "umsetzung", nach: "evaluation", verb: "Evaluation beginnen" },
  { von: "umsetzung", nach: "assessment", verb: "Neu einschätzen", grund: true },
  { von: "umsetzung", nach: "hilfeplan", verb: "Hilfeplan überarbeiten" },
  { von: "evaluation", nach: "umsetzung", verb: "Weiter umsetzen", grund: true },
  ...UNTERWEGS.map((von): Uebergang => ({ von, nach: "ruhend", verb: "Ruhen lassen", grund: true })),
  ...UNTERWEGS.map((nach): Uebergang => ({ von: "ruhend", nach, verb: `Weiter mit ${PHASEN[nach]}` })),
  ...MIT_EINWILLIGUNG.map((von): Uebergang => ({ von, nach: "abgeschlossen", verb: "Abschließen" })),
  ...(["anfrage", "klaerung"] as const).map((von): Uebergang => ({
    von,
    nach: "verweis",
    verb: "An eine andere Stelle verweisen",
    grund: true,
  })),
  ...(["anfrage", "klaerung", "einwilligung"] as const).map((von): Uebergang => ({
    von,
    nach: "nicht_zustande",
    verb: "Ohne Fall beenden",
    grund: true,
  })),
  ...MIT_EINWILLIGUNG.map((von): Uebergang => ({ von, nach: "widerruf", verb: "Widerruf der Einwilligung" })),
  { von: "abgeschlossen", nach: "umsetzung", verb: "Wieder öffnen", grund: true, bedingung: "eingewilligt" },
  { von: "nicht_zustande", nach: "klaerung", verb: "Wieder aufnehmen", grund: true },
  { von: "verweis", nach: "klaerung", verb: "Wieder aufnehmen", grund: true },
  { von: "widerruf", nach: "einwilligung", verb: "Neu um Einwilligung bitten", grund: true },
];

/** What the case knows of what a step asks. */
export type Stand = {
  readonly phase: Phase;
  readonly weiteres: string | null;
  readonly einwilligungAm: string | null;
};

const FEHLT: Readonly<Record<Bedingung, { readonly fehlt: (stand: Stand) => boolean; readonly satz: string }>> = {
  geklaert: {
    fehlt: ({ weiteres }) => weiteres === null,
    satz: "Tragen Sie bei den Angaben ein, ob schon jemand anderes den Fall führt. Dann geht es weiter.",
  },
  eingewilligt: {
    fehlt: ({ einwilligungAm }) => einwilligungAm === null,
    satz: "Tragen Sie bei den Angaben ein, seit wann die Einwilligung vorliegt. Ohne sie beginnt kein Assessment.",
  },
};

/** The steps out of a phase, those that lead on first. */
export const schritteAus = (phase: Phase): Uebergang[] => UEBERGAENGE.filter(({ von }) => von === phase);

/** Why a step cannot be taken, in a sentence; undefined where it can. */
export function hindernis(stand: Stand, nach: Phase): string | undefined {
  const schritt = UEBERGAENGE.find((one) => one.von === stand.phase && one.nach === nach);
  if (schritt === undefined) {
    const moeglich = schritteAus(stand.phase).map((one) => `„${one.verb}“`);
    return `Von „${PHASEN[stand.phase]}“ geht es nicht zu „${PHASEN[nach]}“. Möglich ist: ${moeglich.join(", ")}.`;
  }
  const { bedingung } = schritt;
  return bedingung !== undefined && FEHLT[bedingung].fehlt(stand) ? FEHLT[bedingung].satz : undefined;
}

const NACH_KLAERUNG = ["einwilligung", ...MIT_EINWILLIGUNG] as const satisfies readonly Phase[];

/** What a case may not lose where it is: what let it come here. A sentence with its field; undefined where nothing is missing. */
export function verloren({ phase, weiteres, einwilligungAm }: Stand): { field: string; satz: string } | undefined {
  if (weiteres === null && NACH_KLAERUNG.some((one) => one === phase)) {
    return {
      field: "weiteres",
      satz: "Das ist schon geklärt. Ändern Sie die Antwort, aber lassen Sie sie nicht leer.",
    };
  }
  if (einwilligungAm === null && MIT_EINWILLIGUNG.some((one) => one === phase)) {
    const satz =
      "In dieser Phase liegt eine Einwilligung vor. Wurde sie widerrufen, tragen Sie den Widerruf als Schritt ein.";
    return { field: "einwilligung_am", satz };
  }
  return undefined;
}
