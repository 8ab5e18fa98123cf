import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected, Values } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  ButtonLink,
  Card,
  CardPage,
  Col,
  ConflictNotice,
  DateField,
  EmptyState,
  Form,
  Page,
  Row,
  SelectField,
  Submit,
  Table,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { addUnterkunft, changeUnterkunft } from "../commands/set-unterkunft.ts";
import { UnterkunftEingabe } from "../model/zuweisung.ts";
import { UNTERKUENFTE, ortGetan } from "../parts/getan.ts";
import { type Unterkunft, unterkuenfte, unterkunftOf, unterkunftValues } from "../queries/unterkuenfte.ts";

const permission = "unterkunft.pflegen";
const BREADCRUMB = [{ label: "Unterkünfte", href: UNTERKUENFTE }];

export const list = page({
  path: UNTERKUENFTE,
  permission,
  notices: ortGetan,
  show: async ({ actor, frame }) => {
    const orte = await readAs(actor, unterkuenfte);
    return (
      <Page frame={frame} title="Unterkünfte" heading={false} wide>
        <Card
          title="Unterkünfte"
          level={1}
          {...(may(actor, permission)
            ? { action: <ButtonLink href={`${UNTERKUENFTE}/neu`}>Unterkunft eintragen</ButtonLink> }
            : {})}
        >
          <p class="hint">
            Wohin Menschen zugewiesen werden. Was hier steht, sieht der ganze Kreis: Schutzunterkünfte und private
            Wohnungen gehören nicht hierher.
          </p>
          <Table
            caption="Unterkünfte des Kreises"
            hideCaption
            rows={orte}
            href={({ id }) => `${UNTERKUENFTE}/${id}/bearbeiten`}
            empty={<EmptyState>Noch ist keine eingetragen. Mit Breite und Länge steht sie auf der Karte.</EmptyState>}
            columns={[
              { label: "Name", cell: ({ name }: Unterkunft) => name },
              { label: "Kommune", cell: ({ kommune }) => kommune },
              { label: "Anschrift", cell: ({ anschrift }) => anschrift ?? "–" },
              { label: "Auf der Karte", cell: ({ breite }) => (breite === null ? "nein" : "ja") },
              {
                label: "Geschlossen",
                cell: ({ geschlossenAb }) => (geschlossenAb === null ? "–" : `ab ${tagText(geschlossenAb)}`),
              },
            ]}
          />
        </Card>
      </Page>
    );
  },
});

type FelderProps = {
  readonly visit: Visit;
  readonly values: Values;
  readonly rejected: Rejected | undefined;
  readonly kept: readonly string[];
};

async function felder({ visit, values, rejected, kept }: FelderProps) {
  const towns = await readAs(visit.actor, (tx) => kommunen(tx));
  const field = fieldsOf(values, rejected);
  return (
    <>
      <TextField {...field("name")} label="Name" />
      <SelectField
        {...field("kommune")}
        label="Kommune"
        empty="Bitte wählen"
        options={offered(towns, kept).map(optionOf)}
      />
      <TextField
        {...field("anschrift")}
        label="Anschrift"
        hint="Wie die Listen sie nennen; daran erkennt KIM die Unterkunft."
        optional
      />
      <Row>
        <Col span={6}>
          <TextField {...field("breite")} label="Breite" hint="In Grad, zum Beispiel 50,79." optional />
        </Col>
        <Col span={6}>
          <TextField {...field("laenge")} label="Länge" hint="In Grad, zum Beispiel 7,20." optional />
        </Col>
      </Row>
      <DateField {...field("geschlossen_ab")} label="Geschlossen ab" optional />
    </>
  );
}

async function begun(visit: Visit, rejected?: Rejected) {
  return (
    <CardPage frame={visit.frame} title="Unterkunft eintragen" rejected={rejected} breadcrumb={BREADCRUMB}>
      <Form action={`${UNTERKUENFTE}/neu`} rejected={rejected}>
        {await felder({ visit, values: {}, rejected, kept: [] })}
        <Submit label="Eintragen" cancel={UNTERKUENFTE} />
      </Form>
    </CardPage>
  );
}

const FIELDS = [
  { name: "name", label: "Name" },
  { name: "anschrift", label: "Anschrift" },
  { name: "breite", label: "Breite" },
  { name: "laenge", label: "Länge" },
];

async function changed(visit: Visit, rejected?: Rejected) {
  const u = await readAs(visit.actor, (tx) => unterkunftOf(tx, idOf(visit)));
  const values = unterkunftValues(u);
  return (
    <CardPage frame={visit.frame} title="Unterkunft bearbeiten" rejected={rejected} breadcrumb={BREADCRUMB}>
      <ConflictNotice rejected={rejected} fields={FIELDS} stored={UNTERKUENFTE} />
      <Form action={`${UNTERKUENFTE}/${u.id}/bearbeiten`} record={{ version: u.version, values }} rejected={rejected}>
        {await felder({ visit, values, rejected, kept: [u.ags] })}
        <Submit label="Speichern" cancel={UNTERKUENFTE} />
      </Form>
    </CardPage>
  );
}

export const neu = formPage(
  `${UNTERKUENFTE}/neu`,
  permission,
  { form: begun, schema: UnterkunftEingabe },
  async (tx, { actor }, input) => {
    await addUnterkunft(tx, actor, input);
    return ortGetan.after(UNTERKUENFTE, "angelegt");
  },
);

export const edit = formPage(
  `${UNTERKUENFTE}/:id/bearbeiten`,
  permission,
  { form: changed, schema: UnterkunftEingabe },
  async (tx, { actor, at }, input) => {
    await changeUnterkunft(tx, actor, at, input);
    return ortGetan.after(UNTERKUENFTE, "gespeichert");
  },
);
