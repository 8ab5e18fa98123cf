import { z } from "zod";
import {
  day,
  id,
  optional,
  optionalCode,
  optionalDay,
  optionalId,
  optionalLine,
  text,
} from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { KATEGORIE } from "../../einwilligungen/model/zwecke.ts";
import { ABSAGE, STAND } from "./stand.ts";

/** Why there. */
export const GRUENDE = {
  angebot: "dort gibt es das Angebot",
  zustaendig: "die Stelle ist zuständig",
  fachwissen: "es braucht Fachberatung",
  naeher: "näher oder in der Sprache der Person",
  wunsch: "Wunsch der Person",
  weiter: "die Begleitung geht dort weiter",
} as const;
export type Grund = keyof typeof GRUENDE;
export const GRUND = [
  "angebot",
  "zustaendig",
  "fachwissen",
  "naeher",
  "wunsch",
  "weiter",
] as const satisfies readonly Grund[];

/** Who makes contact. Only where the counsellor does, something leaves the file. */
export const KONTAKTE = {
  selbst: "die Person selbst",
  begleitet: "die Person, ich begleite",
  cm: "ich, mit ihrem Namen",
} as const;
export type Kontakt = keyof typeof KONTAKTE;
export const KONTAKT = ["selbst", "begleitet", "cm"] as const satisfies readonly Kontakt[];

const MOST_TEXT = 1000;
const UHRZEIT = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** A time of day as people type it: 9:30, 09.30. */
const uhrzeit = optional(z.string().regex(UHRZEIT, "Geben Sie die Uhrzeit so an: 9:30.")).transform(
  (typed) => typed?.replace(UHRZEIT, (_, h: string, m: string) => `${h.padStart(2, "0")}:${m}`) ?? null,
);

/** Where somebody is sent: an organisation, or one offer of it. */
const STELLE = /^(organisation|angebot):[0-9a-f-]{36}$/;

const ANGABEN = {
  stelle: z.string("Wählen Sie, wohin Sie verweisen.").regex(STELLE, "Wählen Sie, wohin Sie verweisen."),
  handlungsfeld: optionalCode("Wählen Sie, worum es geht."),
  warum: z.enum(GRUND, "Wählen Sie, warum dorthin."),
  bedarf: optionalLine(MOST_TEXT),
  kontakt: z.enum(KONTAKT, "Wählen Sie, wer den Kontakt aufnimmt."),
  kategorien: several(z.enum(KATEGORIE)),
  am: day("Geben Sie den Tag an.", "back"),
  termin_am: optionalDay("Geben Sie den Tag des Termins an."),
  termin_um: uhrzeit,
  nachfragen_am: day("Geben Sie an, wann Sie nachfragen."),
};

export const NeuerVerweis = z.object({
  person: id("Beginnen Sie auf der Seite der Person."),
  fall: optionalId("Beginnen Sie auf der Seite des Falls."),
  ...ANGABEN,
});
export type NeuerVerweis = z.output<typeof NeuerVerweis>;

export const VerweisAngaben = z.object(ANGABEN);
export type VerweisAngaben = z.output<typeof VerweisAngaben>;

/** What became of it. */
export const ErgebnisEingabe = z.object({
  nach: z.enum(STAND, "Wählen Sie, was daraus wurde."),
  absage: optional(z.enum(ABSAGE, "Wählen Sie, warum abgelehnt wurde.")),
  am: day("Geben Sie den Tag an.", "back"),
  nachfragen_am: optionalDay("Geben Sie an, wann Sie wieder nachfragen."),
  notiz: optionalLine(MOST_TEXT),
});
export type ErgebnisEingabe = z.output<typeof ErgebnisEingabe>;

/** What became of several at once, from the list: a field `ergebnis_<id>` each, and `fassung_<id>` that it was shown in. */
export const ErgebnisListe = z.object({}).catchall(z.array(text(80)));
export type ErgebnisListe = z.output<typeof ErgebnisListe>;

/** One choice of the list: a refusal has its reason behind a colon. Undefined for what no such list offers. */
export function kurzErgebnis(typed: string): Pick<ErgebnisEingabe, "nach" | "absage"> | undefined {
  const [stand = "", grund] = typed.split(":");
  const nach = STAND.find((one) => one === stand);
  const absage = ABSAGE.find((one) => one === grund) ?? null;
  return nach === undefined || (nach === "abgelehnt") !== (absage !== null) ? undefined : { nach, absage };
}
