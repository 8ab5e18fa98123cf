import type { Child } from "#jsx";
import { Actions, ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { Day } from "./day.tsx";
import { Entered } from "./entered.tsx";
import { EmptyState } from "./lists.tsx";
import { Table } from "./table.tsx";

/** Something that became of a record. `am` is ISO; `dazu`: what else was said, null where nothing was. */
export type HistoryStep = {
  readonly am: string;
  readonly was: string;
  readonly dazu: Child | null;
  /** It was a slip and was taken back; it stays readable. */
  readonly zurueckgenommen: boolean;
};

/** What became of a record step by step, slips struck out. `undo`: where the last step is taken back, if it can be. */
export const History = (props: {
  readonly caption: string;
  readonly steps: readonly HistoryStep[];
  readonly undo: string | undefined;
  readonly id?: string;
}) => (
  <Card title="Verlauf" {...(props.id === undefined ? {} : { id: props.id })}>
    <Table
      caption={props.caption}
      hideCaption
      rows={props.steps}
      columns={[
        { label: "Am", cell: ({ am }: HistoryStep) => <Day iso={am} /> },
        { label: "Was", cell: ({ was, zurueckgenommen }) => (zurueckgenommen ? <del>{was}</del> : was) },
        {
          label: "Dazu",
          whole: true,
          cell: ({ dazu, zurueckgenommen }) => (
            <>
              {zurueckgenommen ? "Versehen, zurück\u00adgenommen " : null}
              {dazu}
            </>
          ),
        },
      ]}
    />
    {props.undo === undefined ? null : (
      <Actions>
        <ButtonLink kind="tertiary" small href={props.undo}>
          Letzten Schritt zurücknehmen
        </ButtonLink>
      </Actions>
    )}
  </Card>
);

/** A field that says something else since a day (ISO); `von` is whoever wrote it. */
type Change = {
  readonly label: string;
  readonly alt: string;
  readonly neu: string;
  readonly am: string;
  readonly von: string;
};

/** What stood in fields before and since, by whom, the last change first. */
export const Changes = (props: {
  readonly caption: string;
  readonly empty: string;
  readonly rows: readonly Change[];
}) => (
  <Table
    caption={props.caption}
    hideCaption
    cards
    rows={props.rows}
    empty={<EmptyState>{props.empty}</EmptyState>}
    columns={[
      { label: "Angabe", cell: ({ label }: Change) => <Entered>{label}</Entered> },
      { label: "vorher", cell: ({ alt }: Change) => <Entered>{alt}</Entered> },
      { label: "seither", cell: ({ neu }: Change) => <Entered>{neu}</Entered> },
      { label: "am", cell: ({ am }: Change) => <Day iso={am} /> },
      { label: "von", cell: ({ von }: Change) => <Entered>{von}</Entered> },
    ]}
  />
);
