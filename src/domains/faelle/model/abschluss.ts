import { z } from "zod";
import { code, day, optionalDay, optionalLine, text } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";

const MOST = 2000;
const fields = () => several(code());

/**
 * What a case is closed with, and for each goal of its plan a field `wert_<faden>`. What is missing in the system is noted here,
 * too; what becomes of it is another room's.
 */
const Angaben = z.object({
  am: day("Geben Sie an, seit wann der Fall abgeschlossen ist.", "back"),
  abschlussgrund: code("Wählen Sie, warum der Fall endet."),
  grund: optionalLine(MOST),
  bedarf_felder: fields(),
  bedarf: optionalLine(MOST),
  luecke_felder: fields(),
  luecke: optionalLine(MOST),
  nachsorge_am: optionalDay("Geben Sie an, wann Sie noch einmal nachfragen.", "ahead"),
});
export const AbschlussEingabe = Angaben.catchall(z.array(text(20)));
export type AbschlussEingabe = z.output<typeof AbschlussEingabe>;

/** A closing as it was written, with the answer of the person where she was asked. Codes are Handlungsfelder. */
export type Abschluss = {
  readonly id: string;
  readonly schrittId: string;
  readonly bedarf: string | null;
  readonly luecke: string | null;
  readonly bedarfFelder: readonly string[];
  readonly lueckeFelder: readonly string[];
};

/** What the person said; `wert` is null where she did not want to. */
export type Rueckmeldung = { readonly am: string; readonly sprache: string; readonly wert: number | null };
