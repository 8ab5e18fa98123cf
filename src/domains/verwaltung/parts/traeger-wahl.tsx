import { type Choice, optionOf } from "../../../platform/choice.ts";
import { type FieldsOf, FilterBar, SelectField } from "../../../ui/index.ts";
import { MITARBEITENDE } from "./below.ts";

/** For which Träger somebody is added, before anything else is asked; said where there is only one. */
export function TraegerWahl(props: {
  readonly field: ReturnType<FieldsOf>;
  readonly traeger: readonly Choice[];
  readonly chosen: string | undefined;
}) {
  const { field, traeger, chosen } = props;
  const [only, second] = traeger;
  if (only !== undefined && second === undefined) return <p>Träger: {only.name}</p>;
  return (
    <FilterBar
      action={`${MITARBEITENDE}/neu`}
      part="#angaben"
      label="Träger wählen"
      verb={chosen === undefined ? "Weiter" : "Träger wechseln"}
    >
      <SelectField {...field} label="Träger" options={traeger.map(optionOf)} empty="Bitte wählen" />
    </FilterBar>
  );
}
