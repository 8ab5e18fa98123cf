import { z } from "zod";
import {
  ags,
  code,
  id,
  line,
  optional,
  optionalCode,
  optionalDay,
  optionalId,
  optionalLine,
  yes,
} from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { STAND, type Stand } from "./stand.ts";

export const MOST_SATZ = 200;
export const MOST_BEISPIEL = 1000;
const MOST_GRUND = 1000;
const MOST_THEMA = 120;

/** A whole number that may stay empty. */
const anzahlVon = (wrong: string) =>
  optional(
    z
      .string()
      .regex(/^[1-9]\d{0,4}$/, wrong)
      .transform(Number),
  );

const GEWICHT = {
  kommunen: several(ags("Wählen Sie Kommunen des Kreises.")),
  personen: anzahlVon("Geben Sie eine ganze Zahl an, zum Beispiel 12, oder lassen Sie das Feld leer."),
  seit: optionalDay("Geben Sie an, seit wann es auffällt.", "back"),
  beispiel: optionalLine(MOST_BEISPIEL),
  mail: yes,
  kein_name: yes,
  fall: optionalId("Beginnen Sie auf der Seite des Falls."),
  beratung: optionalId("Beginnen Sie auf der Seite der Beratung."),
};

/** What somebody adds to a gap that is known already. */
export const MeldungEingabe = z.object(GEWICHT);
export type MeldungEingabe = z.output<typeof MeldungEingabe>;

/** A new gap with its first report. */
export const NeueLuecke = z.object({
  handlungsfeld: code("Wählen Sie das Handlungsfeld."),
  satz: line(MOST_SATZ, "Schreiben Sie in einem Satz, was fehlt."),
  rechtskreis: optionalCode(),
  ...GEWICHT,
});
export type NeueLuecke = z.output<typeof NeueLuecke>;

/** The same as the form sends it: with the similar gaps that it has shown. */
export const GetippteLuecke = NeueLuecke.extend({ gesehen: several(id("Laden Sie die Seite neu.")) });
export type GetippteLuecke = z.output<typeof GetippteLuecke>;

/** A step on the ladder. */
export const SchrittEingabe = z.object({
  nach: z.enum(STAND, "Wählen Sie einen Schritt."),
  grund: optionalLine(MOST_GRUND),
  thema: optionalLine(MOST_THEMA),
  faelle: anzahlVon("Geben Sie eine ganze Zahl an, mindestens 1."),
  standorte: anzahlVon("Geben Sie eine ganze Zahl an, mindestens 1."),
  wieder_am: optionalDay("Geben Sie an, wann Sie die Lücke wieder vorlegen.", "ahead"),
  kein_name: yes,
});
export type SchrittEingabe = z.output<typeof SchrittEingabe>;

/** Which gap another one is put together with. */
export const Zusammen = z.object({
  in: id("Wählen Sie, mit welcher Lücke Sie zusammenführen."),
  grund: optionalLine(MOST_GRUND),
  kein_name: yes,
});
export type Zusammen = z.output<typeof Zusammen>;

export const HERKUNFT = ["frei", "beratung", "fall", "rekonstruktion"] as const;
export type Herkunft = (typeof HERKUNFT)[number];

/** One report as it is counted. Days are ISO; `ort` is the site it came from, or else the Träger. */
export type Meldung = {
  readonly id: string;
  readonly lueckeId: string;
  readonly traegerId: string;
  readonly ort: string;
  readonly herkunft: Herkunft;
  readonly personen: number | null;
  readonly seit: string | null;
  readonly beispiel: string | null;
  readonly am: string;
  readonly kommunen: readonly string[];
  /** As which case of a reconstruction it counts. */
  readonly anteilId: string | null;
  /** Another report of the same group of gaps is of the same case or consultation, and counts. */
  readonly doppelt: boolean;
};

/** A gap as it is stored. Days are ISO, codes those of the lists. */
export type Luecke = {
  readonly id: string;
  readonly handlungsfeld: string;
  readonly rechtskreis: string | null;
  readonly satz: string;
  readonly thema: string | null;
  readonly gemeldetAm: string;
  readonly stand: Stand;
  readonly standSeit: string;
  /** The gap it was put together with. */
  readonly inId: string | null;
  readonly faelle: number | null;
  readonly standorte: number | null;
  readonly wiederAm: string | null;
  readonly version: number;
};

/** A step that was taken; `wer` is the account, null where it was whoever reported, `andere` the gap of a merge or its undoing. */
export type SchrittZeile = {
  readonly id: string;
  readonly nr: number;
  readonly lueckeId: string;
  readonly von: Stand | null;
  readonly nach: Stand;
  readonly am: string;
  readonly grund: string | null;
  readonly wer: string | null;
  readonly andereId: string | null;
};

/** What a gap is called in lists: its theme, once it has one. */
export const nameVon = ({ thema, satz }: Pick<Luecke, "thema" | "satz">): string => thema ?? satz;
