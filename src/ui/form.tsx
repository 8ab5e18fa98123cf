import { type Child, createContext, raw, useContext } from "#jsx";
import type { Rejected, Values } from "../platform/form.ts";
import type { LimitOf, Limits } from "../platform/limits.ts";
import { ErrorSummary } from "./error-summary.tsx";

export type Draft = {
  /** Id of the draft; goes with the form as `_entwurf`, so that saving the record removes it. */
  readonly id: string;
  /** Address that takes all fields of the form while somebody types. */
  readonly url: string;
};

/** The account that the page is shown to, for the forms on it; `Document` says which. */
export const ShownTo = createContext<string | undefined>(undefined);

/** How a link of this page is written so that it leads back to the list one came from; `Document` says it. */
export const Carry = createContext((href: string) => href);

/** How much fits into the fields of each form, by its address; `Document` says it. */
export const FormLimits = createContext<Limits | undefined>(undefined);

/** How much fits into the fields of the form around them. */
const FieldLimits = createContext<LimitOf | undefined>(undefined);

/** The bound of a text field, for the script that counts down to it. Never `maxlength`: that cuts what is pasted, and says nothing. */
export const bounded = (name: string) => ({ "data-max": useContext(FieldLimits)?.(name) });

/** What the fields of a rejected form around them are called, by their names. */
const FieldLabels = createContext<Map<string, Child> | undefined>(undefined);

/** What the fields around a field are called together, where they are: rows of a form call theirs alike. */
export const Together = createContext<Child>(undefined);

/** A field says what it is called, for the error summary above it. */
export function called(name: string, label: Child): void {
  const together = useContext(Together);
  useContext(FieldLabels)?.set(name, together === undefined ? label : [together, ": ", label]);
}

type FormProps = {
  readonly action: string;
  readonly rejected?: Rejected | undefined;
  /** One effect however often it is sent. A new one for every form that is shown. */
  readonly idempotencyKey?: string | undefined;
  readonly draft?: Draft | undefined;
  /**
   * The record that the form is filled from: its version, and what its fields said, which tells after a conflict what somebody
   * changed and what was only left. A rejected form keeps those it came with.
   */
  readonly record?: { readonly version: number; readonly values: Values | undefined } | undefined;
  /** Selector of the one element that the answer replaces. */
  readonly part?: string | undefined;
  /** An address that is asked whenever a field was left changed, and the selector of the element that its answer replaces. */
  readonly asks?: { readonly url: string; readonly part: string } | undefined;
  /** Leaves sending to the browser: for sign-in, so that password managers see it. */
  readonly native?: boolean | undefined;
  /** Brings a file; the browser sends it itself. */
  readonly upload?: boolean | undefined;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly children?: Child;
};

export function HiddenField(props: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={props.name} value={props.value} />;
}

/**
 * From which state of the record the form speaks: after a conflict the one that was shown with it; after any other
 * rejection still the first, whatever was saved since; else the one that the page has just read.
 */
function basis({ record, rejected }: FormProps): [string, string][] {
  if (record === undefined) return [];
  const { conflict, values = {} } = rejected ?? {};
  if (rejected !== undefined && conflict === undefined) {
    return ["_version", "_gelesen"].flatMap((name) => (values[name] ?? []).map((v): [string, string] => [name, v]));
  }
  const state = conflict?.stored ?? record.values;
  return [
    ["_version", String(conflict?.version ?? record.version)],
    ...(state === undefined ? [] : [["_gelesen", JSON.stringify(state)] satisfies [string, string]]),
  ];
}

/**
 * Every form that changes something. It carries the account it is shown to: sent by another one it has no effect. Shows the
 * error summary of its own rejection.
 */
export function Form(props: FormProps) {
  const shownTo = useContext(ShownTo);
  const limits = useContext(FormLimits)?.(props.action);
  const { rejected } = props;
  const labels = new Map<string, Child>();
  // Written before the summary that stands above them: by then they have said what they are called.
  const fields = raw(
    String(
      <FieldLabels.Provider value={labels}>
        <FieldLimits.Provider value={limits}>{props.children}</FieldLimits.Provider>
      </FieldLabels.Provider>,
    ),
  );
  return (
    <form
      method="post"
      action={props.action}
      enctype={props.upload === true ? "multipart/form-data" : undefined}
      id={props.id}
      aria-label={props.label}
      novalidate
      data-entwurf={props.draft?.url}
      data-teil={props.part}
      data-fragt={props.asks?.url}
      data-antwort={props.asks?.part}
      data-nativ={props.native === true ? "" : undefined}
    >
      {rejected === undefined || rejected.conflict !== undefined ? null : (
        <ErrorSummary rejected={rejected} labels={labels} />
      )}
      <HiddenField name="_schluessel" value={props.idempotencyKey ?? crypto.randomUUID()} />
      {shownTo === undefined || shownTo === "" ? null : <HiddenField name="_konto" value={shownTo} />}
      {props.draft === undefined ? null : <HiddenField name="_entwurf" value={props.draft.id} />}
      {basis(props).map(([name, value]) => (
        <HiddenField name={name} value={value} />
      ))}
      {fields}
    </form>
  );
}
