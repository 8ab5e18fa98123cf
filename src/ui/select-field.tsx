import { Field, type FieldProps, wiring } from "./field.tsx";
import { typed } from "./rejected.ts";

export type Option = { readonly value: string; readonly label: string };
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] };

type SelectFieldProps = FieldProps & {
  readonly options: readonly (Option | OptionGroup)[];
  readonly value?: string | undefined;
  /** Words of the empty choice, e.g. "Bitte wählen". Without it the first option is the default. */
  readonly empty?: string | undefined;
};

function OptionTag(props: { readonly option: Option; readonly value: string }) {
  return (
    <option value={props.option.value} selected={props.option.value === props.value}>
      {props.option.label}
    </option>
  );
}

/** One of many, under headings where there are groups. */
export function SelectField(props: SelectFieldProps) {
  const value = typed(props.name, props.rejected, props.value);
  return (
    <Field {...props}>
      <select {...wiring(props)}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map((o) =>
          "options" in o ? (
            <optgroup label={o.label}>
              {o.options.map((inner) => (
                <OptionTag option={inner} value={value} />
              ))}
            </optgroup>
          ) : (
            <OptionTag option={o} value={value} />
          ),
        )}
      </select>
    </Field>
  );
}
