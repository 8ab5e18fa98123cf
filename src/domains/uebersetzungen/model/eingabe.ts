import { z } from "zod";
import { optionalId, yes } from "../../../platform/fields.ts";
import { DRUCKSPRACHE } from "../../codelisten/model/druck-sprachen.ts";
import { FORMULAR } from "./formulare.ts";

/** The Träger's own lines of a list of what to bring are released as a form is; `liste` says of which list. */
export const EIGENE = "liste";

/** Which words are meant: of a form, or a Träger's own of a list. Without a word about it the first of the page. */
export const Gefragt = z.object({
  formular: z.enum([...FORMULAR, EIGENE]).default("hilfeplan"),
  liste: optionalId(),
  sprache: z.enum(DRUCKSPRACHE).default("ar"),
});
export type Gefragt = z.output<typeof Gefragt>;

/** Releases words as they were read, or takes that back. */
export const FreigabeEingabe = Gefragt.extend({
  pruefsumme: z.string().regex(/^[0-9a-f]{64}$/, "Öffnen Sie die Seite noch einmal."),
  zurueck: yes,
});
