import { type Child, useContext } from "#jsx";
import { Carry } from "./form.tsx";
import { EmptyState } from "./lists.tsx";
import { Details } from "./ways.tsx";

export type Column<Row> = {
  readonly label: string;
  readonly cell: (row: Row) => Child;
  /** Figures stand right, with tabular numerals. */
  readonly figure?: boolean | undefined;
  /** On a phone, where a row is a card, it needs a line of its own. */
  readonly whole?: boolean | undefined;
  /** This column names the row: it becomes the row's header and carries its link. Default: the first. */
  readonly names?: boolean | undefined;
  readonly sort?: { readonly href: string; readonly direction?: "ascending" | "descending" | undefined } | undefined;
};

type TableProps<Row> = {
  readonly caption: string;
  readonly hideCaption?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Where a click on the row leads. */
  readonly href?: ((row: Row) => string) | undefined;
  /** Shown instead of an empty table: what to do next. */
  readonly empty?: Child;
  readonly id?: string | undefined;
  /** So many rows stand open, of a table that may have very many; the others are told and behind a line. */
  readonly first?: number | undefined;
  /** On a phone a card a row, though the row leads nowhere; a list whose rows do is one by itself. */
  readonly cards?: boolean | undefined;
  /** The first nine rows open with the keys 1 to 9: for what was searched for. Say so in the `keys` of the page. */
  readonly keyed?: boolean | undefined;
  /** On a phone one block a row instead of scrolling: for tables to type into. */
  readonly stack?: boolean | undefined;
};

function Head<Row>(props: { readonly column: Column<Row> }) {
  const { column } = props;
  const arrow = column.sort?.direction === "ascending" ? " ↑" : column.sort?.direction === "descending" ? " ↓" : "";
  return (
    <th scope="col" class={column.figure === true ? "num" : undefined} aria-sort={column.sort?.direction}>
      {column.sort === undefined ? (
        column.label
      ) : (
        <a href={column.sort.href}>
          {column.label}
          <span aria-hidden="true">{arrow}</span>
        </a>
      )}
    </th>
  );
}

/** More rows have no key of their own. */
const KEYED = 9;

function Body<Row>(props: { readonly table: TableProps<Row>; readonly row: Row; readonly at: number }) {
  const { table, row } = props;
  const carry = useContext(Carry);
  const key = table.keyed === true && props.at < KEYED ? String(props.at + 1) : undefined;
  const naming = Math.max(
    0,
    table.columns.findIndex((c) => c.names === true),
  );
  return (
    <tr>
      {table.columns.map((c, i) => {
        const style = c.figure === true ? "num" : c.whole === true ? "whole" : undefined;
        const label = table.stack === true || isCards(table) ? c.label : undefined;
        if (i !== naming) {
          return (
            <td class={style} data-label={label}>
              {c.cell(row)}
            </td>
          );
        }
        return (
          <th scope="row" class={style}>
            {table.href === undefined ? (
              c.cell(row)
            ) : (
              <a class="rowlink" href={carry(table.href(row))} data-kuerzel={key} aria-keyshortcuts={key}>
                {c.cell(row)}
              </a>
            )}
          </th>
        );
      })}
    </tr>
  );
}

/** So few columns fit a phone side by side. */
const NARROW = 3;

/** A list to choose from is a card a row on a phone: nothing of it is out of sight. */
const isCards = <Row,>({ href, columns, cards = href !== undefined }: TableProps<Row>): boolean =>
  cards && columns.length > NARROW;

function Long<Row>({ first, ...table }: TableProps<Row> & { readonly first: number }) {
  return (
    <>
      <Table {...table} rows={table.rows.slice(0, first)} />
      <Details summary={`${table.rows.length - first} weitere zeigen`}>
        <Table {...table} hideCaption caption={`${table.caption}, weitere`} rows={table.rows.slice(first)} />
      </Details>
    </>
  );
}

/** The main view of many things. Scrolls by itself where it is too wide, also by keyboard. */
export function Table<Row>(props: TableProps<Row>) {
  const { first, ...all } = props;
  if (first !== undefined && props.rows.length > first) return <Long {...all} first={first} />;
  if (props.rows.length === 0 && props.empty !== undefined) {
    const { empty } = props;
    return (
      <div id={props.id}>{typeof empty === "string" && empty !== "" ? <EmptyState>{empty}</EmptyState> : empty}</div>
    );
  }
  const scroller =
    props.href === undefined && props.stack !== true
      ? { tabindex: 0, role: "region", "aria-label": props.caption }
      : {};
  return (
    <div
      class={`scroll${props.stack === true ? " stack" : isCards(props) ? " cards" : ""}`}
      id={props.id}
      {...scroller}
    >
      <table>
        <caption class={props.hideCaption === true ? "kern-sr-only" : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((c) => (
              <Head column={c} />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, at) => (
            <Body table={props} row={row} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
