import { z } from "zod";
import { day, id, line, optional, optionalDay, optionalId, optionalLine, yes } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";

/** What a Frist is about, where it was not written by hand: the database makes those (db/code/fristen.sql). */
export const ARTEN = {
  hand: "von Hand",
  titel: "Aufenthaltstitel läuft ab",
  fiktion: "Fiktionsbescheinigung läuft ab",
  antwort: "Antwort auf einen Antrag steht aus",
  kurs: "Kurs beginnt",
  einwilligung: "Einwilligung läuft ab",
  ueberpruefung: "Hilfeplan überprüfen",
  punkt: "Offener Punkt eines Falls",
  nachsorge: "Nachsorge: noch einmal nachfragen",
  zusicherung: "Zusicherung der Einbürgerung läuft ab",
  einbuergerung: "Bei der Einbürgerungsbehörde nachfragen",
} as const;
export type Art = keyof typeof ARTEN;
export const ART = [
  "hand",
  "titel",
  "fiktion",
  "antwort",
  "kurs",
  "einwilligung",
  "ueberpruefung",
  "punkt",
  "nachsorge",
  "zusicherung",
  "einbuergerung",
] as const satisfies readonly Art[];

export const STAENDE = {
  offen: "offen",
  erledigt: "erledigt",
  verworfen: "verworfen",
  entfallen: "entfallen",
} as const;
export type Stand = keyof typeof STAENDE;
export const STAND = ["offen", "erledigt", "verworfen", "entfallen"] as const satisfies readonly Stand[];

/** What somebody does with a Frist. What follows from data is neither moved by hand nor ticked off beside its case. */
export const TUN = ["erledigen", "verwerfen", "verschieben", "oeffnen"] as const;
export type Tun = (typeof TUN)[number];

type Lage = { readonly art: Art; readonly stand: Stand };

/** Why something cannot be done with a Frist, in a sentence; undefined where it can. */
export function hindernis({ art, stand }: Lage, tun: Tun): string | undefined {
  if (tun === "oeffnen") {
    if (stand === "offen") return "Diese Frist ist offen.";
    return stand === "entfallen" ? "Sie gilt wieder, sobald die Angabe in der Akte wieder gilt." : undefined;
  }
  if (stand !== "offen") return `Diese Frist ist schon ${STAENDE[stand]}.`;
  if (tun === "verschieben" && art !== "hand") {
    return "Diese Frist folgt aus den Angaben der Akte. Ändern Sie den Tag dort, dann ändert sie sich mit.";
  }
  if (art === "punkt") return "Offene Punkte haken Sie im Fall ab.";
  return undefined;
}

/** So long before, where nobody says otherwise. */
export const VORLAUF = 7;
const WHOLE = /^\d{1,3}$/;

const titel = line(120, "Schreiben Sie, worum es geht.");
const vorlauf = optional(z.string().regex(WHOLE, "Geben Sie ganze Tage an, zum Beispiel 7."))
  .transform((typed) => (typed === null ? VORLAUF : Number(typed)))
  .refine((n) => n <= 365, "Höchstens 365 Tage vorher.");

export const NeueFrist = z.object({
  person: id("Beginnen Sie auf der Seite einer Person oder eines Falls."),
  fall: optionalId(),
  titel,
  am: day("Geben Sie den Tag an.", "ahead"),
  vorlauf,
});
export type NeueFrist = z.output<typeof NeueFrist>;

export const FristAngaben = z.object({ titel, vorlauf });
export type FristAngaben = z.output<typeof FristAngaben>;

/** One of a list, in the version that was shown: `<id>.<version>`. */
const GEWAEHLT = /^([\da-f-]{36})\.(\d{1,6})$/;
export const gewaehlt = several(z.string().regex(GEWAEHLT, "Wählen Sie Fristen aus der Liste."));

export const gewaehlteOf = (typed: readonly string[]): { readonly id: string; readonly version: number }[] =>
  typed.flatMap((one) => {
    const [, id, version] = GEWAEHLT.exec(one) ?? [];
    return id === undefined ? [] : [{ id, version: Number(version) }];
  });

/** What is done with some at once: something of `TUN`, or their files are handed over. */
export const MIT_MEHREREN = [...TUN, "uebergeben"] as const;
export type MitMehreren = (typeof MIT_MEHREREN)[number];

const FEHLT: Readonly<Record<string, readonly ["am" | "grund" | "an" | "sicher", string][]>> = {
  verschieben: [
    ["am", "Geben Sie den neuen Tag an."],
    ["grund", "Schreiben Sie, warum der Tag sich ändert."],
  ],
  verwerfen: [["grund", "Schreiben Sie, warum nichts mehr zu tun ist."]],
  uebergeben: [
    ["an", "Wählen Sie, wer übernimmt."],
    ["sicher", "Bestätigen Sie, dass Sie die Akten abgeben wollen."],
  ],
};

export const FristenEingabe = z
  .object({
    tun: z.enum(MIT_MEHREREN, "Beginnen Sie in der Liste der Fristen."),
    frist: gewaehlt,
    am: optionalDay("Geben Sie den neuen Tag an.", "ahead"),
    grund: optionalLine(300),
    an: optionalId("Wählen Sie, wer übernimmt."),
    notiz: optionalLine(1000),
    sicher: yes,
  })
  .superRefine((input, { addIssue }) => {
    for (const [field, message] of FEHLT[input.tun] ?? []) {
      if (input[field] === null || input[field] === false) addIssue({ code: "custom", path: [field], message });
    }
  });
export type FristenEingabe = z.output<typeof FristenEingabe>;

const DAY_MS = 86_400_000;
const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** How far away the day is, in words. Days are ISO. */
export function wieWeit(am: string, heute: string): string {
  const n = days(heute, am);
  if (n < 0) return `überfällig seit ${anzahl(-n, "Tag", "Tagen")}`;
  if (n === 0) return "heute";
  return n === 1 ? "morgen" : `in ${anzahl(n, "Tag", "Tagen")}`;
}

/** How urgent it is, for the sign beside it. */
export const dringlich = (am: string, ab: string, heute: string): "danger" | "warning" | undefined =>
  am < heute ? "danger" : ab <= heute ? "warning" : undefined;

/** The sentence of a step in the history. */
export type SchrittWort = {
  readonly stand: Stand;
  readonly tag: string;
  readonly ausDaten: boolean;
  readonly zurueck: boolean;
};
export function schrittText(schritt: SchrittWort, vorher: SchrittWort | undefined): string {
  const bis = tagText(schritt.tag);
  const daten = schritt.ausDaten ? ", weil sich eine Angabe der Akte änderte" : "";
  if (vorher === undefined) return `angelegt für den ${bis}`;
  if (schritt.zurueck) return `zurückgenommen: wieder ${STAENDE[schritt.stand]}, ${bis}`;
  if (schritt.stand !== vorher.stand) {
    const moved = schritt.tag === vorher.tag ? "" : `, jetzt ${bis} statt ${tagText(vorher.tag)}`;
    return schritt.stand === "offen" ? `wieder geöffnet${moved}${daten}` : `${STAENDE[schritt.stand]}${moved}${daten}`;
  }
  return schritt.tag === vorher.tag
    ? "Angaben geändert"
    : `verschoben vom ${tagText(vorher.tag)} auf den ${bis}${daten}`;
}

/** Which Fristen a list shows. */
export const AUSWAHL = ["faellig", "ueberfaellig", "offen", "beendet"] as const;
export type Auswahl = (typeof AUSWAHL)[number];
export const AUSWAHL_WORTE: Readonly<Record<Auswahl, string>> = {
  faellig: "fällige",
  ueberfaellig: "überfällige",
  offen: "alle offenen",
  beendet: "beendete",
};
