import { z } from "zod";
import { day, id, line, optional, optionalDay, optionalId, optionalLine, text, yes } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { uhr } from "../../termine/model/uhr.ts";
import { STAND as AUFTRAG_STAND, type Stand as AuftragStand } from "./auftrag.ts";
import { ERGEBNIS } from "./beschluss.ts";
import type { Art } from "./gremium.ts";
import { STAND as SITZUNG_STAND, type Stand as SitzungStand } from "./sitzung.ts";

export const MOST_TITEL = 160;
/** A text of as many signs as its column holds, with a mark where something was left out. */
export const gekuerzt = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 2).trimEnd()} …`;

const MOST_NOTIZ = 20_000;

/** When and where a body meets. */
export const SitzungEingabe = z
  .object({
    tag: day("Geben Sie den Tag der Sitzung an.", "ahead"),
    beginn: uhr("Geben Sie an, wann sie beginnt."),
    ende: uhr("Geben Sie an, wann sie endet."),
    ort: line(MOST_TITEL, "Geben Sie an, wo sie stattfindet."),
    hinweis: optionalLine(1000),
    kein_name: yes,
  })
  .refine(({ beginn, ende }) => beginn < ende, {
    path: ["ende"],
    message: "Das Ende liegt vor dem Beginn. Prüfen Sie beide.",
  });
export type SitzungEingabe = z.output<typeof SitzungEingabe>;

export const SitzungSchritt = z.object({
  nach: z.enum(SITZUNG_STAND, "Wählen Sie einen Schritt."),
  grund: optionalLine(1000),
  /** Instead of releasing what was corrected: back to the last version. */
  verwerfen: yes,
  kein_name: yes,
});
export type SitzungSchritt = z.output<typeof SitzungSchritt>;

/** What is put on the agenda at once: what was put off, gaps, Vorlagen without one, reconstructions, open Aufträge, what comes back, one's own point. */
export const TagesordnungEingabe = z.object({
  vertagte: several(id()),
  luecken: several(id()),
  vorlagen: several(id()),
  rekonstruktionen: several(id()),
  auftraege: several(id()),
  punkte: several(id()),
  titel: optionalLine(MOST_TITEL),
  kein_name: yes,
});
export type TagesordnungEingabe = z.output<typeof TagesordnungEingabe>;

export const TopEingabe = z.object({
  titel: line(MOST_TITEL, "Schreiben Sie, worum es geht."),
  /** What the body reads beside it; as it is now. */
  rekonstruktion: optionalId("Wählen Sie eine Fallrekonstruktion aus der Liste."),
  kein_name: yes,
});
export type TopEingabe = z.output<typeof TopEingabe>;

/** Put off, or talked about after all. */
export const Vertagen = z.object({ vertagt: yes });

/** Up or down by one. */
export const Verschieben = z.object({ hin: z.enum(["hoch", "runter"]) });

/** What is said about a point, as it is typed in the meeting. */
export const NotizEingabe = z.object({
  notiz: optional(text(MOST_NOTIZ)),
  /** Where it goes on from here; without it, at the same point. */
  weiter: optional(z.literal("naechster")),
  kein_name: yes,
});
export type NotizEingabe = z.output<typeof NotizEingabe>;

export const ANTWORTEN = { zusage: "kommt", absage: "kommt nicht", vertretung: "schickt die Vertretung" } as const;
export const ANTWORT = ["zusage", "absage", "vertretung"] as const;
export type Antwort = (typeof ANTWORT)[number];

/** Answers and who is there, one field a member. */
export const TeilnahmeEingabe = z.object({}).catchall(z.array(z.string().max(20)));
export type TeilnahmeEingabe = z.output<typeof TeilnahmeEingabe>;

const COUNT = "Geben Sie eine ganze Zahl an, auch 0.";
const count = optional(
  z
    .string()
    .regex(/^\d{1,3}$/, COUNT)
    .transform(Number),
);

/** To where a decision takes the gap of its point. */
export const LUECKE_NACH = ["priorisiert", "zurueckgestellt", "abgelehnt", "an_land", "projektgruppe"] as const;

export const BeschlussEingabe = z.object({
  wortlaut: line(2000, "Schreiben Sie den Wortlaut."),
  ergebnis: z.enum(ERGEBNIS, "Wählen Sie, ob der Beschluss angenommen ist."),
  ja: count,
  nein: count,
  enthaltung: count,
  luecke_nach: optional(z.enum(LUECKE_NACH, "Wählen Sie, was aus der Lücke wird.")),
  wieder_am: optionalDay("Geben Sie an, wann die Lücke wieder vorgelegt wird.", "ahead"),
  projektgruppe: optionalLine(120),
  kein_name: yes,
});
export type BeschlussEingabe = z.output<typeof BeschlussEingabe>;

/** What may be put right until the minutes are released; what it did to a gap or founded stays. */
export const BeschlussAendern = z.object({
  wortlaut: line(2000, "Schreiben Sie den Wortlaut."),
  ergebnis: z.enum(ERGEBNIS, "Wählen Sie, ob der Beschluss angenommen ist."),
  ja: count,
  nein: count,
  enthaltung: count,
  kein_name: yes,
});
export type BeschlussAendern = z.output<typeof BeschlussAendern>;

export const AuftragEingabe = z
  .object({
    was: line(1000, "Schreiben Sie, was zu tun ist."),
    mitglied: optionalId("Wählen Sie ein Mitglied."),
    stelle: optionalLine(120),
    beschluss: optionalId("Wählen Sie den Beschluss."),
    faellig_am: day("Geben Sie an, bis wann.", "ahead"),
    kein_name: yes,
  })
  .refine(({ mitglied, stelle }) => (mitglied === null) !== (stelle === null), {
    path: ["mitglied"],
    message: "Wählen Sie ein Mitglied, oder nennen Sie eine Stelle: eines von beiden.",
  });
export type AuftragEingabe = z.output<typeof AuftragEingabe>;

export const AuftragSchrittEingabe = z.object({
  nach: z.enum(AUFTRAG_STAND, "Wählen Sie einen Schritt."),
  notiz: optionalLine(1000),
  kein_name: yes,
});
export type AuftragSchrittEingabe = z.output<typeof AuftragSchrittEingabe>;

/** A meeting as it is stored. Days are ISO, times minutes since midnight. */
export type Sitzung = {
  readonly id: string;
  readonly gremiumId: string;
  readonly gremium: string;
  readonly art: Art;
  readonly tag: string;
  readonly beginn: number;
  readonly ende: number;
  readonly ort: string;
  readonly hinweis: string | null;
  readonly stand: SitzungStand;
  readonly standSeit: string;
  readonly folge: number | null;
  readonly eingeladenAm: string | null;
  readonly version: number;
};

/** A point of an agenda; `nr` counts from 1 in its order. */
export type Top = {
  readonly id: string;
  readonly sitzungId: string;
  readonly nr: number;
  readonly rang: number;
  readonly titel: string;
  readonly lueckeId: string | null;
  readonly vorlageId: string | null;
  readonly auftragId: string | null;
  readonly rekonstruktionId: string | null;
  readonly punktId: string | null;
  /** Put off: it comes back at a later meeting. */
  readonly vertagt: boolean;
  /** The point that was put off and comes back here. */
  readonly vertagtAus: string | null;
  readonly notiz: string | null;
  readonly version: number;
};

export type Teilnahme = {
  readonly mitgliedId: string;
  readonly folge: number | null;
  readonly gesendetAm: string | null;
  readonly antwort: Antwort | null;
  readonly antwortAm: string | null;
  /** Null: not asked yet. */
  readonly anwesend: boolean | null;
  /** Minutes since midnight; null: stayed until the end. */
  readonly gegangenUm: number | null;
};

/** What somebody is to do by when; `wer` as a text. */
export type Auftrag = {
  readonly id: string;
  readonly sitzungId: string;
  readonly topId: string;
  readonly beschlussId: string | null;
  readonly gremiumId: string;
  readonly gremium: string;
  readonly vereinbartAm: string;
  readonly was: string;
  readonly mitgliedId: string | null;
  readonly stelle: string | null;
  readonly wer: string;
  readonly faelligAm: string;
  readonly stand: AuftragStand;
  readonly standSeit: string;
  readonly erinnertAm: string | null;
  readonly version: number;
};

export type AuftragSchritt = {
  readonly von: AuftragStand | null;
  readonly nach: AuftragStand;
  readonly am: string;
  readonly notiz: string | null;
  readonly faelligAm: string;
  readonly wer: string;
};
