import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Button,
  Card,
  Day,
  EmptyState,
  Entered,
  Form,
  HiddenField,
  Page,
  Submit,
  Table,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { addMitglied, removeMitglied } from "../commands/set-mitglied.ts";
import { Heraus, MitgliedEingabe } from "../model/eingabe.ts";
import type { Mitglied } from "../model/rekonstruktion.ts";
import { belowEine } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { mitgliedText } from "../model/worte.ts";
import { KeinName } from "../parts/worte.tsx";
import { mitglieder } from "../queries/mitglieder.ts";
import { ledBy } from "../queries/rekonstruktionen.ts";

const PATH = `${LIST}/:id/gruppe`;
const permission = "rekonstruktion.leiten";

async function form(visit: Visit, rejected?: Rejected) {
  const { r, gruppe } = await readAs(visit.actor, async (tx) => {
    const found = await ledBy(tx, visit.actor, idOf(visit));
    return { r: found, gruppe: await mitglieder(tx, found.id) };
  });
  const self = `${LIST}/${r.id}/gruppe`;
  const open = r.stand !== "abgeschlossen";
  const field = fieldsOf({}, rejected);
  return (
    <Page {...belowEine(visit, r.id)} title="Gruppe" rejected={rejected} extra>
      <Card title="Wer am Tisch sitzt">
        <p class="hint">Stellen und Funktionen, keine Namen, und nie, um wen es geht.</p>
        <Table
          caption="Gruppe"
          hideCaption
          cards
          rows={gruppe}
          empty={<EmptyState>Noch sitzt niemand am Tisch.</EmptyState>}
          columns={[
            { label: "Stelle", cell: (m) => <Entered>{mitgliedText(m)}</Entered> },
            { label: "Schreibt mit", cell: ({ kontoId }) => (kontoId === null ? "nein" : "ja") },
            { label: "seit", cell: ({ seit }) => <Day iso={seit} /> },
            ...(open ? [{ label: "Ändern", cell: (m: Mitglied) => <Herausnehmen self={self} mitglied={m} /> }] : []),
          ]}
        />
      </Card>
      {open ? (
        <Card title="Jemanden aufnehmen">
          <Form action={self} rejected={rejected}>
            <TextField
              {...field("organisation")}
              label="Stelle"
              hint="Zum Beispiel „Jobcenter“ oder „Case Management“."
            />
            <TextField
              {...field("funktion")}
              label="Funktion"
              hint="Zum Beispiel „Leistungssachbearbeitung“."
              optional
            />
            <TextField
              {...field("email")}
              label="E-Mail-Adresse bei KIM"
              type="email"
              hint="Nur wer mitschreibt oder einen eigenen Fall dazunimmt. Sie steht danach nirgends."
              optional
            />
            <KeinName field={field} rejected={rejected} />
            <Submit label="Aufnehmen" cancel={`${LIST}/${r.id}`} />
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}

const Herausnehmen = ({ self, mitglied }: { readonly self: string; readonly mitglied: Mitglied }) => (
  <Form action={`${self}/heraus`} label={`${mitgliedText(mitglied)} herausnehmen`}>
    <HiddenField name="mitglied" value={mitglied.id} />
    <Button kind="tertiary" small>
      Herausnehmen
    </Button>
  </Form>
);

export const show = page({ path: PATH, permission, notices: getan, show: (visit) => form(visit) });

export const save = change(
  PATH,
  permission,
  { schema: MitgliedEingabe, again: form },
  async (tx, { actor, at }, input) => {
    await addMitglied(tx, actor, at.id, input);
    return getan.after(`${LIST}/${at.id}/gruppe`, "aufgenommen");
  },
);

export const saveRemove = change(
  `${PATH}/heraus`,
  permission,
  { schema: Heraus, again: form },
  async (tx, { actor, at }, { mitglied }) => {
    await removeMitglied(tx, actor, at.id, mitglied);
    return getan.after(`${LIST}/${at.id}/gruppe`, "ausgeschieden");
  },
);
