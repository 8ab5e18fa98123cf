import type { Rejected } from "../../../platform/form.ts";
import { HiddenField, SelectField } from "../../../ui/index.ts";

type TraegerFieldProps = {
  readonly name: string;
  readonly traeger: readonly { readonly id: string; readonly name: string }[];
  readonly value?: string | undefined;
  readonly rejected: Rejected | undefined;
};

/** Which Träger something new belongs to. Where there is only one to choose, it is said and not asked. */
export function TraegerField(props: TraegerFieldProps) {
  const [only, second] = props.traeger;
  if (only !== undefined && second === undefined) {
    return (
      <>
        <p>Träger: {only.name}</p>
        <HiddenField name={props.name} value={only.id} />
      </>
    );
  }
  return (
    <SelectField
      name={props.name}
      label="Träger"
      options={props.traeger.map((t) => ({ value: t.id, label: t.name }))}
      empty="Bitte wählen"
      value={props.value}
      rejected={props.rejected}
    />
  );
}
