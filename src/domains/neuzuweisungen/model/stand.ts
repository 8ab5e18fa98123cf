import { gueltige } from "../../../platform/schritte.ts";

/**
 * The way of a household that was assigned, as one table: from where to where, what it is called on the button, what it asks. Nothing
 * else moves one; command, page and tests read it.
 */
export const STAENDE = {
  angekuendigt: "angekündigt",
  angekommen: "angekommen",
  erstkontakt: "Erstkontakt",
  orientierung: "Orientierung abgeschlossen",
  nicht_erreicht: "nicht erreicht",
  verlegt: "verlegt",
} as const;
export type Stand = keyof typeof STAENDE;
export const STAND = [
  "angekuendigt",
  "angekommen",
  "erstkontakt",
  "orientierung",
  "nicht_erreicht",
  "verlegt",
] as const satisfies readonly Stand[];

/** Why nobody was reached. */
export const GRUENDE = {
  niemand_da: "mehrmals niemand angetroffen",
  anschrift: "Anschrift stimmt nicht",
  moechte_nicht: "möchte keine Beratung",
  verzogen: "verzogen, wohin ist nicht bekannt",
  andere: "anderer Grund",
} as const;
export type Grund = keyof typeof GRUENDE;
export const GRUND = [
  "niemand_da",
  "anschrift",
  "moechte_nicht",
  "verzogen",
  "andere",
] as const satisfies readonly Grund[];

export type Uebergang = { readonly von: Stand; readonly nach: Stand; readonly verb: string; readonly grund?: true };

export const UEBERGAENGE: readonly Uebergang[] = [
  { von: "angekuendigt", nach: "angekommen", verb: "Ist angekommen" },
  { von: "angekuendigt", nach: "erstkontakt", verb: "Erstkontakt war" },
  { von: "angekuendigt", nach: "nicht_erreicht", verb: "Nicht erreicht", grund: true },
  { von: "angekuendigt", nach: "verlegt", verb: "Ist verlegt" },
  { von: "angekommen", nach: "erstkontakt", verb: "Erstkontakt war" },
  { von: "angekommen", nach: "nicht_erreicht", verb: "Nicht erreicht", grund: true },
  { von: "angekommen", nach: "verlegt", verb: "Ist verlegt" },
  { von: "erstkontakt", nach: "orientierung", verb: "Orientierung abschließen" },
  { von: "erstkontakt", nach: "nicht_erreicht", verb: "Nicht mehr erreicht", grund: true },
  { von: "erstkontakt", nach: "verlegt", verb: "Ist verlegt" },
  { von: "orientierung", nach: "erstkontakt", verb: "Orientierung fortsetzen" },
  { von: "orientierung", nach: "verlegt", verb: "Ist verlegt" },
  { von: "nicht_erreicht", nach: "angekommen", verb: "Doch angekommen" },
  { von: "nicht_erreicht", nach: "erstkontakt", verb: "Doch erreicht" },
  { von: "nicht_erreicht", nach: "verlegt", verb: "Ist verlegt" },
  { von: "verlegt", nach: "angekommen", verb: "Ist wieder da" },
];

export const schritteAus = (stand: Stand): readonly Uebergang[] => UEBERGAENGE.filter(({ von }) => von === stand);
export const uebergang = (von: Stand, nach: Stand): Uebergang | undefined =>
  UEBERGAENGE.find((one) => one.von === von && one.nach === nach);

/** A step as it is asked for. Days are ISO. */
export type Gefragt = { readonly nach: Stand; readonly am: string; readonly grund: Grund | null };

/** What stands there now: since when, and what is still open of the orientation. */
export type Jetzt = {
  readonly stand: Stand;
  readonly seit: string;
  readonly offeneThemen: number;
  readonly heute: string;
};

type Problem = { readonly satz: string; readonly field: string };

/** What speaks against a step, as a sentence that says what to do; undefined where nothing does. */
export function hindernis(
  { stand, seit, offeneThemen, heute }: Jetzt,
  { nach, am, grund }: Gefragt,
): Problem | undefined {
  const step = uebergang(stand, nach);
  if (step === undefined) {
    const ways = schritteAus(stand).map(({ verb }) => `„${verb}“`);
    const from =
      stand === nach
        ? `Dort steht schon „${STAENDE[nach]}“.`
        : `Von „${STAENDE[stand]}“ geht es nicht zu „${STAENDE[nach]}“.`;
    return { satz: `${from} Möglich ist: ${ways.join(", ")}.`, field: "nach" };
  }
  if (am > heute) return { satz: "Dieser Tag liegt in der Zukunft. Geben Sie an, wann es war.", field: "am" };
  // A list may come long after the people did.
  if (am < seit && stand !== "angekuendigt")
    return {
      satz: "Dieser Tag liegt vor dem letzten Schritt. War dieser ein Versehen, nehmen Sie ihn zurück.",
      field: "am",
    };
  if (step.grund === true && grund === null)
    return { satz: "Wählen Sie, warum niemand erreicht wurde.", field: "grund" };
  if (nach === "orientierung" && offeneThemen > 0)
    return {
      satz: "Über einige Themen der Orientierung ist noch nichts gesagt. Halten Sie sie erst fest, auch als „nicht nötig“.",
      field: "nach",
    };
  return undefined;
}

/** A step of the way as it is stored. */
export type SchrittKurz = { readonly nach: Stand; readonly am: string; readonly zurueckgenommen: boolean };

/** Where a household stands by its steps; the first is always the announcement, which nobody takes back. */
export const standAus = (schritte: readonly SchrittKurz[]): SchrittKurz | undefined => gueltige(schritte).at(-1);
