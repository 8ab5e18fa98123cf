import { z } from "zod";
import { day, id } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { gegebenesJa } from "../../personen/model/ja.ts";

/** So far back one remembers who came without a name: twelve weeks. */
export const TAGE_ZURUECK = 84;

const CHOSEN = several(id("Wählen Sie die Beratung noch einmal aus."));

/** What the person agreed to: these consultations, on that day, in that way. */
export const AnschlussEingabe = z
  .object({
    beratungen: CHOSEN,
    ja: gegebenesJa(
      "Fragen Sie die Person, und wählen Sie, wie sie Ja gesagt hat. Ohne ihr Ja bleibt alles, wie es ist.",
    ),
    am: day("Geben Sie an, an welchem Tag sie Ja gesagt hat.", "back"),
  })
  .refine(({ beratungen }) => beratungen.length > 0, {
    path: ["beratungen"],
    error: "Wählen Sie mindestens eine Beratung aus.",
  });
export type AnschlussEingabe = z.output<typeof AnschlussEingabe>;

/** Of which of them she takes it back. */
export const RuecknahmeEingabe = z.object({ beratungen: CHOSEN });
export type RuecknahmeEingabe = z.output<typeof RuecknahmeEingabe>;
