import type { Child } from "#jsx";
import type { Rejected } from "../platform/form.ts";
import { Alert } from "./alert.tsx";
import { Submit } from "./button.tsx";
import { Day } from "./day.tsx";
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

type UndoStepProps = {
  /** The steps that count, each in words with its day (ISO). */
  readonly steps: readonly { readonly text: string; readonly am: string }[];
  /** Where what goes step by step stands; the question is below it. */
  readonly self: string;
  /** What it is in a sentence, and where back leads: "Der Haushalt", "Zurück zum Haushalt". */
  readonly words: { readonly it: string; readonly back: string };
  readonly version: number;
  readonly rejected?: Rejected | undefined;
};

/** The question before the last step is taken back as a slip of the hand; the first one is none. */
export function UndoStep({ steps, self, words, version, rejected }: UndoStepProps) {
  const [before, last] = steps.slice(-2);
  if (before === undefined || last === undefined) {
    return (
      <p>
        Hier ist kein Schritt, der sich zurücknehmen ließe. <a href={self}>{words.back}</a>
      </p>
    );
  }
  return (
    <Confirm
      action={`${self}/zuruecknehmen`}
      confirm="Schritt zurücknehmen"
      back={self}
      version={version}
      rejected={rejected}
    >
      <p>
        „{last.text}“ vom <Day iso={last.am} /> war ein Versehen und zählt nicht mehr. {words.it} ist dann wieder „
        {before.text}“.
      </p>
    </Confirm>
  );
}
