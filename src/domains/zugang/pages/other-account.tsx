import { type Answer, PageAs, type PublicVisit } from "../../../platform/access.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { isId } from "../../../platform/ids.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { Actions, Button, ButtonLink, Entered, Form, PlainPage } from "../../../ui/index.ts";
import { kontoNames } from "../queries/kontodaten.ts";

type Names = { readonly owner: string; readonly signedIn: string };

/** Refuses what was shown to somebody else. It shows nothing of what was typed: that is for its owner alone. */
export async function otherAccount(visit: PublicVisit, actor: Actor, shownTo: string): Promise<Answer> {
  const ids = [actor.kontoId, ...(isId(shownTo) ? [shownTo] : [])];
  const names = await readAs(systemActor(actor.kreis), (tx) => kontoNames(tx, actor.kreis, ids));
  const owner = names.get(shownTo) ?? "einer anderen Person";
  const page = (
    <Other visit={visit} konto={actor.kontoId} names={{ owner, signedIn: names.get(actor.kontoId) ?? "" }} />
  );
  return new PageAs(page, { status: 409 });
}

function Other(props: { readonly visit: PublicVisit; readonly konto: string; readonly names: Names }) {
  const { owner, signedIn } = props.names;
  return (
    <PlainPage frame={{ ...publicFrame(props.visit.url.pathname), konto: props.konto }} title="Anderes Konto">
      <p>
        Diese Seite gehört zu <Entered>{owner}</Entered>. Angemeldet ist jetzt <Entered>{signedIn}</Entered>. Es ist
        nichts gespeichert.
      </p>
      <p>
        Was <Entered>{owner}</Entered> hier eingegeben hat, sieht nur <Entered>{owner}</Entered>: Die Seite zeigt es
        wieder, sobald <Entered>{owner}</Entered> angemeldet ist.
        <noscript> Laden Sie dann diese Seite neu; der Browser sendet die Eingabe noch einmal.</noscript>
      </p>
      <Actions>
        <ButtonLink href="/">Weiter als {signedIn}</ButtonLink>
        <Form action="/abmelden" native>
          <Button kind="tertiary">{signedIn} abmelden</Button>
        </Form>
      </Actions>
    </PlainPage>
  );
}
