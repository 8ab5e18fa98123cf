import { offered, optionOf } from "../../../platform/choice.ts";
import { DateField, type FieldsOf, SelectField, TextField } from "../../../ui/index.ts";
import { type Kode, wahlAm } from "../../codelisten/index.ts";
import { ART } from "../commands/add-dokument.ts";
import { QUELLEN, type Quelle } from "../model/dokument.ts";
import type { FallWahl } from "../queries/dokumente.ts";
import { fallZeichen } from "./worte.ts";

type FelderProps = {
  readonly field: FieldsOf;
  readonly arten: readonly Kode[];
  readonly heute: string;
  /** What the record has already. */
  readonly kept?: readonly string[];
  readonly quellen: readonly Quelle[];
  readonly faelle: readonly FallWahl[];
};

/** What is said about a document. */
export function Felder({ field, arten, heute, kept = [], quellen, faelle }: FelderProps) {
  return (
    <>
      <SelectField
        {...field("art")}
        label={ART.label}
        options={offered(wahlAm(arten, heute), kept).map(optionOf)}
        empty="Bitte wählen"
      />
      <TextField
        {...field("titel")}
        label="Worum geht es?"
        hint="In Ihren Worten, zum Beispiel „Ablehnung Kindergeld“."
        optional
      />
      <SelectField
        {...field("quelle")}
        label="Von wem ist es?"
        options={quellen.map((one) => ({ value: one, label: QUELLEN[one] }))}
        empty="Bitte wählen"
      />
      <DateField {...field("am")} label="Wann kam es?" />
      <DateField
        {...field("gueltig_bis")}
        label="Gilt bis"
        hint="Wenn es darauf steht. KIM erinnert, bevor es abläuft."
        optional
      />
      {faelle.length === 0 ? null : (
        <SelectField
          {...field("zu_fall")}
          label="Gehört zu einem Fall"
          options={faelle.map((one) => ({ value: one.id, label: fallZeichen(one) }))}
          empty="zu keinem, nur zur Person"
          optional
        />
      )}
    </>
  );
}

/** What its fields are called where two states are shown side by side. */
export const FELDNAMEN = [
  { name: "art", label: ART.label },
  { name: "titel", label: "Worum geht es?" },
  { name: "quelle", label: "Von wem ist es?" },
  { name: "am", label: "Wann kam es?" },
  { name: "gueltig_bis", label: "Gilt bis" },
  { name: "zu_fall", label: "Gehört zu einem Fall" },
] as const;
