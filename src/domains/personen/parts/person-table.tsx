import type { Child } from "#jsx";
import { type Column, Entered, Table } from "../../../ui/index.ts";
import type { PersonKurz } from "../queries/personen.ts";
import { tagText } from "../../../platform/span.ts";
import { alter } from "../model/texte.ts";

type PersonTableProps<P extends PersonKurz> = {
  readonly caption: string;
  readonly persons: readonly P[];
  /** The column that says why a person is in this list. */
  readonly reason: Column<P>;
  readonly empty?: Child;
  /** What was searched for: its first rows open with a key. */
  readonly keyed?: boolean;
  /** Whom one stands in for: with whose each is, where there is anybody. */
  readonly fuer?: readonly { readonly id: string; readonly name: string }[];
};

/** Persons one below the other, each a link to the record. */
export function PersonTable<P extends PersonKurz>(props: PersonTableProps<P>) {
  const names = new Map((props.fuer ?? []).map(({ id, name }) => [id, name]));
  const whose: Column<P> = {
    label: "Akte von",
    cell: (person) => <Entered>{names.get(person.kontoId) ?? "mir"}</Entered>,
  };
  return (
    <Table
      caption={props.caption}
      hideCaption
      columns={[
        { label: "Name", cell: (person: P) => <Entered>{person.name}</Entered> },
        props.reason,
        { label: "Alter", cell: alter },
        { label: "Zuletzt da", cell: (person: P) => person.letzterKontakt && tagText(person.letzterKontakt) },
        { label: "Wohnt in", cell: (person: P) => person.kommune ?? "" },
        ...(names.size === 0 ? [] : [whose]),
      ]}
      rows={props.persons}
      href={(person) => `/personen/${person.id}`}
      empty={props.empty}
      keyed={props.keyed}
    />
  );
}
