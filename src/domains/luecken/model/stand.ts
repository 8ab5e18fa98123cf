/**
 * The way of a gap, as one table: from where to where, what it is called on the page, who may, what it needs. Nothing else moves a
 * gap. The ladder is the one a Kreis in North Rhine-Westphalia published for its cases: reconstruct, name the theme, bring it to the
 * Lenkungsgruppe, decide, found a Projektgruppe, agree on a measure, look at what it did.
 */
export const STAENDE = {
  gemeldet: "gemeldet",
  gesichtet: "gesichtet",
  zusammengefuehrt: "zusammengeführt",
  validiert: "geprüft",
  thema: "Thema",
  vorlage: "Vorlage",
  priorisiert: "priorisiert",
  zurueckgestellt: "zurückgestellt",
  abgelehnt: "abgelehnt",
  an_land: "an das Land gemeldet",
  projektgruppe: "Projektgruppe",
  massnahme: "Maßnahme",
  umgesetzt: "umgesetzt",
  wirkung: "Wirkung geprüft",
  geschlossen: "geschlossen",
} as const;

export type Stand = keyof typeof STAENDE;

export const STAND = [
  "gemeldet",
  "gesichtet",
  "zusammengefuehrt",
  "validiert",
  "thema",
  "vorlage",
  "priorisiert",
  "zurueckgestellt",
  "abgelehnt",
  "an_land",
  "projektgruppe",
  "massnahme",
  "umgesetzt",
  "wirkung",
  "geschlossen",
] as const satisfies readonly Stand[];

/** The rungs that follow each other; none is left out on the way to the end. */
export const LEITER = [
  "gemeldet",
  "gesichtet",
  "validiert",
  "thema",
  "vorlage",
  "priorisiert",
  "projektgruppe",
  "massnahme",
  "umgesetzt",
  "wirkung",
  "geschlossen",
] as const satisfies readonly Stand[];

/** Where nothing more happens, unless somebody takes it up again. */
export const ENDEN = ["abgelehnt", "geschlossen"] as const satisfies readonly Stand[];

export const isEnde = (stand: Stand): boolean => ENDEN.some((one) => one === stand);

/** What a step asks for, beside the reason. */
export type Frage = "zahlen" | "thema" | "wieder";

/** Whether a step leads on, back, or together with another gap and apart again (those two have commands of their own). */
export type Richtung = "weiter" | "zurueck" | "zusammen" | "getrennt";

/** Whoever leads the ladder, or whoever reported the gap. */
export type Wer = "koordination" | "meldende";

export type Uebergang = {
  readonly von: Stand;
  readonly nach: Stand;
  /** What is done, on the button. */
  readonly verb: string;
  readonly richtung: Richtung;
  readonly wer: Wer;
  /** Whether it has to say why. */
  readonly grund?: true;
  readonly fragt?: Frage;
};

const ZUSAMMEN = ["gemeldet", "gesichtet", "validiert", "thema"] as const satisfies readonly Stand[];
export const darfZusammen = (stand: Stand): boolean => ZUSAMMEN.some((one) => one === stand);

const K = { richtung: "weiter", wer: "koordination" } as const;
const ZURUECK = { richtung: "zurueck", wer: "koordination", grund: true } as const;
const back = (von: Stand, nach: Stand, verb = `Zurück zu „${STAENDE[nach]}“`): Uebergang => ({
  ...ZURUECK,
  von,
  nach,
  verb,
});

export const UEBERGAENGE: readonly Uebergang[] = [
  { ...K, von: "gemeldet", nach: "gesichtet", verb: "Als gesichtet merken" },
  { ...K, von: "gemeldet", nach: "abgelehnt", verb: "Meldung zurückziehen", wer: "meldende" },
  { ...K, von: "gesichtet", nach: "validiert", verb: "Als geprüft bestätigen", fragt: "zahlen" },
  { ...K, von: "gesichtet", nach: "abgelehnt", verb: "Ist keine Systemlücke", grund: true },
  { ...K, von: "validiert", nach: "thema", verb: "Zum Thema machen", fragt: "thema" },
  { ...K, von: "thema", nach: "vorlage", verb: "Vorlage liegt vor" },
  { ...K, von: "vorlage", nach: "priorisiert", verb: "Ist priorisiert", grund: true },
  { ...K, von: "vorlage", nach: "zurueckgestellt", verb: "Ist zurückgestellt", grund: true, fragt: "wieder" },
  { ...K, von: "vorlage", nach: "abgelehnt", verb: "Ist abgelehnt", grund: true },
  { ...K, von: "vorlage", nach: "an_land", verb: "Ist an das Land gemeldet", grund: true },
  { ...K, von: "zurueckgestellt", nach: "vorlage", verb: "Wieder vorlegen" },
  { ...K, von: "an_land", nach: "geschlossen", verb: "Schließen", grund: true },
  { ...K, von: "priorisiert", nach: "projektgruppe", verb: "Projektgruppe ist eingesetzt", grund: true },
  { ...K, von: "projektgruppe", nach: "massnahme", verb: "Maßnahme ist vereinbart", grund: true },
  { ...K, von: "massnahme", nach: "umgesetzt", verb: "Ist umgesetzt" },
  { ...K, von: "umgesetzt", nach: "wirkung", verb: "Wirkung ist geprüft", grund: true },
  { ...K, von: "wirkung", nach: "geschlossen", verb: "Schließen" },
  back("gesichtet", "gemeldet"),
  back("validiert", "gesichtet"),
  back("thema", "validiert"),
  back("vorlage", "thema"),
  back("priorisiert", "vorlage"),
  back("an_land", "vorlage", "Wieder vorlegen"),
  back("projektgruppe", "priorisiert"),
  back("massnahme", "projektgruppe"),
  back("umgesetzt", "massnahme"),
  back("wirkung", "massnahme", "Wirkt noch nicht: weiter umsetzen"),
  back("abgelehnt", "gesichtet", "Wieder aufgreifen"),
  back("geschlossen", "gesichtet", "Wieder aufgreifen"),
  ...ZUSAMMEN.flatMap((stand): Uebergang[] => [
    {
      von: stand,
      nach: "zusammengefuehrt",
      verb: "Mit einer anderen zusammenführen",
      richtung: "zusammen",
      wer: "koordination",
    },
    { von: "zusammengefuehrt", nach: stand, verb: "Wieder trennen", richtung: "getrennt", wer: "koordination" },
  ]),
];

/** The steps out of a state, those that lead on first. */
export const schritteAus = (stand: Stand): Uebergang[] => UEBERGAENGE.filter(({ von }) => von === stand);

export const uebergang = (von: Stand, nach: Stand): Uebergang | undefined =>
  UEBERGAENGE.find((one) => one.von === von && one.nach === nach);

/** Whether a step can be taken with one press: it asks nothing and needs no reason. */
export const fragtNichts = ({ richtung, grund, fragt, wer }: Uebergang): boolean =>
  richtung === "weiter" && wer === "koordination" && grund !== true && fragt === undefined;

/** What is known of what a step asks for. */
export type Gefragt = {
  readonly grund: string | null;
  readonly thema: string | null;
  readonly faelle: number | null;
  readonly standorte: number | null;
  readonly wiederAm: string | null;
};

type Problem = { readonly field: string; readonly satz: string };

const FRAGEN: Readonly<Record<Frage, (g: Gefragt) => Problem | undefined>> = {
  zahlen: ({ faelle, standorte }) =>
    faelle === null
      ? { field: "faelle", satz: "Geben Sie an, in wie vielen Fällen Sie es bestätigt fanden." }
      : standorte === null
        ? { field: "standorte", satz: "Geben Sie an, an wie vielen Standorten." }
        : undefined,
  thema: ({ thema }) =>
    thema === null
      ? { field: "thema", satz: "Geben Sie dem Thema einen Namen, unter dem die Gruppe es findet." }
      : undefined,
  wieder: ({ wiederAm }) =>
    wiederAm === null ? { field: "wieder_am", satz: "Geben Sie an, wann Sie die Lücke wieder vorlegen." } : undefined,
};

/** What stands in the way of a step, in a sentence with its field; undefined where nothing does. */
export function hindernis(von: Stand, nach: Stand, gefragt: Gefragt): Problem | undefined {
  const schritt = uebergang(von, nach);
  if (schritt === undefined || schritt.richtung === "zusammen" || schritt.richtung === "getrennt") {
    const moeglich = schritteAus(von).map(({ verb }) => `„${verb}“`);
    const satz = `Von „${STAENDE[von]}“ geht es nicht zu „${STAENDE[nach]}“. Möglich ist: ${[...new Set(moeglich)].join(", ")}.`;
    return { field: "nach", satz };
  }
  if (schritt.grund === true && gefragt.grund === null)
    return { field: "grund", satz: "Schreiben Sie in einem Satz, warum. Wer gemeldet hat, liest ihn." };
  return schritt.fragt === undefined ? undefined : FRAGEN[schritt.fragt](gefragt);
}
