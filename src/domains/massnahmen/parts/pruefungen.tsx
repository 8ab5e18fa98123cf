import { today } from "../../../platform/clock.ts";
import type { Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DateField,
  EmptyState,
  Entered,
  Form,
  Status,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { isEnde } from "../model/stand.ts";
import type { Prueftag } from "../model/massnahme.ts";
import type { Eine } from "../queries/eine.ts";
import { LIST, PRUEFTAG } from "./getan.ts";

type Props = { readonly eine: Eine; readonly steuert: boolean; readonly rejected: Rejected | undefined };

/** When somebody looks how far it is, and what was seen. */
export function Pruefungen({ eine: { massnahme, prueftage }, steuert, rejected }: Props) {
  const can = steuert && !isEnde(massnahme.stand);
  const action = ({ id, am, erledigtAm }: Prueftag) =>
    erledigtAm === null ? (
      <ButtonLink kind={am <= today() ? "secondary" : "tertiary"} small href={`${PRUEFTAG}/${id}`}>
        Nachsehen<span class="kern-sr-only"> zum {tagText(am)}</span>
      </ButtonLink>
    ) : null;
  return (
    <Card title="Prüftage" id="prueftage">
      <Table
        caption="Prüftage"
        hideCaption
        cards
        rows={prueftage}
        empty={<EmptyState>Noch ist kein Tag eingetragen, an dem jemand nachsieht.</EmptyState>}
        columns={[
          { label: "Am", cell: ({ am }) => tagText(am) },
          { label: "Stand", cell: standVon },
          {
            label: "Was zu sehen war",
            whole: true,
            cell: ({ befund }) => (befund === null ? "" : <Entered>{befund}</Entered>),
          },
          ...(steuert ? [{ label: "Nachsehen", cell: action }] : []),
        ]}
      />
      {can ? (
        <Form action={`${LIST}/${massnahme.id}/prueftag`} rejected={rejected}>
          <DateField {...fieldsOf(undefined, rejected)("am")} label="Wann wieder nachsehen?" />
          <Actions>
            <Button kind="secondary" small>
              Prüftag eintragen
            </Button>
          </Actions>
        </Form>
      ) : null}
    </Card>
  );
}

function standVon({ am, erledigtAm }: Prueftag) {
  if (erledigtAm !== null) return <Status kind="success">angesehen am {tagText(erledigtAm)}</Status>;
  return am <= today() ? <Status kind="warning">fällig</Status> : "geplant";
}
