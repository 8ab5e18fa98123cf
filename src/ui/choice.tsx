import type { Child } from "#jsx";
import { type FieldProps, Notes, Optional } from "./field.tsx";
import { Together } from "./form.tsx";
import { chosen, described, errorOf, typed } from "./rejected.ts";
import type { Option } from "./select-field.tsx";

/** Fields that answer one question together. */
export function Fieldset(props: { readonly legend: Child; readonly children?: Child }) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      <Together.Provider value={props.legend}>{props.children}</Together.Provider>
    </fieldset>
  );
}

/** The error summary links to `#name`, so the first option of a group carries it. */
const idOf = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`);

function Group(props: FieldProps & { readonly children?: Child; readonly chips?: boolean }) {
  return (
    <fieldset
      {...described(props.name, props.hint, errorOf(props.name, props.rejected))}
      role={props.chips === true ? undefined : "radiogroup"}
      data-chips={props.chips === true ? "" : undefined}
    >
      <legend>
        {props.label}
        <Optional when={props.optional} />
      </legend>
      {props.children}
      <Notes {...props} />
    </fieldset>
  );
}

/** So many letters stand beside each other on a phone, of one option and of all. */
const FIT = { one: 17, all: 42 };

/** Whether the options stand below each other on a phone. */
const isLong = (options: readonly KeyedOption[]): boolean =>
  options.some(({ label }) => label.length > FIT.one) || options.map(({ label }) => label).join(" ").length > FIT.all;

/** One of two to five, all in sight. */
export function RadioSegment(
  props: FieldProps & { readonly options: readonly KeyedOption[]; readonly value?: string | undefined },
) {
  const value = typed(props.name, props.rejected, props.value);
  return (
    <Group {...props}>
      <div class={isLong(props.options) ? "seg long" : "seg"}>
        {props.options.map((o, i) => (
          <label>
            <input
              type="radio"
              id={idOf(props.name, i)}
              name={props.name}
              value={o.value}
              checked={o.value === value}
              autofocus={props.autofocus === true && (o.value === value || (value === "" && i === 0))}
              data-kuerzel={o.key}
              aria-keyshortcuts={o.key}
            />
            <span>
              {o.label}
              {o.key === undefined ? null : (
                <>
                  {" "}
                  <kbd aria-hidden="true">{o.key}</kbd>
                </>
              )}
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}

/** An option with a key: of chips it toggles while the focus is in the group, of a segment anywhere outside of text fields. */
export type KeyedOption = Option & { readonly key?: string | undefined };

/** Several of up to about fifteen, one key each. Without JavaScript plain check boxes. `rows`: long ones, below each other. */
export function CheckChips(
  props: FieldProps & {
    readonly options: readonly KeyedOption[];
    readonly values?: readonly string[] | undefined;
    readonly rows?: boolean;
  },
) {
  const values = chosen(props.name, props.rejected, props.values);
  return (
    <Group {...props} chips>
      <div class={props.rows === true ? undefined : "chips"}>
        {props.options.map((o, i) => (
          <label class={props.rows === true ? "check" : undefined}>
            <input
              type="checkbox"
              id={idOf(props.name, i)}
              name={props.name}
              value={o.value}
              checked={values.includes(o.value)}
              autofocus={props.autofocus === true && i === 0}
              data-taste={o.key}
              aria-keyshortcuts={o.key}
            />
            <span>{o.label}</span>
            {o.key === undefined ? null : <kbd aria-hidden="true">{o.key}</kbd>}
          </label>
        ))}
      </div>
    </Group>
  );
}

/** One yes or no. Sends `value` (default "ja") when checked, nothing when not. */
export function Checkbox(
  props: FieldProps & { readonly value?: string | undefined; readonly checked?: boolean | undefined },
) {
  const value = props.value ?? "ja";
  const values = chosen(props.name, props.rejected, props.checked === true ? [value] : []);
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          id={props.name}
          name={props.name}
          value={value}
          checked={values.includes(value)}
          autofocus={props.autofocus}
          {...described(props.name, props.hint, errorOf(props.name, props.rejected))}
        />
        <span>
          {props.label}
          <Optional when={props.optional} />
        </span>
      </label>
      <Notes {...props} />
    </div>
  );
}
