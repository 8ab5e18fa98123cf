import type { Visit } from "../../../platform/access.ts";
import type { Rejected } from "../../../platform/form.ts";
import {
  CardPage,
  Col,
  ConflictNotice,
  type FieldsOf,
  Form,
  Row,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { kommuneValues } from "../model/form-values.ts";
import type { KommuneEingabe } from "../model/stammdaten.ts";
import { belowList } from "./below.ts";
import { ACTIVE_CONFLICT, ActiveField } from "./active.tsx";

type Kommune = KommuneEingabe & { readonly ags: string; readonly version: number };

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
export function KommuneFields({ field }: { readonly field: FieldsOf }) {
  return (
    <>
      <Row>
        <Col span={8}>
          <TextField {...field("name")} label="Name" />
        </Col>
        <Col span={4}>
          <TextField
            {...field("plz")}
            label="Postleitzahl"
            hint="Nur wenn es genau eine gibt."
            optional
            inputmode="numeric"
          />
        </Col>
      </Row>
      <TextField {...field("jugendamt")} label="Zuständiges Jugendamt" optional />
      <TextField {...field("abh")} label="Zuständige Ausländerbehörde" optional />
      <TextField {...field("ebh")} label="Zuständige Einbürgerungsbehörde" optional />
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
  const record = { version: kommune.version, values: kommuneValues(kommune) };
  const field = fieldsOf(record.values, rejected);
  return (
    <CardPage {...belowList(visit, "Kommunen", LIST)} title={kommune.name} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={FIELDS} stored={self} />
      <Form action={self} record={record} rejected={rejected}>
        <p>Amtlicher Gemeindeschlüssel: {kommune.ags}</p>
        <KommuneFields field={field} />
        <ActiveField
          field={field}
          hint="Ohne Haken steht die Kommune nirgends mehr zur Auswahl. Was dort erfasst wurde, bleibt."
        />
        <Submit label="Speichern" cancel={LIST} />
      </Form>
    </CardPage>
  );
}
