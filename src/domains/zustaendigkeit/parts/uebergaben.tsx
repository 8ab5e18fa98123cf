import { anzahl, instant } from "../../../platform/words.ts";
import { type Column, Entered, Status, Table, Tag } from "../../../ui/index.ts";
import type { Uebergabe } from "../queries/uebergaben.ts";

/** What goes, or went: "3 Personen, 12 Beratungen". */
export function was(u: Uebergabe): string {
  if (u.stand !== "getan") {
    if (u.person !== null) return "eine Person";
    const persons = u.hoechstens === null ? "alle Personen" : `etwa ${anzahl(u.hoechstens, "Person", "Personen")}`;
    return u.rest ? `${persons}, Beratungen ohne Person und alte Listen` : persons;
  }
  const parts = [
    anzahl(u.personen, "Person", "Personen"),
    anzahl(u.beratungen, "Beratung", "Beratungen"),
    u.listen > 0 ? anzahl(u.listen, "alte Liste", "alte Listen") : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

export const Stand = ({ u }: { readonly u: Uebergabe }) => {
  if (u.stand === "getan") return <Status kind="success">übergeben</Status>;
  if (u.stand === "wird") return <Status kind="info">wird gerade übergeben</Status>;
  if (u.stand === "verfallen") return <Status kind="warning">nicht übergeben</Status>;
  return u.stand === "wartet" ? <Status kind="warning">wartet auf Bestätigung</Status> : <>zurückgenommen</>;
};

type Props = {
  readonly caption: string;
  readonly rows: readonly Uebergabe[];
  readonly empty: string;
  readonly href?: (u: Uebergabe) => string;
  /** Marks what this account has not read. */
  readonly fuer?: string;
  readonly way?: Column<Uebergabe>;
};

/** Hand-overs one below the other. */
export const Uebergaben = ({ caption, rows, empty, href, fuer, way }: Props) => (
  <Table
    caption={caption}
    hideCaption
    cards
    rows={rows}
    {...(href ? { href } : {})}
    empty={empty}
    columns={[
      { label: "Wann", cell: (u) => instant(u.gegebenAm) },
      { label: "Von", names: true, cell: (u) => <Entered>{u.werVon}</Entered> },
      { label: "An", names: true, cell: (u) => <Entered>{u.werAn}</Entered> },
      {
        label: "Was",
        cell: (u) => (
          <>
            {was(u)} {u.neu && u.an === fuer ? <Tag>neu</Tag> : null}
          </>
        ),
      },
      { label: "Stand", cell: (u) => <Stand u={u} /> },
      ...(way ? [way] : []),
    ]}
  />
);
