import { BarList, DescriptionList, Table } from "../../../ui/index.ts";
import type { Block, Diagramm, Papier, Tabelle } from "../model/papier.ts";

/** Months as bars as well: a narrow screen has no room for columns. */
function Bild({ diagramm }: { readonly diagramm: Diagramm }) {
  return (
    <figure>
      <figcaption>{diagramm.titel}</figcaption>
      <BarList
        title={diagramm.titel}
        desc={diagramm.alt}
        bars={diagramm.werte.map((w) => ({ label: w.name, value: w.wert }))}
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

function BlockAnsicht({ block }: { readonly block: Block }) {
  if (block.art === "absatz") return <p dir="auto">{block.text}</p>;
  return block.art === "diagramm" ? <Bild diagramm={block} /> : <Zahlen tabelle={block} />;
}

/** The paper as a page: what PDF and Word file say, in the same words and with the same figures. */
export function PapierAnsicht({ papier }: { readonly papier: Papier }) {
  return (
    <article class="card paper">
      <h2>{papier.titel}</h2>
      <p>{papier.untertitel}</p>
      <DescriptionList items={papier.kopf.map(({ wort, wert }) => ({ term: wort, value: wert }))} />
      {papier.berichtigung === undefined ? null : <p>{papier.berichtigung}</p>}
      {papier.abschnitte.map((a) => (
        <>
          {a.ebene === 1 ? <h3>{a.titel}</h3> : <h4>{a.titel}</h4>}
          {a.bloecke.map((block) => (
            <BlockAnsicht block={block} />
          ))}
        </>
      ))}
      {papier.schluss.map((line) => (
        <p dir="auto">{line}</p>
      ))}
    </article>
  );
}
