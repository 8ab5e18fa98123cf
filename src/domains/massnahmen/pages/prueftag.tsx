import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, Button, CardPage, Entered, Form, Submit, TextArea, fieldsOf } from "../../../ui/index.ts";
import { finishPrueftag, removePrueftag } from "../commands/set-prueftag.ts";
import { BefundEingabe } from "../model/massnahme.ts";
import { below } from "../parts/below.ts";
import { KeinName } from "../parts/felder.tsx";
import { LIST, PRUEFTAG, getan } from "../parts/getan.ts";
import { massnahmeOf, prueftagOf } from "../queries/massnahmen.ts";

const permission = "massnahme.steuern";

async function form(visit: Visit, rejected?: Rejected) {
  const { tag, m } = await readAs(visit.actor, async (tx) => {
    const tag = await prueftagOf(tx, idOf(visit));
    return { tag, m: await massnahmeOf(tx, tag.massnahmeId) };
  });
  const self = `${PRUEFTAG}/${tag.id}`;
  const field = fieldsOf(undefined, rejected);
  return (
    <CardPage {...below(visit, m.id)} title={`Nachsehen zum ${tagText(tag.am)}`} rejected={rejected}>
      <p>
        <Entered>{m.titel}</Entered>
      </p>
      {tag.befund === null ? (
        <>
          <Form action={self} rejected={rejected}>
            <TextArea
              spellcheck
              {...field("befund")}
              label="Was sehen Sie?"
              hint="Wie weit ist es, was fehlt, was kommt als Nächstes? Ohne Personen."
              rows={4}
            />
            <KeinName field={field} rejected={rejected} />
            <Submit label="Eintragen" cancel={`${LIST}/${m.id}`} />
          </Form>
          <Form action={`${self}/entfernen`}>
            <Actions>
              <Button kind="tertiary" small>
                Prüftag entfernen
              </Button>
            </Actions>
          </Form>
        </>
      ) : (
        <p>
          <Entered class="text">{tag.befund}</Entered>
        </p>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${PRUEFTAG}/:id`,
  permission,
  { form, schema: BefundEingabe },
  async (tx, visit, input) =>
    getan.after(`${LIST}/${await finishPrueftag(tx, visit.actor, idOf(visit), input)}`, "angesehen"),
);

export const saveWeg = change(
  `${PRUEFTAG}/:id/entfernen`,
  permission,
  { schema: NOTHING, again: form },
  async (tx, visit) => getan.after(`${LIST}/${await removePrueftag(tx, visit.actor, idOf(visit))}`, "entfernt"),
);
