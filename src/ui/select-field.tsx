import { Field, type FieldProps, Notes, Optional, wiring } from "./field.tsx";
import { chosen, described, errorOf, typed } from "./rejected.ts";

/** `noted`: choosing it shows the quiet hint that stands beside the field with class `noted`. */
export type Option = { readonly value: string; readonly label: string; readonly noted?: boolean | undefined };
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] };

type SelectFieldProps = FieldProps & {
  readonly options: readonly (Option | OptionGroup)[];
  readonly value?: string | undefined;
  /** Words of the empty choice, e.g. "Bitte wählen". Without it the first option is the default. */
  readonly empty?: string | undefined;
};

function OptionTag(props: { readonly option: Option; readonly value: string }) {
  return (
    <option
      value={props.option.value}
      selected={props.option.value === props.value}
      data-noted={props.option.noted === true ? "" : undefined}
    >
      {props.option.label}
    </option>
  );
}

function Options(props: { readonly options: SelectFieldProps["options"]; readonly value: string }) {
  return (
    <>
      {props.options.map((o) =>
        "options" in o ? (
          <optgroup label={o.label}>
            {o.options.map((inner) => (
              <OptionTag option={inner} value={props.value} />
            ))}
          </optgroup>
        ) : (
          <OptionTag option={o} value={props.value} />
        ),
      )}
    </>
  );
}

/** One of many, under headings where there are groups. */
export function SelectField(props: SelectFieldProps) {
  const value = typed(props.name, props.rejected, props.value);
  return (
    <Field {...props}>
      <select {...wiring(props)}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        <Options options={props.options} value={value} />
      </select>
    </Field>
  );
}

type CellProps = Pick<SelectFieldProps, "name" | "options" | "value" | "empty" | "rejected"> & {
  /** What is chosen, and of which row: the table's head alone does not say it. */
  readonly label: string;
  /** Where several rows send the same name: one's own, but for the first. */
  readonly id?: string | undefined;
};

/** One of many in a cell of a table. */
export function SelectCell(props: CellProps) {
  const { name, label, rejected } = props;
  const error = errorOf(name, rejected);
  return (
    <div class="full">
      <select id={props.id ?? name} name={name} class="in" aria-label={label} {...described(name, undefined, error)}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        <Options options={props.options} value={typed(name, rejected, props.value)} />
      </select>
      <Notes name={name} label={label} rejected={rejected} />
    </div>
  );
}

type SelectSeveralProps = Omit<SelectFieldProps, "value" | "empty"> & {
  readonly values?: readonly string[] | undefined;
  /** What one of them is called ("Sprache"): the label of each list, with its number. */
  readonly item: string;
  readonly empty: string;
  /** Lists to begin with; there is always one more than what was chosen. */
  readonly slots?: number | undefined;
};

/** Several of many, one list each. All send the same name, an empty one "". */
export function SelectSeveral(props: SelectSeveralProps) {
  const values = chosen(props.name, props.rejected, props.values).filter((value) => value !== "");
  const slots = Math.max(props.slots ?? 3, values.length + 1);
  return (
    <fieldset {...described(props.name, props.hint, errorOf(props.name, props.rejected))}>
      <legend>
        {props.label}
        <Optional when={props.optional} />
      </legend>
      <div class="row">
        {Array.from({ length: slots }, (_, i) => (
          <div class="field c4">
            <select
              id={i === 0 ? props.name : `${props.name}-${i + 1}`}
              name={props.name}
              class="in"
              aria-label={`${i + 1}. ${props.item}`}
            >
              <option value="">{props.empty}</option>
              <Options options={props.options} value={values[i] ?? ""} />
            </select>
          </div>
        ))}
      </div>
      <Notes {...props} />
    </fieldset>
  );
}
