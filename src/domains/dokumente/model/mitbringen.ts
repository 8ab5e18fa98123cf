import { z } from "zod";
import { line, optional, text } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { DRUCKSPRACHE } from "../../codelisten/model/druck-sprachen.ts";
import { MITBRINGSEL, type Mitbringsel } from "../../codelisten/model/mitbringen.ts";

/** What somebody brings for one occasion: what the program has words for in every language, and lines for the rest. */
export type Liste = {
  /** The id of a list of the Träger, or the name of one that comes with the program. */
  readonly key: string;
  readonly anlass: string;
  readonly arten: readonly Mitbringsel[];
  readonly weiteres: readonly string[];
  /** Of a list of the Träger. */
  readonly version?: number;
};

/** A beginning, to be put right by whoever knows what the offices nearby ask for. */
export const VORSCHLAEGE: readonly Liste[] = [
  {
    key: "erstgespraech",
    anlass: "Erstes Gespräch",
    arten: ["ausweis", "aufenthalt", "meldung", "behoerde"],
    weiteres: [],
  },
  {
    key: "einbuergerung",
    anlass: "Einbürgerung",
    arten: [
      "ausweis",
      "aufenthalt",
      "personenstand",
      "einkommen",
      "wohnung",
      "sprache",
      "einbuergerungstest",
      "lebenslauf",
      "foto",
    ],
    weiteres: [],
  },
  {
    key: "aufenthalt",
    anlass: "Aufenthaltstitel verlängern",
    arten: ["ausweis", "aufenthalt", "fiktion", "meldung", "einkommen", "wohnung", "versicherung", "foto"],
    weiteres: [],
  },
  {
    key: "jobcenter",
    anlass: "Antrag beim Jobcenter",
    arten: ["ausweis", "aufenthalt", "meldung", "einkommen", "konto", "wohnung", "versicherung"],
    weiteres: [],
  },
  {
    key: "kita",
    anlass: "Anmeldung in Kita oder Schule",
    arten: ["ausweis", "meldung", "geburt", "impfpass", "zeugnis"],
    weiteres: [],
  },
];

/** How much of a list is there: a light for each kind. */
export type Licht = "liegt_vor" | "laeuft_ab" | "abgelaufen" | "fehlt";
export const LICHTER = {
  liegt_vor: { kind: "success", text: "liegt vor" },
  laeuft_ab: { kind: "warning", text: "läuft ab" },
  abgelaufen: { kind: "danger", text: "abgelaufen" },
  fehlt: { kind: "danger", text: "fehlt" },
} as const;

const DAY_MS = 86_400_000;
/** So many days before it runs out, something new is needed: offices take that long. */
const BALD_TAGE = 60;

/** The light of one kind: `bis` is the last day it holds (ISO), null where nobody said one, undefined where there is none. */
export function lichtOf(bis: string | null | undefined, heute: string): Licht {
  if (bis === undefined) return "fehlt";
  if (bis === null) return "liegt_vor";
  if (bis < heute) return "abgelaufen";
  return (Date.parse(bis) - Date.parse(heute)) / DAY_MS <= BALD_TAGE ? "laeuft_ab" : "liegt_vor";
}

const MOST_WEITERES = 600;

export const ListeEingabe = z.object({
  anlass: line(80, "Geben Sie an, wofür die Liste ist."),
  arten: several(z.enum(MITBRINGSEL, "Wählen Sie einen Eintrag aus der Liste.")),
  weiteres: optional(text(MOST_WEITERES)),
});
export type ListeEingabe = z.output<typeof ListeEingabe>;

/** The own lines of a list in another language, one a line. */
export const PunkteEingabe = z.object({
  sprache: z.enum(DRUCKSPRACHE, "Wählen Sie eine Sprache."),
  zeilen: optional(text(2 * MOST_WEITERES)),
});
export type PunkteEingabe = z.output<typeof PunkteEingabe>;

export const zeilen = (stored: string | null): string[] =>
  (stored ?? "")
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
