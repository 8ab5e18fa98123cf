import { type Child, useContext } from "#jsx";
import { Carry } from "./form.tsx";

type Look = {
  /** One primary button a page; `danger` for what cannot be taken back. */
  readonly kind?: "primary" | "secondary" | "tertiary" | "danger" | undefined;
  readonly small?: boolean | undefined;
  /** One key that presses this button while no text field has the focus; stands on it. */
  readonly shortcut?: string | undefined;
  readonly children?: Child;
};

type ButtonProps = Look & {
  readonly type?: "submit" | "button" | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly id?: string | undefined;
  /** Id of the form, for a button that stands outside of it. */
  readonly form?: string | undefined;
  /** Address that this one button posts the form to. */
  readonly formaction?: string | undefined;
  /** Selector of the one element to replace with the answer, instead of the page. */
  readonly part?: string | undefined;
  readonly popovertarget?: string | undefined;
  readonly autofocus?: boolean | undefined;
};

const look = (props: Look, fallback: string) => {
  const kind = props.kind ?? fallback;
  const kern = kind === "danger" ? "secondary danger" : kind;
  return `kern-btn kern-btn--${kern}${props.small === true ? " small" : ""}`;
};

const Key = ({ of }: { readonly of: Look }) =>
  of.shortcut === undefined ? null : <kbd aria-hidden="true">{of.shortcut}</kbd>;

/** A button that does something. Sends its form unless `type="button"`. */
export function Button(props: ButtonProps) {
  return (
    <button
      type={props.type ?? "submit"}
      class={look(props, "primary")}
      id={props.id}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction}
      popovertarget={props.popovertarget}
      autofocus={props.autofocus}
      data-teil={props.part}
      data-kuerzel={props.shortcut}
      aria-keyshortcuts={props.shortcut}
    >
      <span class="kern-label">{props.children}</span>
      <Key of={props} />
    </button>
  );
}

/** A button that only the script can do: it copies a field, or prints the page. Without script it is not there. */
export function DoButton(props: {
  readonly does: "copy" | "print";
  readonly of?: string;
  readonly small?: boolean;
  readonly children?: Child;
}) {
  return (
    <button type="button" class={look(props, "secondary")} data-zeigen={props.of ?? ""} data-tut={props.does}>
      <span class="kern-label">{props.children}</span>
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: Look & { readonly href: string }) {
  return (
    <a
      href={useContext(Carry)(props.href)}
      class={look(props, "secondary")}
      data-kuerzel={props.shortcut}
      aria-keyshortcuts={props.shortcut}
    >
      <span class="kern-label">{props.children}</span>
      <Key of={props} />
    </a>
  );
}

/** The buttons at the end of a form; stays in sight on a phone. */
export function Actions(props: { readonly children?: Child; readonly draftState?: string | undefined }) {
  return (
    <div class="actions">
      {props.children}
      {props.draftState === undefined ? null : (
        <p class="state" data-entwurf-stand="">
          {props.draftState}
        </p>
      )}
    </div>
  );
}

/** The end of most forms: the one button, the way back without saving, and with `draft` what was kept meanwhile. */
export function Submit(props: {
  readonly label: string;
  readonly cancel: string;
  readonly danger?: boolean | undefined;
  readonly draft?: boolean | undefined;
}) {
  return (
    <Actions draftState={props.draft === true ? "" : undefined}>
      <Button kind={props.danger === true ? "danger" : "primary"}>{props.label}</Button>
      <ButtonLink kind="tertiary" href={props.cancel}>
        Abbrechen
      </ButtonLink>
    </Actions>
  );
}
