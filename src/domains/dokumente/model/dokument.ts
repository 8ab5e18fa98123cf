import { z } from "zod";
import { code, day, id, optionalDay, optionalId, optionalLine } from "../../../platform/fields.ts";

/** From whom a document is. `haus`: it was written here, and no form says so. */
export const QUELLEN = {
  person: "von der Person",
  behoerde: "von einer Behörde",
  andere: "von jemand anderem",
  haus: "von uns",
} as const;
export type Quelle = keyof typeof QUELLEN;
export const QUELLE = ["person", "behoerde", "andere", "haus"] as const satisfies readonly Quelle[];
/** What can be chosen for a file that somebody brings. */
export const GEBRACHT = ["person", "behoerde", "andere"] as const satisfies readonly Quelle[];

export const TITEL_MAX = 120;

const beschreibung = {
  art: code("Wählen Sie, was für ein Dokument es ist."),
  titel: optionalLine(TITEL_MAX),
  quelle: z.enum(GEBRACHT, "Wählen Sie, von wem das Dokument ist."),
  am: day("Geben Sie an, wann das Dokument kam.", "back"),
  gueltig_bis: optionalDay(undefined, "ahead"),
  zu_fall: optionalId(),
};

/** What is said about a file that is put down. */
export const NeuesDokument = z.object({ person: id("Diese Person gibt es nicht."), ...beschreibung });
export type NeuesDokument = z.output<typeof NeuesDokument>;

/** What can be put right later; where it was written here, it stays so. */
export const DokumentEingabe = z.object({
  ...beschreibung,
  quelle: z.enum(QUELLE, "Wählen Sie, von wem das Dokument ist."),
});
export type DokumentEingabe = z.output<typeof DokumentEingabe>;

/** So long a withdrawn document can be taken back. */
export const TAGE_BIS_VERGESSEN = 30;

/** "1,4 MB", "312 kB". */
export function groesseText(bytes: number): string {
  const kilo = bytes / 1000;
  return kilo < 1000 ? `${Math.max(1, Math.round(kilo))} kB` : `${(kilo / 1000).toFixed(1).replace(".", ",")} MB`;
}
