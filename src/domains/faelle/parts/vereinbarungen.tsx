import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  type Column,
  Details,
  EmptyState,
  Entered,
  Form,
  Table,
} from "../../../ui/index.ts";
import { STAND, type Vereinbarung } from "../model/vereinbarung.ts";
import { LIST } from "./getan.ts";

type Props = {
  readonly fallId: string;
  readonly punkte: readonly Vereinbarung[];
  readonly schreibt: boolean;
};

const WAS: readonly Column<Vereinbarung>[] = [
  { label: "Wer", cell: ({ wer }) => <Entered>{wer}</Entered> },
  { label: "Was", whole: true, cell: ({ was }) => <Entered>{was}</Entered> },
];

/** What is to be done in a case: who, what, by when; each is ticked off where it stands, and opened again below. */
export function OffenePunkte({ fallId, punkte, schreibt }: Props) {
  const self = `${LIST}/${fallId}`;
  const offen = punkte.filter(({ stand }) => stand === "offen");
  const abgehakt = punkte.filter(({ stand }) => stand !== "offen");
  const action = (
    <Actions>
      <ButtonLink kind="tertiary" small href={`/fallbesprechungen/neu?fall=${fallId}`}>
        Fallbesprechung
      </ButtonLink>
      <ButtonLink kind="secondary" small href={`${self}/vereinbaren`}>
        Punkt hinzufügen
      </ButtonLink>
    </Actions>
  );
  return (
    <Card title="Offene Punkte" {...(schreibt ? { action } : {})}>
      <Table
        caption="Was zu tun ist, das Nächste zuerst"
        hideCaption
        cards
        rows={offen}
        empty={<EmptyState>Nichts ist verabredet, was noch offen wäre.</EmptyState>}
        columns={[
          { label: "Bis", cell: ({ bis }) => (bis === null ? "ohne Tag" : tagText(bis)) },
          ...WAS,
          {
            label: "Erledigt",
            whole: true,
            cell: (punkt) => (schreibt ? <Erledigen fallId={fallId} punkt={punkt} /> : null),
          },
        ]}
      />
      {abgehakt.length === 0 ? null : (
        <Details summary={`Zuletzt abgehakt: ${String(abgehakt.length)}`}>
          <Table
            caption="Was in den letzten 30 Tagen erledigt wurde oder entfiel"
            hideCaption
            cards
            rows={abgehakt}
            columns={[
              { label: "Seit", cell: ({ standAm, stand }) => `${STAND[stand]} am ${tagText(standAm)}` },
              ...WAS,
              {
                label: "Doch noch offen",
                whole: true,
                cell: ({ id }) => (schreibt ? <WiederOeffnen action={`${self}/punkte/${id}/offen`} /> : null),
              },
            ]}
          />
        </Details>
      )}
    </Card>
  );
}

const WiederOeffnen = ({ action }: { readonly action: string }) => (
  <Form action={action}>
    <Actions>
      <Button kind="tertiary" small>
        Wieder öffnen
      </Button>
    </Actions>
  </Form>
);

function Erledigen({ fallId, punkt }: { readonly fallId: string; readonly punkt: Vereinbarung }) {
  const path = `${LIST}/${fallId}/punkte/${punkt.id}`;
  return (
    <Form action={`${path}/erledigt`}>
      <Actions>
        <Button kind="secondary" small>
          Erledigt
        </Button>
        <Button kind="tertiary" small formaction={`${path}/entfallen`}>
          Entfällt
        </Button>
        <ButtonLink kind="tertiary" small href={`${path}/plan`}>
          In den Hilfeplan
        </ButtonLink>
      </Actions>
    </Form>
  );
}
