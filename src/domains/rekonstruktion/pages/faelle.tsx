import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { NotFound } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Button, Card, EmptyState, Form, HiddenField, Page, SelectField, Submit, fieldsOf } from "../../../ui/index.ts";
import { PHASEN, aktenzeichen, faelleOhneNamen } from "../../faelle/index.ts";
import { addFall, removeFall } from "../commands/set-fall.ts";
import { AnteilHeraus, FallEingabe } from "../model/eingabe.ts";
import { belowEine } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { eigeneFaelle } from "../queries/faelle.ts";
import { sharedBy } from "../queries/rekonstruktionen.ts";

const PATH = `${LIST}/:id/faelle`;
const permission = "fall.lesen";

async function lies({ actor }: Visit, id: string) {
  return readAs(actor, async (tx) => {
    const r = await sharedBy(tx, actor, id);
    if (!r.dabei) throw new NotFound();
    return { r, alle: await faelleOhneNamen(tx), dabei: await eigeneFaelle(tx, r.id) };
  });
}

/** One's own cases that go in: seen here by whoever keeps them, and by nobody else. */
async function form(visit: Visit, rejected?: Rejected) {
  const { r, alle, dabei } = await lies(visit, idOf(visit));
  const self = `${LIST}/${r.id}/faelle`;
  const field = fieldsOf({}, rejected);
  const frei = alle.filter(({ id }) => !dabei.some(({ fallId }) => fallId === id));
  const nummerOf = (fallId: string) => {
    const fall = alle.find(({ id }) => id === fallId);
    return fall === undefined ? "" : aktenzeichen(fall);
  };
  return (
    <Page {...belowEine(visit, r.id)} title="Eigene Fälle" rejected={rejected}>
      <Card title="Fall dazunehmen">
        <p class="hint">
          Ohne Namen, damit andere mit auf den Bildschirm sehen können. Die Gruppe sieht nur, dass ein Fall mehr dabei
          ist. Was schon geschrieben ist, wird vorher auf Namen aus Ihrem Fall geprüft.
        </p>
        {frei.length === 0 || r.stand === "abgeschlossen" ? (
          <EmptyState>
            {r.stand === "abgeschlossen"
              ? "Die Fallrekonstruktion ist abgeschlossen."
              : "Sie führen keinen Fall, der nicht schon dabei ist."}
          </EmptyState>
        ) : (
          <Form action={self} rejected={rejected}>
            <SelectField
              {...field("fall")}
              label="Welcher Fall?"
              empty="Bitte wählen"
              options={frei.map((fall) => ({
                value: fall.id,
                label: `${aktenzeichen(fall)} (${PHASEN[fall.phase]})`,
              }))}
            />
            <Submit label="Dazunehmen" cancel={`${LIST}/${r.id}`} />
          </Form>
        )}
      </Card>
      {dabei.length === 0 ? null : (
        <Card title="Dabei">
          <ul class="plain-list">
            {dabei.map(({ anteilId, fallId }) => (
              <li>
                Fall {nummerOf(fallId)}
                <Form action={`${self}/heraus`}>
                  <HiddenField name="anteil" value={anteilId} />
                  <Button kind="tertiary" small>
                    Herausnehmen<span class="kern-sr-only">: Fall {nummerOf(fallId)}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

export const show = page({ path: PATH, permission, notices: getan, show: (visit) => form(visit) });

export const save = change(
  PATH,
  permission,
  { schema: FallEingabe, again: form },
  async (tx, { actor, at }, { fall }) => {
    await addFall(tx, actor, at.id, fall);
    return getan.after(`${LIST}/${at.id}/faelle`, "fall");
  },
);

export const saveRemove = change(
  `${PATH}/heraus`,
  permission,
  { schema: AnteilHeraus, again: form },
  async (tx, { actor, at }, { anteil }) => {
    await removeFall(tx, actor, at.id, anteil);
    return getan.after(`${LIST}/${at.id}/faelle`, "fall_heraus");
  },
);
