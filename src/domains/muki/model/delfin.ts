import { z } from "zod";
import { ags, day, id, optionalLine } from "../../../platform/fields.ts";

/**
 * The way of a child through DELFIN 4, as one table. Source: § 36 (2) SchulG NRW; a child with need is recommended a Kita, and where
 * there is none it is obliged to language support, if there is a place.
 */
export const STAENDE = {
  eingeladen: "eingeladen",
  kein_bedarf: "getestet: kein Bedarf",
  bedarf: "getestet: Bedarf",
  empfehlung: "Kita empfohlen",
  angemeldet: "in einer Kita angemeldet",
  verpflichtet: "zur Sprachförderung verpflichtet",
  ohne_platz: "kein Platz vorhanden",
  platz: "Platz zugesagt",
  besucht: "besucht Kita oder Sprachförderung",
  nachtest: "noch einmal getestet",
  eingeschult: "eingeschult",
  verzogen: "verzogen",
} as const;
export type Stand = keyof typeof STAENDE;

export const STAND = [
  "eingeladen",
  "kein_bedarf",
  "bedarf",
  "empfehlung",
  "angemeldet",
  "verpflichtet",
  "ohne_platz",
  "platz",
  "besucht",
  "nachtest",
  "eingeschult",
  "verzogen",
] as const satisfies readonly Stand[];

/** Where nothing comes any more. */
export const ENDE = ["eingeschult", "verzogen"] as const satisfies readonly Stand[];

export type Uebergang = { readonly von: Stand; readonly nach: Stand; readonly verb: string };

const UNTERWEGS = STAND.filter((one) => !ENDE.some((ende) => ende === one));

export const UEBERGAENGE: readonly Uebergang[] = [
  { von: "eingeladen", nach: "bedarf", verb: "Getestet: Bedarf" },
  { von: "eingeladen", nach: "kein_bedarf", verb: "Getestet: kein Bedarf" },
  { von: "bedarf", nach: "empfehlung", verb: "Kita empfohlen" },
  { von: "empfehlung", nach: "angemeldet", verb: "In einer Kita angemeldet" },
  { von: "empfehlung", nach: "verpflichtet", verb: "Zur Sprachförderung verpflichtet" },
  { von: "verpflichtet", nach: "platz", verb: "Platz zugesagt" },
  { von: "verpflichtet", nach: "ohne_platz", verb: "Kein Platz vorhanden" },
  { von: "ohne_platz", nach: "platz", verb: "Platz zugesagt" },
  { von: "ohne_platz", nach: "angemeldet", verb: "In einer Kita angemeldet" },
  { von: "angemeldet", nach: "besucht", verb: "Besucht die Kita" },
  { von: "platz", nach: "besucht", verb: "Besucht die Sprachförderung" },
  { von: "besucht", nach: "nachtest", verb: "Noch einmal getestet" },
  { von: "nachtest", nach: "besucht", verb: "Weiter Bedarf, besucht weiter" },
  ...(["kein_bedarf", "besucht", "nachtest", "ohne_platz"] as const).map((von): Uebergang => ({
    von,
    nach: "eingeschult",
    verb: "Eingeschult",
  })),
  ...UNTERWEGS.map((von): Uebergang => ({ von, nach: "verzogen", verb: "Aus dem Kreis verzogen" })),
];

export const schritteAus = (stand: Stand): Uebergang[] => UEBERGAENGE.filter(({ von }) => von === stand);

/** Why a step cannot be taken, in a sentence; undefined where it can. */
export function hindernis(von: Stand, nach: Stand): string | undefined {
  if (schritteAus(von).some((one) => one.nach === nach)) return undefined;
  const ways = schritteAus(von).map((one) => `„${one.verb}“`);
  const instead = ways.length === 0 ? "Von hier geht es nicht weiter." : `Möglich ist: ${ways.join(", ")}.`;
  return `Von „${STAENDE[von]}“ geht es nicht zu „${STAENDE[nach]}“. ${instead}`;
}

const jahr = z
  .string("Geben Sie das Jahr des Tests an.")
  .trim()
  .regex(/^20\d\d$/, "Geben Sie das Jahr vierstellig an, zum Beispiel 2026.")
  .transform(Number)
  .refine((n) => n >= 2015, "Geben Sie ein Jahr ab 2015 an.");

const KIND = { ags: ags("Wählen Sie die Kommune."), kita: optionalLine(120) };

export const NeuesKind = z.object({
  person: id("Beginnen Sie auf der Seite des Kindes."),
  jahr,
  am: day("Geben Sie an, seit wann das Kind eingeladen ist.", "back"),
  ...KIND,
});
export type NeuesKind = z.output<typeof NeuesKind>;

export const KindAngaben = z.object(KIND);
export type KindAngaben = z.output<typeof KindAngaben>;

export const KindSchritt = z.object({
  nach: z.enum(STAND, "Wählen Sie den nächsten Schritt."),
  am: day("Geben Sie den Tag des Schritts an.", "back"),
});
export type KindSchritt = z.output<typeof KindSchritt>;

/** How many places there are in a Kommune in a year. */
export const PlatzEingabe = z.object({
  jahr,
  ags: ags("Wählen Sie die Kommune."),
  plaetze: z
    .string("Geben Sie die Zahl der Plätze an.")
    .trim()
    .regex(/^\d{1,4}$/, "Geben Sie eine ganze Zahl von 0 bis 9999 an.")
    .transform(Number),
});
export type PlatzEingabe = z.output<typeof PlatzEingabe>;
