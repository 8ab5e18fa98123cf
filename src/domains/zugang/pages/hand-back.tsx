import type { Answer, PublicVisit } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { first } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import type { NotOpen } from "../../../platform/http/app.ts";
import { signInFrame } from "../../../platform/public-frame.ts";
import { type Unsent, sealUnsent } from "../../../platform/unsent.ts";
import { Actions, Button, Form, HiddenField, PlainPage } from "../../../ui/index.ts";
import { recognise } from "../queries/sitzungen.ts";
import { signInPath } from "../model/weiter.ts";
import { Typed } from "../parts/typed.tsx";
import { LockPage } from "../parts/lock-page.tsx";

/** Sends the same form once more, under the key it was shown with: it still has one effect. */
function SendAgain({ unsent, label }: { readonly unsent: Unsent; readonly label: string }) {
  const { values } = unsent;
  const rest = Object.entries(values).filter(([name]) => name !== "_schluessel" && name !== "_konto");
  return (
    <Form action={unsent.to} idempotencyKey={first(values, "_schluessel")} native>
      {rest.flatMap(([name, list]) => list.map((value) => <HiddenField name={name} value={value} />))}
      <Actions>
        <Button>{label}</Button>
      </Actions>
    </Form>
  );
}

/** After unlocking: what came while it was locked, to be sent now. */
export const StillUnsent = ({ frame, unsent }: { readonly frame: Frame; readonly unsent: Unsent }) => (
  <PlainPage frame={frame} title="Noch nicht gespeichert">
    <p>Die Sitzung war gesperrt, als Sie das gesendet haben. Es ist noch nicht gespeichert.</p>
    <Typed values={unsent.values} />
    <SendAgain unsent={unsent} label="Jetzt senden" />
  </PlainPage>
);

const NotSignedIn = ({ unsent, expired }: { readonly unsent: Unsent; readonly expired: boolean }) => (
  <PlainPage frame={signInFrame(unsent.address, first(unsent.values, "_konto"))} title="Sie sind nicht mehr angemeldet">
    <p>
      {expired ? "Nach 12 Stunden endet die Anmeldung. " : null}
      Es ist nichts gespeichert. Was Sie eingegeben haben, steht hier, solange die Seite offen ist.
    </p>
    <p>
      <a href={signInPath("unbekannt", unsent.address)} target="_blank" rel="opener">
        In einem neuen Tab anmelden
      </a>
      , danach hier noch einmal senden. Nur Sie selbst können es senden; meldet sich jemand anderes an, wird es nicht
      angenommen. Können Sie sich nicht mehr anmelden, kopieren Sie es heraus.
    </p>
    <Typed values={unsent.values} />
    <SendAgain unsent={unsent} label="Noch einmal senden" />
  </PlainPage>
);

/**
 * A form that came without an open session, from a browser without scripts. To a locked one it goes along with the lock page,
 * sealed for its account; where nobody is signed in any more it comes back as it was sent.
 */
export async function handBack(visit: PublicVisit, who: NotOpen, unsent: Unsent): Promise<Answer> {
  const person = who.stand === "gesperrt" ? await recognise(visit.cookie) : undefined;
  if (person?.stand !== "gesperrt") return <NotSignedIn unsent={unsent} expired={who.stand === "abgelaufen"} />;
  const { actor } = person;
  const sealed = await readAs(actor, (tx) => sealUnsent(tx, actor, unsent));
  return <LockPage person={person} weiter={unsent.address} unsent={sealed} />;
}
