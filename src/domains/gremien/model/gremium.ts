import { z } from "zod";
import { line, optional, optionalDay, optionalId, optionalLine, text, yes, day } from "../../../platform/fields.ts";

/** Kinds of bodies, as a Kreis names them. A Projektgruppe is founded by a Beschluss only. */
export const ARTEN = {
  lenkungsgruppe: "Lenkungsgruppe",
  projektgruppe: "Projektgruppe",
  arbeitsgruppe: "Arbeitsgruppe",
  konzeptgruppe: "Konzeptarbeitsgruppe",
  austausch: "Austauschtreffen",
} as const;
export type Art = keyof typeof ARTEN;
export const ART = ["lenkungsgruppe", "projektgruppe", "arbeitsgruppe", "konzeptgruppe", "austausch"] as const;

export const RHYTHMEN = {
  monat: "monatlich",
  quartal: "einmal im Quartal",
  halbjahr: "zweimal im Jahr",
  jahr: "einmal im Jahr",
  bedarf: "nach Bedarf",
} as const;
export const RHYTHMUS = ["monat", "quartal", "halbjahr", "jahr", "bedarf"] as const;
export type Rhythmus = (typeof RHYTHMUS)[number];

/** How many of the voices have to be there before a body decides. */
export const QUOREN = {
  keines: "keine Regel",
  haelfte: "mindestens die Hälfte der Stimmen",
  mehr_als_haelfte: "mehr als die Hälfte der Stimmen",
  zwei_drittel: "mindestens zwei Drittel der Stimmen",
} as const;
export const QUORUM = ["keines", "haelfte", "mehr_als_haelfte", "zwei_drittel"] as const;
export type Quorum = (typeof QUORUM)[number];

export const ROLLEN = {
  vorsitz: "Vorsitz",
  schrift: "Schriftführung",
  mitglied: "Mitglied",
  beratend: "beratend",
} as const;
export const ROLLE = ["vorsitz", "schrift", "mitglied", "beratend"] as const;
export type Rolle = (typeof ROLLE)[number];

/** What of a body is said when it is founded and may change later. */
const GREMIUM = {
  name: line(120, "Geben Sie dem Gremium einen Namen."),
  auftrag: optionalLine(2000),
  rhythmus: z.enum(RHYTHMUS, "Wählen Sie, wie oft es sich trifft."),
  quorum: z.enum(QUORUM, "Wählen Sie, wann es beschlussfähig ist."),
  kein_name: yes,
};

export const GremiumEingabe = z.object(GREMIUM);
export type GremiumEingabe = z.output<typeof GremiumEingabe>;

export const NeuesGremium = z.object({
  ...GREMIUM,
  art: z.enum(ART, "Wählen Sie die Art des Gremiums."),
  gegruendet_am: day("Geben Sie an, seit wann es das Gremium gibt.", "back"),
});
export type NeuesGremium = z.output<typeof NeuesGremium>;

/** The last day of a body. */
export const Ende = z.object({ beendet_am: day("Geben Sie den letzten Tag an.", "back") });
export type Ende = z.output<typeof Ende>;

const MOST_PUNKT = 160;
export const PunktEingabe = z.object({ titel: line(MOST_PUNKT, "Schreiben Sie, was wiederkehrt."), kein_name: yes });
export type PunktEingabe = z.output<typeof PunktEingabe>;

/** An address of one mailbox, as it is typed. */
const adresse = optional(z.email("Prüfen Sie die E-Mail-Adresse.").max(254));

/** Who belongs to a body. `vertritt`: whose voice it has when that one is not there. */
export const MitgliedEingabe = z
  .object({
    name: optional(text(120)),
    email: adresse,
    organisation: line(120, "Geben Sie die Organisation an."),
    funktion: optionalLine(120),
    rolle: z.enum(ROLLE, "Wählen Sie die Rolle."),
    stimme: yes,
    vertritt: optionalId("Wählen Sie, wen dieses Mitglied vertritt."),
    von: day("Geben Sie an, ab wann.", "back"),
    bis: optionalDay("Geben Sie den letzten Tag an.", "back"),
  })
  .refine(({ vertritt, stimme }) => vertritt === null || !stimme, {
    path: ["stimme"],
    message:
      "Eine Vertretung hat die Stimme des Mitglieds, das sie vertritt, und keine eigene. Entfernen Sie das Häkchen.",
  })
  .refine(({ von, bis }) => bis === null || von <= bis, {
    path: ["bis"],
    message: "Der letzte Tag liegt vor dem ersten. Prüfen Sie beide.",
  });
export type MitgliedEingabe = z.output<typeof MitgliedEingabe>;

/** A body as it is stored. Days are ISO. */
export type Gremium = {
  readonly id: string;
  readonly art: Art;
  readonly name: string;
  readonly auftrag: string | null;
  readonly rhythmus: Rhythmus;
  readonly quorum: Quorum;
  readonly gegruendetAm: string;
  /** The Beschluss that founded it. */
  readonly gegruendetDurch: string | null;
  readonly lueckeId: string | null;
  readonly beendetAm: string | null;
  readonly version: number;
};

/** A member; name and address are null where nobody wrote them, they were forgotten, or another Träger keeps them. */
export type Mitglied = {
  readonly id: string;
  readonly gremiumId: string;
  readonly organisation: string;
  readonly funktion: string | null;
  readonly rolle: Rolle;
  readonly stimme: boolean;
  readonly vertrittId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly von: string;
  readonly bis: string | null;
  readonly version: number;
};

/** Whether somebody belongs to the body on a day (ISO). */
export const istDabei = ({ von, bis }: Pick<Mitglied, "von" | "bis">, tag: string): boolean =>
  von <= tag && (bis === null || tag <= bis);

/** What a member is called: its name where it is known, and for whom it is there. */
export const mitgliedText = ({
  name,
  funktion,
  organisation,
}: Pick<Mitglied, "name" | "funktion" | "organisation">): string =>
  name === null ? [funktion, organisation].filter((part) => part !== null).join(", ") : `${name} (${organisation})`;
