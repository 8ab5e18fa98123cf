import type { Child } from "hono/jsx";
import type { Rejected } from "../platform/form.ts";
import { ErrorSummary } from "./error-summary.tsx";

export type Draft = {
  /** Id of the draft; goes with the form as `_entwurf`, so that saving the record removes it. */
  readonly id: string;
  /** Address that takes all fields of the form while somebody types. */
  readonly url: string;
};

type FormProps = {
  readonly action: string;
  readonly rejected?: Rejected | undefined;
  /** One effect however often it is sent. A new one for every form that is shown. */
  readonly idempotencyKey?: string | undefined;
  readonly draft?: Draft | undefined;
  /** Version of the record that the form was filled from; after a conflict that of the record now. */
  readonly version?: number | undefined;
  /** Selector of the one element that the answer replaces. */
  readonly part?: string | undefined;
  /** Leaves sending to the browser: for sign-in, so that password managers see it. */
  readonly native?: boolean | undefined;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly children?: Child;
};

export function HiddenField(props: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={props.name} value={props.value} />;
}

/** Every form that changes something. Shows the error summary of its own rejection. */
export function Form(props: FormProps) {
  const version = props.rejected?.conflict?.version ?? props.version;
  return (
    <form
      method="post"
      action={props.action}
      id={props.id}
      aria-label={props.label}
      novalidate
      data-entwurf={props.draft?.url}
      data-teil={props.part}
      data-nativ={props.native === true ? "" : undefined}
    >
      {props.rejected === undefined || props.rejected.conflict !== undefined ? null : (
        <ErrorSummary rejected={props.rejected} />
      )}
      <HiddenField name="_schluessel" value={props.idempotencyKey ?? crypto.randomUUID()} />
      {props.draft === undefined ? null : <HiddenField name="_entwurf" value={props.draft.id} />}
      {version === undefined ? null : <HiddenField name="_version" value={String(version)} />}
      {props.children}
    </form>
  );
}
