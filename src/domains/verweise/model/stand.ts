/**
 * What becomes of a referral, as one table: from where to where, and what is said on the page. Whoever leads the file takes each
 * step; nothing else moves it. From every end it can be taken up again.
 */
export const STAENDE = {
  offen: "offen",
  vermittelt: "vermittelt",
  warteliste: "auf der Warteliste",
  angekommen: "angekommen",
  abgelehnt: "abgelehnt",
  nicht_wahrgenommen: "nicht wahrgenommen",
  zurueckgezogen: "zurückgezogen",
} as const;
export type Stand = keyof typeof STAENDE;

export const STAND = [
  "offen",
  "vermittelt",
  "warteliste",
  "angekommen",
  "abgelehnt",
  "nicht_wahrgenommen",
  "zurueckgezogen",
] as const satisfies readonly Stand[];

/** Where somebody still asks what became of it. */
export const OFFENE = ["offen", "vermittelt", "warteliste"] as const satisfies readonly Stand[];
export const isOffener = (stand: Stand): boolean => OFFENE.some((one) => one === stand);
export const ENDEN = STAND.filter((one) => !isOffener(one));

export type Uebergang = { readonly von: Stand; readonly nach: Stand; readonly verb: string };

const VERB: Readonly<Record<Stand, string>> = {
  offen: "Wieder aufnehmen",
  vermittelt: "Vermittelt: die Stelle hat zugesagt",
  warteliste: "Steht auf der Warteliste",
  angekommen: "Angekommen",
  abgelehnt: "Von der Stelle abgelehnt",
  nicht_wahrgenommen: "Nicht wahrgenommen",
  zurueckgezogen: "Zurückgezogen",
};

export const UEBERGAENGE: readonly Uebergang[] = [
  ...OFFENE.flatMap((von) =>
    STAND.filter((nach) => nach !== von && nach !== "offen").map((nach): Uebergang => ({
      von,
      nach,
      verb: VERB[nach],
    })),
  ),
  ...ENDEN.map((von): Uebergang => ({ von, nach: "offen", verb: VERB.offen })),
];

export const schritteAus = (stand: Stand): Uebergang[] => UEBERGAENGE.filter(({ von }) => von === stand);

/** Why a step cannot be taken, in a sentence; undefined where it can. */
export function hindernis(von: Stand, nach: Stand): string | undefined {
  const ways = schritteAus(von);
  if (ways.some((one) => one.nach === nach)) return undefined;
  return `Dieser Verweis ist „${STAENDE[von]}“. Möglich ist: ${ways.map((one) => `„${one.verb}“`).join(", ")}.`;
}

/** Why a place said no. What is not responsible was the wrong place; everything else is need that nobody meets. */
export const ABSAGEN = {
  voll: "voll, keine Plätze",
  kein_angebot: "das gibt es dort nicht",
  nicht_zustaendig: "dort nicht zuständig",
  voraussetzung: "Voraussetzungen fehlen",
  sprache: "keine gemeinsame Sprache",
  kosten: "zu teuer",
  weg: "nicht zu erreichen",
  ohne_antwort: "keine Antwort",
  andere: "anderer Grund",
} as const;
export type Absage = keyof typeof ABSAGEN;
export const ABSAGE = [
  "voll",
  "kein_angebot",
  "nicht_zustaendig",
  "voraussetzung",
  "sprache",
  "kosten",
  "weg",
  "ohne_antwort",
  "andere",
] as const satisfies readonly Absage[];

/** After how many days somebody asks again. A waiting list moves slowly. */
export const FRAGT_NACH: Readonly<Record<(typeof OFFENE)[number], number>> = {
  offen: 14,
  vermittelt: 14,
  warteliste: 28,
};
