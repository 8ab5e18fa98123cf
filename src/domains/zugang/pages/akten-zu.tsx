import type { Answer, Route, Visit } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected, Values } from "../../../platform/form.ts";
import { ButtonLink, CardPage, Page, TextArea } from "../../../ui/index.ts";
import { opensFiles } from "../model/rollen.ts";
import { Closed } from "../parts/erneuerungen.tsx";
import { eigeneErneuerungen } from "../queries/erneuerungen.ts";

/**
 * What whoever's files are closed sees instead of a page behind which files lie, at its own address: why, what to do, and who
 * can confirm. What a form brought is shown to be copied; none of it was saved.
 */
export function filesClosed(visit: Visit, route: Route, typed: Values): Answer | Promise<Answer> | undefined {
  // What is half typed is refused by the address that it is kept at, in a sentence for the page that it is typed on.
  if (route.path.startsWith("/entwurf/")) return undefined;
  if (route.permission === "oeffentlich" || !opensFiles(route.permission)) return undefined;
  return route.method === "GET" ? closedPage(visit) : <NothingSaved visit={visit} typed={typed} />;
}

const TITLE = "Ihre Akten sind noch geschlossen";

/** The same with a proof that was not right. */
export async function closedPage(visit: Visit, rejected?: Rejected) {
  const eigene = await readAs(visit.actor, (tx) => eigeneErneuerungen(tx, visit.actor));
  return (
    <Page frame={visit.frame} title={TITLE} rejected={rejected}>
      <Closed eigene={eigene} rejected={rejected} />
    </Page>
  );
}

function NothingSaved({ visit, typed }: { readonly visit: Visit; readonly typed: Values }) {
  const text = Object.entries(typed).flatMap(([name, values]) => (name.startsWith("_") ? [] : values));
  const words = text.filter((value) => /\s/.test(value)).join("\n\n");
  return (
    <CardPage frame={visit.frame} title={TITLE}>
      <p>Ihre Akten sind noch geschlossen. Gespeichert wurde nichts.</p>
      {words === "" ? null : (
        <TextArea name="getippt" label="Das hatten Sie geschrieben, zum Kopieren" value={words} rows={8} />
      )}
      <ButtonLink href="/konto/erneuerung">Warum, und wie sie sich öffnen</ButtonLink>
    </CardPage>
  );
}
