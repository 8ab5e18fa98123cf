import { Field, type FieldProps, Notes, PRIVATE, wiring } from "./field.tsx";
import { bounded } from "./form.tsx";
import { described, errorOf, typed } from "./rejected.ts";

type TextFieldProps = FieldProps & {
  readonly value?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "search" | "url" | undefined;
  readonly inputmode?: "text" | "numeric" | "decimal" | "email" | "tel" | "search" | undefined;
  readonly autocomplete?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly readonly?: boolean | undefined;
  /** Language of what is typed, where it is not German. */
  readonly lang?: string | undefined;
  /** Id of the button that Enter presses here, where it is not the form's first. */
  readonly enter?: string | undefined;
};

/** One line of text. Direction follows what is typed, so that a name in Arabic script reads right. */
export function TextField(props: TextFieldProps) {
  return (
    <Field {...props}>
      <input
        {...wiring(props)}
        {...PRIVATE}
        type={props.type ?? "text"}
        value={typed(props.name, props.rejected, props.value)}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete ?? PRIVATE.autocomplete}
        {...bounded(props.name)}
        placeholder={props.placeholder}
        readonly={props.readonly}
        lang={props.lang}
        dir={props.type === undefined || props.type === "search" ? "auto" : undefined}
        data-enter={props.enter}
      />
    </Field>
  );
}

/** One line of text in a cell of a table; `label` says which. */
export function TextCell(props: Pick<TextFieldProps, "name" | "value" | "rejected"> & { readonly label: string }) {
  const { name, label, rejected } = props;
  const error = errorOf(name, rejected);
  return (
    <>
      <input
        id={name}
        name={name}
        class="in"
        type="text"
        value={typed(name, rejected, props.value)}
        aria-label={label}
        {...PRIVATE}
        {...bounded(name)}
        dir="auto"
        {...described(name, undefined, error)}
      />
      <Notes name={name} label={label} rejected={rejected} />
    </>
  );
}

/** A whole number, typed as text: no spinner that a mouse wheel turns by accident. */
export function NumberField(props: FieldProps & { readonly value?: number | string | undefined }) {
  const { value, ...rest } = props;
  return <TextField {...rest} value={value === undefined ? undefined : String(value)} inputmode="numeric" />;
}

/** A password. Never filled in again after a rejection; can be shown; pasting is allowed. */
export function PasswordField(props: FieldProps & { readonly autocomplete: "current-password" | "new-password" }) {
  return (
    <Field {...props}>
      <div class="with">
        <input {...wiring(props)} type="password" autocomplete={props.autocomplete} {...bounded(props.name)} />
        <button type="button" class="kern-btn kern-btn--tertiary small" data-zeigen={props.name}>
          <span class="kern-label">Anzeigen</span>
        </button>
      </div>
    </Field>
  );
}

/** Several lines of text. `rows` is its height; it grows by hand. */
export function TextArea(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly rows?: number | undefined;
    readonly lang?: string | undefined;
    /** A text of the house, not about clients: its spelling may be looked at. */
    readonly spellcheck?: true;
  },
) {
  return (
    <Field {...props}>
      <textarea
        {...wiring(props)}
        rows={props.rows ?? 3}
        {...bounded(props.name)}
        lang={props.lang}
        dir="auto"
        spellcheck={props.spellcheck ?? PRIVATE.spellcheck}
      >
        {typed(props.name, props.rejected, props.value)}
      </textarea>
    </Field>
  );
}
