import { today } from "../../../platform/clock.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, Card, EmptyState, Entered, Status, Table } from "../../../ui/index.ts";
import { type Frist, dringlich, wieWeit } from "../../fristen/index.ts";

type Props = {
  readonly fallId: string;
  readonly fristen: readonly Omit<Frist, "person">[];
  readonly schreibt: boolean;
};

/** What has to be looked at by a day in this case, by hand and out of its data. */
export function Fristen({ fallId, fristen, schreibt }: Props) {
  const heute = today();
  const action = (
    <ButtonLink kind="secondary" small href={`/fristen/neu?fall=${fallId}`}>
      Frist setzen
    </ButtonLink>
  );
  return (
    <Card title="Fristen" {...(schreibt ? { action } : {})}>
      <Table
        caption="Offene Fristen, die nächste zuerst"
        hideCaption
        rows={fristen}
        href={({ id }) => `/fristen/${id}`}
        empty={<EmptyState>Keine Frist ist offen.</EmptyState>}
        columns={[
          { label: "Worum es geht", cell: ({ titel }) => <Entered>{titel}</Entered> },
          {
            label: "Bis",
            cell: ({ am, ab }) => (
              <Status kind={dringlich(am, ab, heute)}>
                {tagText(am)} · {wieWeit(am, heute)}
              </Status>
            ),
          },
        ]}
      />
    </Card>
  );
}
