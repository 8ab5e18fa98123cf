import type { Child } from "hono/jsx";
import type { Rejected } from "../platform/form.ts";
import { Alert } from "./alert.tsx";
import { Submit } from "./button.tsx";
import { Form } from "./form.tsx";

type ConfirmProps = {
  readonly action: string;
  /** What will happen, as a verb: "Beratung zurücknehmen". */
  readonly confirm: string;
  /** Where "Abbrechen" leads. */
  readonly back: string;
  readonly danger?: boolean | undefined;
  readonly version?: number | undefined;
  readonly rejected?: Rejected | undefined;
  /** What it means, and fields such as a reason. */
  readonly children?: Child;
};

/**
 * The question before something that is hard to take back: what happens, why, yes or back. What somebody else changed
 * meanwhile takes the focus.
 */
export function Confirm(props: ConfirmProps) {
  return (
    <Form
      action={props.action}
      record={props.version === undefined ? undefined : { version: props.version, values: undefined }}
      rejected={props.rejected}
    >
      {props.rejected?.conflict === undefined ? null : (
        <div id="konflikt" tabindex={-1} autofocus>
          <Alert kind="warning" title="Jemand anderes hat das inzwischen geändert">
            Es ist noch nichts geschehen. Sehen Sie sich den <a href={props.back}>jetzigen Stand</a> an, bevor Sie
            bestätigen.
          </Alert>
        </div>
      )}
      {props.children}
      <Submit label={props.confirm} cancel={props.back} danger={props.danger} />
    </Form>
  );
}
