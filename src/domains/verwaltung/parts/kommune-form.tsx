import type { Visit } from "../../../platform/access.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, Col, ConflictNotice, Form, Page, Row, Submit, TextField } from "../../../ui/index.ts";
import { kommuneValues } from "../model/form-values.ts";
import { ACTIVE_CONFLICT, ActiveField } from "./active.tsx";

type Kommune = {
  readonly ags: string;
  readonly name: string;
  readonly plz: string | null;
  readonly jugendamt: string | null;
  readonly ebh: string | null;
  readonly abh: string | null;
  readonly aktiv: boolean;
  readonly version: number;
};

const LIST = "/verwaltung/kommunen";

const FIELDS = [
  { name: "name", label: "Name" },
  { name: "plz", label: "Postleitzahl" },
  { name: "jugendamt", label: "Jugendamt" },
  { name: "abh", label: "Ausländerbehörde" },
  { name: "ebh", label: "Einbürgerungsbehörde" },
  ACTIVE_CONFLICT,
];

/** What is known of a Kommune, apart from its key. */
export function KommuneFields(props: { readonly kommune?: Kommune; readonly rejected: Rejected | undefined }) {
  const { kommune, rejected } = props;
  const field = (name: "jugendamt" | "abh" | "ebh", label: string) => (
    <TextField name={name} label={label} optional maxlength={100} value={kommune?.[name] ?? ""} rejected={rejected} />
  );
  return (
    <>
      <Row>
        <Col span={8}>
          <TextField name="name" label="Name" maxlength={100} value={kommune?.name} rejected={rejected} />
        </Col>
        <Col span={4}>
          <TextField
            name="plz"
            label="Postleitzahl"
            hint="Nur wenn es genau eine gibt."
            optional
            inputmode="numeric"
            maxlength={5}
            value={kommune?.plz ?? ""}
            rejected={rejected}
          />
        </Col>
      </Row>
      {field("jugendamt", "Zuständiges Jugendamt")}
      {field("abh", "Zuständige Ausländerbehörde")}
      {field("ebh", "Zuständige Einbürgerungsbehörde")}
    </>
  );
}

/** The page of one Kommune, which is also its form. */
export function KommuneEdit(props: {
  readonly visit: Visit;
  readonly kommune: Kommune;
  readonly rejected: Rejected | undefined;
}) {
  const { visit, kommune, rejected } = props;
  const self = `${LIST}/${kommune.ags}`;
  return (
    <Page
      frame={visit.frame}
      title={kommune.name}
      rejected={rejected}
      breadcrumb={[
        { label: "Verwaltung", href: "/verwaltung" },
        { label: "Kommunen", href: LIST },
      ]}
    >
      <Card>
        <ConflictNotice rejected={rejected} fields={FIELDS} stored={self} />
        <Form action={self} record={{ version: kommune.version, values: kommuneValues(kommune) }} rejected={rejected}>
          <p>Amtlicher Gemeindeschlüssel: {kommune.ags}</p>
          <KommuneFields kommune={kommune} rejected={rejected} />
          <ActiveField
            aktiv={kommune.aktiv}
            hint="Ohne Haken steht die Kommune nirgends mehr zur Auswahl. Was dort erfasst wurde, bleibt."
            rejected={rejected}
          />
          <Submit label="Speichern" cancel={LIST} />
        </Form>
      </Card>
    </Page>
  );
}
