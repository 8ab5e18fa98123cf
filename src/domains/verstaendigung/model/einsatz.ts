import { z } from "zod";
import { day, optionalId } from "../../../platform/fields.ts";
import { spanneText, uhr, uhrText } from "../../termine/model/uhr.ts";

export { spanneText, uhrText };

/** How far it is that somebody interprets, as one table. Nothing else moves it, but for the settling of a whole month. */
export const STAENDE = {
  offen: "gesucht",
  gebucht: "gebucht",
  geleistet: "geleistet",
  abgerechnet: "abgerechnet",
  unbesetzt: "niemand gefunden",
  abgesagt: "abgesagt",
  ausgefallen: "Sprachmittlung kam nicht",
} as const;
export type Stand = keyof typeof STAENDE;
export const STAND = [
  "offen",
  "gebucht",
  "geleistet",
  "abgerechnet",
  "unbesetzt",
  "abgesagt",
  "ausgefallen",
] as const satisfies readonly Stand[];

export type Uebergang = { readonly von: Stand; readonly nach: Stand; readonly verb: string };

export const UEBERGAENGE: readonly Uebergang[] = [
  { von: "offen", nach: "gebucht", verb: "Jemanden buchen" },
  { von: "offen", nach: "unbesetzt", verb: "Niemand gefunden" },
  { von: "offen", nach: "abgesagt", verb: "Absagen" },
  { von: "gebucht", nach: "geleistet", verb: "Geleistet: Minuten eintragen" },
  { von: "gebucht", nach: "ausgefallen", verb: "Sprachmittlung kam nicht" },
  { von: "gebucht", nach: "abgesagt", verb: "Absagen" },
  { von: "gebucht", nach: "offen", verb: "Jemand anderen suchen" },
  { von: "geleistet", nach: "gebucht", verb: "Minuten zurücknehmen" },
  { von: "unbesetzt", nach: "offen", verb: "Wieder suchen" },
  { von: "abgesagt", nach: "offen", verb: "Doch gesucht" },
  { von: "ausgefallen", nach: "gebucht", verb: "Kam doch" },
];

export const schritteAus = (stand: Stand): readonly Uebergang[] => UEBERGAENGE.filter(({ von }) => von === stand);

/** Why a step cannot be taken, in a sentence; undefined where it can. */
export function hindernis(von: Stand, nach: Stand): string | undefined {
  const ways = schritteAus(von);
  if (ways.some((one) => one.nach === nach)) return undefined;
  const possible = ways.map((one) => `„${one.verb}“`).join(", ");
  if (von === "abgerechnet")
    return "Dieser Einsatz ist abgerechnet. Nehmen Sie zuerst die Abrechnung des Monats zurück.";
  return `Dieser Einsatz ist „${STAENDE[von]}“. Möglich ist: ${possible}.`;
}

export const WEGE = { vor_ort: "vor Ort", telefon: "am Telefon", video: "per Video" } as const;
export type Weg = keyof typeof WEGE;
export const WEG = ["vor_ort", "telefon", "video"] as const satisfies readonly Weg[];

export const WUENSCHE = { weiblich: "eine Frau", maennlich: "ein Mann" } as const;
export type Wunsch = keyof typeof WUENSCHE;
const WUNSCH = ["weiblich", "maennlich"] as const satisfies readonly Wunsch[];
export const wunschOf = (stored: string | null): Wunsch | null => WUNSCH.find((one) => one === stored) ?? null;

const ganze = (missing: string, least: number, most: number) =>
  z
    .string(missing)
    .trim()
    .regex(/^\d{1,4}$/, missing)
    .transform(Number)
    .refine((n) => n >= least && n <= most, missing);

const ANGABEN = {
  sprache: z.string("Wählen Sie die Sprache.").regex(/^[a-z0-9_]{1,40}$/, "Wählen Sie die Sprache."),
  wunsch: z
    .string()
    .default("")
    .transform((code) => wunschOf(code)),
  weg: z.enum(WEG, "Wählen Sie, wie gemittelt wird."),
  tag: day("Geben Sie den Tag an.", "ahead"),
  beginn: uhr("Geben Sie die Uhrzeit an."),
  dauer: ganze("Geben Sie die Dauer in Minuten an, von 5 bis 720.", 5, 720),
  standort: optionalId("Wählen Sie den Standort."),
};

/** `sprachmittler` null: somebody is still looked for. `termin`: to which appointment of one's own it belongs. */
export const NeuerEinsatz = z.object({
  ...ANGABEN,
  sprachmittler: optionalId("Wählen Sie, wer mittelt."),
  termin: optionalId(),
});
export type NeuerEinsatz = z.output<typeof NeuerEinsatz>;

export const EinsatzAngaben = z.object(ANGABEN);
export type EinsatzAngaben = z.output<typeof EinsatzAngaben>;

const CENT = "Geben Sie den Betrag in Euro an, zum Beispiel 4,50; höchstens 200.";

/** "4,50" as 450; undefined for what is no amount of up to 200 Euro. */
export function readCent(typed: string): number | undefined {
  const [, euro, cent = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?(?: ?€)?$/.exec(typed.trim()) ?? [];
  const all = Number(euro) * 100 + Number(cent.padEnd(2, "0"));
  return euro === undefined || all > 20_000 ? undefined : all;
}

/** An amount in Euro, kept as whole cents; empty is nothing. */
export const centFeld = z
  .string()
  .trim()
  .default("")
  .transform((typed) => (typed === "" ? "0" : typed))
  .refine((typed) => readCent(typed) !== undefined, CENT)
  .transform((typed) => readCent(typed) ?? 0);

const MINUTEN = "Geben Sie die geleisteten Minuten an, von 1 bis 1440.";

export const SchrittEingabe = z
  .object({
    nach: z.enum(["offen", "gebucht", "geleistet", "unbesetzt", "abgesagt", "ausgefallen"], "Wählen Sie den Schritt."),
    sprachmittler: optionalId("Wählen Sie, wer mittelt."),
    minuten: z
      .string()
      .trim()
      .default("")
      .refine(
        (typed) => typed === "" || (/^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 1440),
        MINUTEN,
      )
      .transform((typed) => (typed === "" ? null : Number(typed))),
    fahrt: centFeld,
  })
  .refine(({ nach, minuten }) => nach !== "geleistet" || minuten !== null, { path: ["minuten"], message: MINUTEN });
export type SchrittEingabe = z.output<typeof SchrittEingabe>;

/** What minutes cost at a rate for an hour, in whole cents, half a cent up. */
export const betragCent = (minuten: number, satzCent: number, fahrtCent: number): number =>
  Math.floor((minuten * satzCent + 30) / 60) + fahrtCent;

const EURO = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });
/** 1250 is "12,50 €". */
export const euroText = (cent: number): string => EURO.format(cent / 100);

/** 450 as it is typed: "4,50"; nothing for 0. */
export const centWert = (cent: number): string => (cent === 0 ? "" : (cent / 100).toFixed(2).replace(".", ","));

const two = (n: number) => String(n).padStart(2, "0");
/** 95 is "1:35 Std.". */
export const stundenText = (minuten: number): string => `${Math.floor(minuten / 60)}:${two(minuten % 60)} Std.`;
