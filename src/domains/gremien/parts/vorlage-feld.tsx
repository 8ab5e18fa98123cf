import { type Choice, optionOf } from "../../../platform/choice.ts";
import { type FieldsOf, SelectField } from "../../../ui/index.ts";

type Props = { readonly field: FieldsOf; readonly felder: readonly Choice[] };

/** The Handlungsfeld of a Vorlage without a gap: then it has the figures that one of a gap has. */
export const Feld = ({ field, felder }: Props) => (
  <SelectField
    {...field("handlungsfeld")}
    label="Handlungsfeld"
    hint="Dann steht in der Vorlage auch, wie oft es in Beratungen genannt wird."
    empty="keines"
    options={felder.map(optionOf)}
    optional
  />
);
