import { BarList } from "./charts/bar-list.tsx";
import { Table } from "./table.tsx";

type Lauf = { readonly text: string; readonly fett: boolean };
type Line = readonly Lauf[];
type Tabelle = {
  readonly titel: string;
  readonly spalten: readonly { readonly titel: string; readonly zahl?: true | undefined }[];
  readonly zeilen: readonly (readonly string[])[];
  readonly summe: boolean;
  readonly anmerkungen: readonly string[];
};
type Diagramm = {
  readonly titel: string;
  readonly werte: readonly { readonly name: string; readonly wert: number; readonly text: string }[];
  readonly alt: string;
};
type Liste = { readonly gezaehlt: boolean; readonly punkte: readonly Line[] };

/** A piece of a paper: what stands in its PDF and Word file as well. */
type Block =
  | { readonly art: "absatz" | "zwischentitel"; readonly laeufe: Line }
  | ({ readonly art: "liste" } & Liste)
  | ({ readonly art: "tabelle" } & Tabelle)
  | ({ readonly art: "diagramm" } & Diagramm);

/** Months as bars as well: a narrow screen has no room for columns. */
function Bild({ diagramm }: { readonly diagramm: Diagramm }) {
  return (
    <figure>
      <figcaption>{diagramm.titel}</figcaption>
      <BarList
        title={diagramm.titel}
        desc={diagramm.alt}
        bars={diagramm.werte.map((w) => ({ label: w.name, value: w.wert, text: w.text }))}
      />
    </figure>
  );
}

type Row = { readonly cells: readonly string[] };

function Zahlen({ tabelle }: { readonly tabelle: Tabelle }) {
  const last = tabelle.zeilen.length - 1;
  const rows = tabelle.zeilen.map((cells): Row => ({ cells }));
  return (
    <>
      <Table
        caption={tabelle.titel}
        rows={rows}
        columns={tabelle.spalten.map(({ titel, zahl }, i) => ({
          label: titel,
          figure: zahl,
          cell: (row: Row) => (tabelle.summe && row === rows[last] ? <strong>{row.cells[i]}</strong> : row.cells[i]),
        }))}
      />
      {tabelle.anmerkungen.map((note) => (
        <p class="hint">{note}</p>
      ))}
    </>
  );
}

const Laeufe = ({ laeufe }: { readonly laeufe: Line }) => (
  <>{laeufe.map(({ text, fett }) => (fett ? <strong>{text}</strong> : text))}</>
);

function Punkte({ gezaehlt, punkte }: Liste) {
  const points = punkte.map((laeufe) => (
    <li dir="auto">
      <Laeufe laeufe={laeufe} />
    </li>
  ));
  return gezaehlt ? <ol>{points}</ol> : <ul>{points}</ul>;
}

/** A block of a paper as a page shows it, below a heading of the third (1) or fourth level (2). */
export function PaperBlock({ block, ebene }: { readonly block: Block; readonly ebene: 1 | 2 }) {
  switch (block.art) {
    case "absatz":
      return (
        <p dir="auto">
          <Laeufe laeufe={block.laeufe} />
        </p>
      );
    case "zwischentitel":
      return ebene === 1 ? (
        <h4 dir="auto">
          <Laeufe laeufe={block.laeufe} />
        </h4>
      ) : (
        <h5 dir="auto">
          <Laeufe laeufe={block.laeufe} />
        </h5>
      );
    case "liste":
      return <Punkte {...block} />;
    case "diagramm":
      return <Bild diagramm={block} />;
    case "tabelle":
      return <Zahlen tabelle={block} />;
  }
}
