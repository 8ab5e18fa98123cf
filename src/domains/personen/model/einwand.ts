import { z } from "zod";
import { code, line, optionalLine } from "../../../platform/fields.ts";

const FIELD = "Wählen Sie, welche Angabe die Person bestreitet.";
const WORDS = "Schreiben Sie auf, was die Person dazu sagt, möglichst mit ihren Worten.";

/** What a person disputes, and what she says (Art. 16 DSGVO). `feld` is a field that is recorded. */
export const EinwandEingabe = z.object({
  feld: code(FIELD, /^[a-z0-9_:-]{1,80}$/),
  erklaerung: line(2000, WORDS),
});
export type EinwandEingabe = z.output<typeof EinwandEingabe>;

const HOW = "Wählen Sie, wie es ausging.";

/** How it ended. Until then the value stays, with what she says beside it. */
export const EinwandEnde = z.object({
  stand: z.enum(["berichtigt", "zurueckgenommen"], HOW),
  ergebnis: optionalLine(500),
});
export type EinwandEnde = z.output<typeof EinwandEnde>;
