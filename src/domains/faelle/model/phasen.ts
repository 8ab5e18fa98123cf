/**
 * The way of a case, as one table: from where to where, what it is called on the page, who takes it, what it needs; nothing else moves
 * a case. Source of the phases: case management in the tradition of the DGCC (clarification, assessment, plan,
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

/** Whether nothing may be written about a case: the consent is withdrawn, what there is waits to be erased. */
export const isGesperrt = (phase: Phase): boolean => phase === "widerruf";

export const isBeendet = (phase: Phase): boolean => ENDEN.some((ende) => ende === phase);

/** Who takes a step: whoever keeps the file, whoever stands in for her today, or the program once another Träger took the person over. */
const WER = {
  fuehrend: "wer den Fall führt",
  vertretung: "Vertretung und Team",
  programm: "das Programm, wenn ein anderer Träger übernimmt",
} as const;
export type Wer = keyof typeof WER;

const AUCH_VERTRETEN = ["fuehrend", "vertretung"] as const satisfies readonly Wer[];
const JEDER = [...AUCH_VERTRETEN, "programm"] as const satisfies readonly Wer[];

/** What has to be known before a step, beside the reason. */
export type Bedingung = "geklaert" | "eingewilligt" | "eingeschaetzt" | "vereinbart";

export type Uebergang = {
  readonly von: Phase;
  readonly nach: Phase;
  /** What is done, on the button. */
  readonly verb: string;
  readonly wer: readonly Wer[];
  /** Whether it says why: always, or where the Kreis has a rule for its target group by which this decides. */
  readonly grund?: "immer" | "nach Regel";
  readonly bedingung?: Bedingung;
};

const UNTERWEGS = ["assessment", "hilfeplan", "umsetzung"] as const satisfies readonly Phase[];
export const MIT_EINWILLIGUNG = [...UNTERWEGS, "evaluation", "ruhend"] as const satisfies readonly Phase[];

type Zeile = Omit<Uebergang, "wer"> & Partial<Pick<Uebergang, "wer">>;

const TABELLE: readonly Zeile[] = [
  { von: "anfrage", nach: "klaerung", verb: "Klärung beginnen" },
  { von: "klaerung", nach: "einwilligung", verb: "Als Fall annehmen", grund: "nach Regel", bedingung: "geklaert" },
  { von: "einwilligung", nach: "assessment", verb: "Assessment beginnen", bedingung: "eingewilligt" },
  { von: "assessment", nach: "hilfeplan", verb: "Hilfeplan beginnen", bedingung: "eingeschaetzt" },
  { von: "hilfeplan", nach: "umsetzung", verb: "Umsetzung beginnen", bedingung: "vereinbart" },
  { von: "umsetzung", nach: "evaluation", verb: "Evaluation beginnen" },
  { von: "umsetzung", nach: "assessment", verb: "Neu einschätzen", grund: "immer" },
  { von: "umsetzung", nach: "hilfeplan", verb: "Hilfeplan überarbeiten" },
  { von: "evaluation", nach: "umsetzung", verb: "Weiter umsetzen", grund: "immer" },
  ...UNTERWEGS.map((von): Zeile => ({ von, nach: "ruhend", verb: "Ruhen lassen", grund: "immer" })),
  ...UNTERWEGS.map((nach): Zeile => ({
    von: "ruhend",
    nach,
    verb: `Weiter mit ${PHASEN[nach]}`,
    // Resting leads past no condition.
    ...(nach === "assessment" ? {} : { bedingung: nach === "umsetzung" ? "vereinbart" : "eingeschaetzt" }),
  })),
  ...MIT_EINWILLIGUNG.map((von): Zeile => ({ von, nach: "abgeschlossen", verb: "Abschließen", wer: JEDER })),
  ...(["anfrage", "klaerung"] as const).map((von): Zeile => ({
    von,
    nach: "verweis",
    verb: "An eine andere Stelle verweisen",
    grund: "immer",
  })),
  ...(["anfrage", "klaerung", "einwilligung"] as const).map((von): Zeile => ({
    von,
    nach: "nicht_zustande",
    verb: "Ohne Fall beenden",
    grund: "immer",
    wer: JEDER,
  })),
  ...([...MIT_EINWILLIGUNG, "einwilligung", "abgeschlossen"] as const).map((von): Zeile => ({
    von,
    nach: "widerruf",
    verb: "Widerruf der Einwilligung",
  })),
  { von: "abgeschlossen", nach: "umsetzung", verb: "Wieder öffnen", grund: "immer", bedingung: "eingewilligt" },
  { von: "nicht_zustande", nach: "klaerung", verb: "Wieder aufnehmen", grund: "immer" },
  { von: "verweis", nach: "klaerung", verb: "Wieder aufnehmen", grund: "immer" },
  // Somebody said no: whoever heard it asks once more or does not, and nobody who knows neither.
  { von: "widerruf", nach: "einwilligung", verb: "Neu um Einwilligung bitten", grund: "immer", wer: ["fuehrend"] },
];

export const UEBERGAENGE: readonly Uebergang[] = TABELLE.map((zeile) => ({ wer: AUCH_VERTRETEN, ...zeile }));

/** What the case knows of what a step asks. */
export type Stand = {
  readonly phase: Phase;
  /** As what somebody acts in it. */
  readonly wer: Wer;
  readonly weiteres: string | null;
  /** Whether the person consents today; of a case of before it is enough that its day was noted. */
  readonly eingewilligt: boolean;
  /** Whether the consent that the case leans on was taken back or has run out, and no other came. */
  readonly einwilligungEndete: boolean;
  /** Whether the Kreis has a rule for its target group today, and what the clarification of this case proposes by it. */
  readonly regel: boolean;
  readonly vorschlag: string | null;
  /** Whether at least one Lebensbereich was assessed. */
  readonly eingeschaetzt: boolean;
  /** Whether both agreed to a plan. */
  readonly vereinbart: boolean;
};

/** What a step asks for, in words; empty where nothing. The day is asked for by all of them. */
export const verlangt = ({ nach, grund, bedingung }: Uebergang): string =>
  [
    ...(bedingung === undefined ? [] : [VORAUSSETZUNG[bedingung]]),
    ...(nach === "abgeschlossen" ? ["ein Grund aus der Liste"] : []),
    ...(grund === undefined
      ? []
      : [grund === "immer" ? "ein Satz, warum" : "ein Satz, warum, wo der Kreis eine Regel hat"]),
  ].join("; ");

/** Who takes a step, in words. */
export const werText = ({ wer }: Uebergang): string => wer.map((one) => WER[one]).join(", ");

/** Whether a step has to say why. */
export const verlangtGrund = ({ grund }: Uebergang, { regel }: Pick<Stand, "regel">): boolean =>
  grund === "immer" || (grund === "nach Regel" && regel);

const FEHLT: Readonly<Record<Bedingung, { readonly fehlt: (stand: Stand) => boolean; readonly satz: string }>> = {
  geklaert: {
    fehlt: ({ weiteres, regel, vorschlag }) => weiteres === null || (regel && vorschlag === null),
    satz: "Füllen Sie zuerst die Klärung aus: ob die Person zur Zielgruppe gehört und ob schon jemand anderes den Fall führt.",
  },
  eingewilligt: {
    fehlt: ({ eingewilligt }) => !eingewilligt,
    satz: "Für die Begleitung im Case Management gilt keine Einwilligung. Ohne sie geht es nicht weiter.",
  },
  eingeschaetzt: {
    fehlt: ({ eingeschaetzt }) => !eingeschaetzt,
    satz: "Schätzen Sie im Assessment wenigstens einen Lebensbereich ein. Darauf baut der Hilfeplan auf.",
  },
  vereinbart: {
    fehlt: ({ vereinbart }) => !vereinbart,
    satz: "Vereinbaren Sie zuerst den Hilfeplan mit der Person. Dann beginnt die Umsetzung.",
  },
};

/** What a step asks for, in a few words; what has to be said with it included. */
const VORAUSSETZUNG: Readonly<Record<Bedingung, string>> = {
  geklaert: "die Klärung ist ausgefüllt",
  eingewilligt: "eine Einwilligung in die Begleitung gilt",
  eingeschaetzt: "ein Lebensbereich ist eingeschätzt",
  vereinbart: "der Hilfeplan ist vereinbart",
};

const ENDETE =
  "Die Einwilligung gilt nicht mehr. Holen Sie eine neue ein, oder tragen Sie den Widerruf als Schritt ein.";

const nurAndere = ({ verb, wer }: Uebergang) =>
  `„${verb}“ kann nur, ${wer.map((one) => WER[one]).join(" oder ")}. Sie handeln hier in Vertretung.`;

/** The steps out of a phase, those that lead on first. */
export const schritteAus = (phase: Phase): Uebergang[] => UEBERGAENGE.filter(({ von }) => von === phase);

/** Why a step cannot be taken, in a sentence; undefined where it can. */
export function hindernis(stand: Stand, nach: Phase): string | undefined {
  const schritt = UEBERGAENGE.find((one) => one.von === stand.phase && one.nach === nach);
  if (schritt === undefined) {
    const moeglich = schritteAus(stand.phase).map((one) => `„${one.verb}“`);
    return `Von „${PHASEN[stand.phase]}“ geht es nicht zu „${PHASEN[nach]}“. Möglich ist: ${moeglich.join(", ")}.`;
  }
  if (!schritt.wer.includes(stand.wer)) return nurAndere(schritt);
  const { bedingung } = schritt;
  if (stand.einwilligungEndete && MIT_EINWILLIGUNG.some((one) => one === nach)) return ENDETE;
  return bedingung !== undefined && FEHLT[bedingung].fehlt(stand) ? FEHLT[bedingung].satz : undefined;
}

const NACH_KLAERUNG = ["einwilligung", ...MIT_EINWILLIGUNG] as const satisfies readonly Phase[];

/** Why the clarification may not be emptied where it let the case come on; undefined where nothing is lost. */
export const verloren = ({ phase, weiteres }: Pick<Stand, "phase" | "weiteres">): string | undefined =>
  weiteres === null && NACH_KLAERUNG.some((one) => one === phase)
    ? "Das ist schon geklärt. Ändern Sie die Antwort, aber lassen Sie sie nicht leer."
    : undefined;
