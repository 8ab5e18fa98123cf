import { type FieldsOf, HiddenField, SelectField } from "../../../ui/index.ts";

type TraegerFieldProps = {
  /** The field, by its name in the form. */
  readonly field: ReturnType<FieldsOf>;
  readonly traeger: readonly { readonly id: string; readonly name: string }[];
};

/** Which Träger something new belongs to. Where there is only one to choose, it is said and not asked. */
export function TraegerField({ field, traeger }: TraegerFieldProps) {
  const [only, second] = traeger;
  if (only !== undefined && second === undefined) {
    return (
      <>
        <p>Träger: {only.name}</p>
        <HiddenField name={field.name} value={only.id} />
      </>
    );
  }
  return (
    <SelectField
      {...field}
      label="Träger"
      options={traeger.map((t) => ({ value: t.id, label: t.name }))}
      empty="Bitte wählen"
    />
  );
}
