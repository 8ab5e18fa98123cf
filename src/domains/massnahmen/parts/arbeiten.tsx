import { today } from "../../../platform/clock.ts";
import type { Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Button,
  Card,
  Col,
  DateField,
  EmptyState,
  Entered,
  Form,
  Row,
  Status,
  Table,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import type { Arbeit } from "../model/massnahme.ts";
import { isEnde } from "../model/stand.ts";
import type { Eine } from "../queries/eine.ts";
import { KeinName } from "./felder.tsx";
import { ARBEIT, LIST } from "./getan.ts";

type Props = { readonly eine: Eine; readonly steuert: boolean; readonly rejected: Rejected | undefined };

/** What has to be done: who, until when, and what is done already. */
export function Arbeiten({ eine: { massnahme, arbeiten }, steuert, rejected }: Props) {
  const can = steuert && !isEnde(massnahme.stand);
  const field = fieldsOf(undefined, rejected);
  return (
    <Card title="Arbeitsschritte" id="arbeitsschritte">
      <Table
        caption="Was zu tun ist"
        hideCaption
        cards
        rows={arbeiten}
        empty={<EmptyState>Noch steht hier nicht, was zu tun ist.</EmptyState>}
        columns={[
          { label: "Was", cell: ({ was }) => <Entered>{was}</Entered> },
          { label: "Wer", cell: ({ wer }) => (wer === null ? "–" : <Entered>{wer}</Entered>) },
          { label: "Bis", cell: ({ bis }) => (bis === null ? "–" : tagText(bis)) },
          { label: "Stand", cell: (one) => <StandVon arbeit={one} /> },
          ...(can ? [{ label: "Ändern", cell: (one: Arbeit) => <Knoepfe arbeit={one} /> }] : []),
        ]}
      />
      {can ? (
        <Form action={`${LIST}/${massnahme.id}/arbeit`} rejected={rejected}>
          <Row>
            <Col span={6}>
              <TextField {...field("was")} label="Was ist noch zu tun?" />
            </Col>
            <Col span={3}>
              <TextField {...field("wer")} label="Wer? Stelle oder Funktion" optional />
            </Col>
            <Col span={3}>
              <DateField {...field("bis")} label="Bis wann?" optional />
            </Col>
          </Row>
          <KeinName field={field} rejected={rejected} />
          <Actions>
            <Button kind="secondary" small>
              Eintragen
            </Button>
          </Actions>
        </Form>
      ) : null}
    </Card>
  );
}

function StandVon({ arbeit: { bis, erledigtAm } }: { readonly arbeit: Arbeit }) {
  if (erledigtAm !== null) return <Status kind="success">erledigt am {tagText(erledigtAm)}</Status>;
  return bis !== null && bis < today() ? <Status kind="warning">überfällig</Status> : <>offen</>;
}

function Knoepfe({ arbeit: { id, was, erledigtAm } }: { readonly arbeit: Arbeit }) {
  const which = <span class="kern-sr-only">: {was}</span>;
  return (
    <Actions>
      <Form action={`${ARBEIT}/${id}/${erledigtAm === null ? "erledigt" : "offen"}`}>
        <Button kind="secondary" small>
          {erledigtAm === null ? "Erledigt" : "Doch offen"}
          {which}
        </Button>
      </Form>
      <Form action={`${ARBEIT}/${id}/entfernen`}>
        <Button kind="tertiary" small>
          Entfernen
          {which}
        </Button>
      </Form>
    </Actions>
  );
}
