import type { Rejected } from "../../../platform/form.ts";
import { signInFrame } from "../../../platform/public-frame.ts";
import { Actions, Button, ButtonLink, Entered, Form, HiddenField, PlainPage, fieldsOf } from "../../../ui/index.ts";
import type { Person } from "../queries/sitzungen.ts";
import { CurrentPassword } from "./new-password.tsx";

type LockProps = {
  readonly person: Person;
  readonly weiter: string;
  /** A form that was sent to the locked session, sealed for its account. */
  readonly unsent?: string | undefined;
  readonly rejected?: Rejected | undefined;
};

/** Asks for the password of whoever the session belongs to. */
export function LockPage({ person, weiter, unsent, rejected }: LockProps) {
  const frame = signInFrame("/sperre", person.actor.kontoId, person.kreisName);
  return (
    <PlainPage frame={frame} title="Gesperrt" rejected={rejected}>
      <p>
        Die Sitzung von <Entered>{person.name}</Entered> ist gesperrt.{" "}
        {unsent === undefined
          ? "Angefangene Eingaben bleiben erhalten."
          : "Was Sie eben gesendet haben, ist noch nicht gespeichert; es ist nach dem Entsperren wieder da."}
      </p>
      <Form action="/sperre" rejected={rejected} native>
        <HiddenField name="weiter" value={weiter} />
        {unsent === undefined ? null : <HiddenField name="eingabe" value={unsent} />}
        <CurrentPassword field={fieldsOf(undefined, rejected)} label="Passwort" autofocus={rejected === undefined} />
        <Actions>
          <Button>Entsperren</Button>
          <ButtonLink kind="tertiary" href="/anmelden">
            Als andere Person anmelden
          </ButtonLink>
        </Actions>
      </Form>
    </PlainPage>
  );
}
