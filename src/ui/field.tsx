import type { Child } from "#jsx";
import type { Rejected } from "../platform/form.ts";
import { called } from "./form.tsx";
import { Icon } from "./icon.tsx";
import { described, errorOf } from "./rejected.ts";

/** What every field has. `name` is its id as well: the error summary links to it. */
export type FieldProps = {
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child;
  /** Says "(freiwillig)". Required is the rule and is not marked. */
  readonly optional?: boolean | undefined;
  readonly rejected?: Rejected | undefined;
  readonly autofocus?: boolean | undefined;
};

/** "(freiwillig)" beside a label or legend. */
export function Optional(props: { readonly when: boolean | undefined }) {
  return props.when === true ? <span class="opt"> (freiwillig)</span> : null;
}

/** Error and hint below a field or a group, with the ids that `described` points to. */
export function Notes(props: Pick<FieldProps, "name" | "label" | "hint" | "rejected">) {
  const error = errorOf(props.name, props.rejected);
  if (error !== undefined) called(props.name, props.label);
  return (
    <>
      {error === undefined ? null : (
        <p class="error" id={`${props.name}-fehler`}>
          <Icon name="danger" /> {error}
        </p>
      )}
      {props.hint === undefined ? null : (
        <p class="hint" id={`${props.name}-hinweis`}>
          {props.hint}
        </p>
      )}
    </>
  );
}

/** Label, the control itself, error and hint. The control takes id, name and `wiring(props)`. */
export function Field(props: FieldProps & { readonly children?: Child }) {
  return (
    <div class="field">
      <label for={props.name}>
        {props.label}
        <Optional when={props.optional} />
      </label>
      {props.children}
      <Notes {...props} />
    </div>
  );
}

/**
 * What is typed stays between the page and the server: the browser offers it nowhere again, and sends it to no spelling
 * service. Every control that text is typed into has these; what follows may allow more.
 */
export const PRIVATE = { autocomplete: "off", spellcheck: false } as const;

/** Attributes of the control inside of a `Field`. */
export const wiring = (props: FieldProps) => ({
  id: props.name,
  name: props.name,
  class: "in",
  autofocus: props.autofocus,
  ...described(props.name, props.hint, errorOf(props.name, props.rejected)),
});
