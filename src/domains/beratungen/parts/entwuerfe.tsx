import { z } from "zod";
import { Redirect } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { dayOf } from "../../../platform/clock.ts";
import { deleteDraft } from "../../../platform/drafts.ts";
import { tagText } from "../../../platform/span.ts";
import { Alert, Button, Form, HiddenField } from "../../../ui/index.ts";
import { uhrzeit } from "../model/texte.ts";

/** Throws a draft of the form at `path` away. */
export const discardDraft = (path: string) =>
  change({
    path: `${path}/verwerfen`,
    permission: "beratung.schreiben",
    schema: z.object({ entwurf: z.uuid() }),
    save: async (tx, { actor }, { entwurf }) => {
      await deleteDraft(tx, actor, entwurf);
      return path;
    },
    again: () => new Redirect(path),
  });

export type Angefangen = { readonly id: string; readonly geaendert: Date };

const wann = (at: Date, heute: string): string =>
  dayOf(at) === heute ? `um ${uhrzeit(at)}` : `am ${tagText(dayOf(at))} um ${uhrzeit(at)}`;

/** What was begun on this page and not saved, each to go on with or to throw away. */
export function Entwuerfe(props: {
  readonly entwuerfe: readonly Angefangen[];
  readonly heute: string;
  readonly path: string;
}) {
  if (props.entwuerfe.length === 0) return null;
  return (
    <Alert kind="info" title="Angefangen und noch nicht gespeichert">
      <ul class="drafts">
        {props.entwuerfe.map((e) => (
          <li>
            <span>Angefangen {wann(e.geaendert, props.heute)}</span>
            <a href={`${props.path}?entwurf=${e.id}`}>Weiterschreiben</a>
            <Form action={`${props.path}/verwerfen`}>
              <HiddenField name="entwurf" value={e.id} />
              <Button kind="tertiary" small>
                Verwerfen
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** Says that what stands in the form is a draft, where it is one. */
export function Fortgesetzt(props: { readonly continued: Date | undefined; readonly heute: string }) {
  if (props.continued === undefined) return null;
  return (
    <Alert kind="info">
      Noch nicht gespeichert: So weit waren Sie {wann(props.continued, props.heute)}. Prüfen Sie es und speichern Sie.
    </Alert>
  );
}
