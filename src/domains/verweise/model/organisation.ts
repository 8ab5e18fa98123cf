import { z } from "zod";
import { code, line, optional, optionalDay, optionalLine } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { MITBRINGSEL } from "../../codelisten/model/mitbringen.ts";
import type { EmpfaengerArt, Zweck } from "../../einwilligungen/model/zwecke.ts";

/** What kind of place somebody is sent to. Not whose employer it is: that is a Träger. */
export const ORGANISATION_ARTEN = {
  beratungsstelle: "Beratungsstelle",
  sprachkurs: "Sprachkursträger",
  kita_schule: "Kita oder Schule",
  jobcenter: "Jobcenter oder Agentur für Arbeit",
  amt: "Amt",
  gesundheit: "Praxis, Klinik oder Gesundheitsdienst",
  traeger: "Case Management eines anderen Trägers",
  verein: "Verein oder Ehrenamt",
  auslaenderbehoerde: "Ausländerbehörde",
  einbuergerungsbehoerde: "Einbürgerungsbehörde",
  andere: "andere",
} as const;
export type OrganisationArt = keyof typeof ORGANISATION_ARTEN;
export const ORGANISATION_ART = [
  "beratungsstelle",
  "sprachkurs",
  "kita_schule",
  "jobcenter",
  "amt",
  "gesundheit",
  "traeger",
  "verein",
  "auslaenderbehoerde",
  "einbuergerungsbehoerde",
  "andere",
] as const satisfies readonly OrganisationArt[];

/** As which recipient a consent names it, and for which purpose. */
export function einwilligungZu(art: OrganisationArt): { readonly zweck: Zweck; readonly empfaengerArt: EmpfaengerArt } {
  if (art === "auslaenderbehoerde" || art === "einbuergerungsbehoerde")
    return { zweck: "behoerde", empfaengerArt: art };
  const andere = art === "sprachkurs" || art === "verein";
  return { zweck: "weitergabe", empfaengerArt: andere ? "andere" : art };
}

const MOST = { name: 120, anschrift: 200, telefon: 60, email: 120, zeiten: 200 } as const;
const codes = several(z.string().regex(/^[a-z0-9_]{0,40}$/, "Wählen Sie einen Eintrag aus der Liste."));
const closed = optionalDay("Geben Sie den Tag an, ab dem nicht mehr dorthin verwiesen wird.");

const HILFT = { path: ["felder"], error: "Kreuzen Sie an, wozu die Organisation hilft." };

export const OrganisationEingabe = z
  .object({
    name: line(MOST.name, "Schreiben Sie, wie die Organisation heißt."),
    art: z.enum(ORGANISATION_ART, "Wählen Sie, was für eine Organisation es ist."),
    felder: codes,
    anschrift: optionalLine(MOST.anschrift),
    telefon: optionalLine(MOST.telefon),
    email: optional(z.email("Prüfen Sie die E-Mail-Adresse.").max(MOST.email)),
    sprachen: codes,
    zeiten: optionalLine(MOST.zeiten),
    mitbringen: several(z.enum(MITBRINGSEL, "Wählen Sie einen Eintrag aus der Liste.")),
    geschlossen_ab: closed,
  })
  .refine(({ felder }) => felder.some((one) => one !== ""), HILFT);
export type OrganisationEingabe = z.output<typeof OrganisationEingabe>;

export const AngebotEingabe = z.object({
  name: line(MOST.name, "Schreiben Sie, wie das Angebot heißt."),
  handlungsfeld: code("Wählen Sie, wozu das Angebot hilft."),
  zeiten: optionalLine(MOST.zeiten),
  geschlossen_ab: closed,
});
export type AngebotEingabe = z.output<typeof AngebotEingabe>;

/** Whether somebody can be sent there on a day (ISO). */
export const isOffen = (geschlossenAb: string | null, tag: string): boolean =>
  geschlossenAb === null || geschlossenAb > tag;
