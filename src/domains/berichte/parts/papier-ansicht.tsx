import { BarList, DescriptionList, Table } from "../../../ui/index.ts";
import type { Abschnitt, Block, Diagramm, Lauf, Papier, Tabelle } from "../model/papier.ts";
import { LIST } from "./getan.ts";

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

const Laeufe = ({ laeufe }: { readonly laeufe: readonly Lauf[] }) => (
  <>{laeufe.map(({ text, fett }) => (fett ? <strong>{text}</strong> : text))}</>
);

function Liste({ gezaehlt, punkte }: Extract<Block, { readonly art: "liste" }>) {
  const points = punkte.map((laeufe) => (
    <li dir="auto">
      <Laeufe laeufe={laeufe} />
    </li>
  ));
  return gezaehlt ? <ol>{points}</ol> : <ul>{points}</ul>;
}

function BlockAnsicht({ block, ebene }: { readonly block: Block; readonly ebene: 1 | 2 }) {
  switch (block.art) {
    case "absatz":
      return (
        <p dir="auto">
          <Laeufe {...block} />
        </p>
      );
    case "zwischentitel":
      return ebene === 1 ? (
        <h4 dir="auto">
          <Laeufe {...block} />
        </h4>
      ) : (
        <h5 dir="auto">
          <Laeufe {...block} />
        </h5>
      );
    case "liste":
      return <Liste {...block} />;
    case "diagramm":
      return <Bild diagramm={block} />;
    case "tabelle":
      return <Zahlen tabelle={block} />;
  }
}

/** Heading and content of a chapter; a draft leads to where its text is written. */
function Kapitel({ abschnitt: a, schreiben }: { readonly abschnitt: Abschnitt; readonly schreiben: boolean }) {
  const link =
    schreiben && a.kapitel !== undefined ? (
      <a href={`${LIST}/kapitel/${a.kapitel}`} aria-label={`Bearbeiten: ${a.titel}`}>
        Bearbeiten
      </a>
    ) : null;
  return (
    <>
      <div class="head">
        {a.ebene === 1 ? <h3>{a.titel}</h3> : <h4>{a.titel}</h4>}
        {link}
      </div>
      {a.bloecke.map((block) => (
        <BlockAnsicht block={block} ebene={a.ebene} />
      ))}
    </>
  );
}

/** The paper as a page: what PDF and Word file say, in the same words and with the same figures. */
export function PapierAnsicht({ papier, schreiben }: { readonly papier: Papier; readonly schreiben: boolean }) {
  return (
    <article class="card paper">
      {papier.briefkopf.map((line) => (
        <p dir="auto">{line}</p>
      ))}
      <h2>{papier.titel}</h2>
      <p>{papier.untertitel}</p>
      <DescriptionList items={papier.kopf.map(({ wort, wert }) => ({ term: wort, value: wert }))} />
      {papier.berichtigung === undefined ? null : <p>{papier.berichtigung}</p>}
      {papier.abschnitte.map((abschnitt) => (
        <Kapitel abschnitt={abschnitt} schreiben={schreiben} />
      ))}
      {papier.schluss.map((line) => (
        <p dir="auto">{line}</p>
      ))}
    </article>
  );
}
