import { z } from "zod";
import { code, id, line, optional, optionalCode, optionalId, optionalLine, yes } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { MeldungEingabe } from "../../luecken/model/luecke.ts";
import { STAND } from "./stand.ts";

const MOST_TEXT = 1000;
/** "18-26", "65+" */
const ALTER = /^[\d+-]{1,10}$/;

/** What a group wants to understand, and from where it starts: codes, nothing that tells somebody. */
export const KopfEingabe = z.object({
  frage: line(300, "Schreiben Sie, was Sie verstehen möchten."),
  altersgruppe: optional(z.string().regex(ALTER, "Wählen Sie einen Eintrag aus der Liste.")),
  familienform: optionalCode(),
  rechtskreis: optionalCode(),
  ausgangslage: optionalLine(2000),
  kein_name: yes,
});
export type KopfEingabe = z.output<typeof KopfEingabe>;

/** Who sits at the table. */
export const MitgliedEingabe = z.object({
  organisation: line(120, "Geben Sie die Stelle an, zum Beispiel „Jobcenter“."),
  funktion: optionalLine(120),
  email: optional(
    z
      .email("Geben Sie die Adresse an, mit der sich die Person bei KIM anmeldet, oder lassen Sie das Feld leer.")
      .max(200),
  ),
  kein_name: yes,
});
export type MitgliedEingabe = z.output<typeof MitgliedEingabe>;

export const Heraus = z.object({ mitglied: id("Wählen Sie, wen Sie herausnehmen.") });

/** A station. `vor`: before which one a new one stands; null: behind all. */
export const StationEingabe = z
  .object({
    wann: optionalLine(60),
    geschehen: line(MOST_TEXT, "Schreiben Sie, was geschah."),
    handelnd_art: code("Wählen Sie, wer handelte."),
    handelnd: optionalLine(120),
    gebraucht: optionalLine(MOST_TEXT),
    gelungen: optionalLine(MOST_TEXT),
    bruch: z.enum(["ja", "nein"], "Sagen Sie, ob es hier brach."),
    bruchgruende: several(code("Wählen Sie Gründe aus der Liste.")),
    bruch_text: optionalLine(MOST_TEXT),
    offen: optionalLine(MOST_TEXT),
    kein_name: yes,
    vor: optionalId("Beginnen Sie auf der Seite der Fallrekonstruktion."),
  })
  .refine(({ bruch, bruchgruende }) => bruch === "nein" || bruchgruende.length > 0, {
    path: ["bruchgruende"],
    message: "Wählen Sie, woran es brach.",
  })
  .refine(
    ({ bruch, bruchgruende, bruch_text }) => bruch === "ja" || (bruchgruende.length === 0 && bruch_text === null),
    {
      path: ["bruch"],
      message: "Sie haben gesagt, woran es brach. Wählen Sie „Ja“, oder nehmen Sie es heraus.",
    },
  );
export type StationEingabe = z.output<typeof StationEingabe>;

export const SchrittEingabe = z.object({
  nach: z.enum(STAND, "Wählen Sie einen Schritt."),
  grund: optionalLine(MOST_TEXT),
  ergebnis: optionalLine(4000),
  befund: optionalLine(2000),
  kein_name: yes,
});
export type SchrittEingabe = z.output<typeof SchrittEingabe>;

/** A break that is added to a gap that is known. */
export const ZuordnungEingabe = z.object({ ...MeldungEingabe.shape, luecke: id("Wählen Sie die Systemlücke.") });
export type ZuordnungEingabe = z.output<typeof ZuordnungEingabe>;

/** Which case of her own somebody adds, or takes out. */
export const FallEingabe = z.object({ fall: id("Wählen Sie einen Ihrer Fälle.") });
export const AnteilHeraus = z.object({ anteil: id("Wählen Sie, welchen Fall Sie herausnehmen.") });
