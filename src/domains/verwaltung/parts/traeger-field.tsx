import { type Choice, optionOf } from "../../../platform/choice.ts";
import { type FieldsOf, HiddenField, SelectField } from "../../../ui/index.ts";

type TraegerFieldProps = {
  /** The field, by its name in the form. */
  readonly field: ReturnType<FieldsOf>;
  /** Those that can be chosen. */
  readonly traeger: readonly Choice[];
};

/** Which Träger something new belongs to. Where there is only one to choose, it is said and not asked. */
export function TraegerField({ field, traeger }: TraegerFieldProps) {
  const [only, second] = traeger;
  if (only !== undefined && second === undefined) {
    return (
      <>
        <p>Träger: {only.name}</p>
        <HiddenField name={field.name} value={only.value} />
      </>
    );
  }
  return <SelectField {...field} label="Träger" options={traeger.map(optionOf)} empty="Bitte wählen" />;
}
