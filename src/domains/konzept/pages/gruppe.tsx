import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Button,
  Card,
  Checkbox,
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
import { addMitglied, removeMitglied } from "../commands/mitglied.ts";
import { MitgliedEingabe, Person } from "../model/eingabe.ts";
import type { Konzept } from "../model/konzept.ts";
import { belowKonzept } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { type Mitglied, gruppeOf } from "../queries/gruppe.ts";
import { konzeptOf } from "../queries/konzepte.ts";
import { KeinName } from "../parts/kein-name.tsx";

const PATH = `${LIST}/:id/gruppe`;

async function form(visit: Visit, rejected?: Rejected) {
  const { konzept, gruppe } = await readAs(visit.actor, async (tx) => {
    const found = await konzeptOf(tx, visit.actor, idOf(visit));
    return { konzept: found, gruppe: await gruppeOf(tx, visit.actor, found.id) };
  });
  return (
    <Page {...belowKonzept(visit, konzept)} title="Konzeptarbeitsgruppe" rejected={rejected} extra>
      <Card title="Wer mitarbeitet">
        <p class="hint">
          Die KIM-Koordination leitet die Gruppe und schreibt mit. Namen sehen Sie von Menschen Ihres Trägers, von
          anderen, für wen sie mitarbeiten.
        </p>
        <Table
          caption="Gruppe"
          hideCaption
          cards
          rows={gruppe}
          empty={<EmptyState>Noch ist niemand aufgenommen.</EmptyState>}
          columns={[
            {
              label: "Wer",
              cell: ({ name, fuer }) => <Entered>{name === undefined ? fuer : `${name} (${fuer})`}</Entered>,
            },
            { label: "Darf", cell: ({ schreibt }) => (schreibt ? "schreiben" : "kommentieren und vorschlagen") },
            { label: "seit", cell: ({ seit }) => <Day iso={seit} /> },
            ...(konzept.steuert
              ? [{ label: "Herausnehmen", cell: (m: Mitglied) => <Heraus konzept={konzept} mitglied={m} /> }]
              : []),
          ]}
        />
      </Card>
      {konzept.steuert ? <Aufnehmen konzept={konzept} rejected={rejected} /> : null}
    </Page>
  );
}

type HerausProps = { readonly konzept: Konzept; readonly mitglied: Mitglied };

const Heraus = ({ konzept, mitglied }: HerausProps) => (
  <Form action={`${LIST}/${konzept.id}/gruppe/heraus`} label={`${mitglied.name ?? mitglied.fuer} herausnehmen`}>
    <HiddenField name="konto" value={mitglied.kontoId} />
    <Button kind="tertiary" small>
      Herausnehmen
    </Button>
  </Form>
);

function Aufnehmen({ konzept, rejected }: { readonly konzept: Konzept; readonly rejected: Rejected | undefined }) {
  const field = fieldsOf({ schreibt: ["ja"] }, rejected);
  return (
    <Card title="Jemanden aufnehmen">
      <Form action={`${LIST}/${konzept.id}/gruppe`} rejected={rejected}>
        <TextField
          {...field("email")}
          label="E-Mail-Adresse"
          type="email"
          hint="Mit der sich die Person bei KIM anmeldet, gleich bei welchem Träger."
        />
        <TextField
          {...field("fuer")}
          label="Für wen?"
          hint="Amt, Träger oder Aufgabe, zum Beispiel „Jugendamt Lohmar“."
        />
        <Checkbox {...field("schreibt")} value="ja" label="Schreibt mit" />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Aufnehmen" cancel={`${LIST}/${konzept.id}`} />
      </Form>
    </Card>
  );
}

export const show = page({ path: PATH, permission: "konzept.lesen", notices: getan, show: (visit) => form(visit) });

export const save = change(
  PATH,
  "konzept.steuern",
  { schema: MitgliedEingabe, again: form },
  async (tx, { actor, at }, input) => {
    await addMitglied(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}/gruppe`, "aufgenommen");
  },
);

export const saveRemove = change(
  `${PATH}/heraus`,
  "konzept.steuern",
  { schema: Person, again: form },
  async (tx, { actor, at }, { konto }) => {
    await removeMitglied(tx, actor, at, konto);
    return getan.after(`${LIST}/${at.id}/gruppe`, "ausgeschieden");
  },
);
