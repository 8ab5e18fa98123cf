import type { Child } from "#jsx";
import type { Visit } from "../../../platform/access.ts";
import { ButtonLink, Card, type Column, Page, Table } from "../../../ui/index.ts";
import { Active } from "./active.tsx";

type Props<R> = {
  readonly visit: Visit;
  readonly title: string;
  /** Address of the list; an entry stands below it. */
  readonly list: string;
  /** What adds an entry. */
  readonly add: string;
  /** How many there are, with their noun. */
  readonly count: string;
  readonly rows: readonly R[];
  readonly idOf: (row: R) => string;
  readonly columns: readonly Column<R>[];
  readonly empty?: Child;
  /** Above the list: what it is for, or what narrows it. */
  readonly children?: Child;
};

/** One of the lists of what a Kreis has: each entry leads to its form, whether it is still offered stands last. */
export function Verzeichnis<R extends { readonly aktiv: boolean }>(props: Props<R>) {
  const { visit, title, list, rows, idOf } = props;
  return (
    <Page frame={visit.frame} title={title} breadcrumb={[{ label: "Verwaltung", href: "/verwaltung" }]} wide>
      {props.children}
      <Card title={props.count} action={<ButtonLink href={`${list}/neu`}>{props.add}</ButtonLink>}>
        <Table
          caption={title}
          hideCaption
          rows={rows}
          href={(row) => `${list}/${idOf(row)}`}
          empty={props.empty}
          columns={[...props.columns, { label: "Stand", cell: (row) => <Active aktiv={row.aktiv} /> }]}
        />
      </Card>
    </Page>
  );
}
