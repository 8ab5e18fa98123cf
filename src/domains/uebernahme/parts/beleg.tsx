import type { Beleg, Belegspalte } from "../../../listen/index.ts";
import { Alert, Card, Details, Entered, Table } from "../../../ui/index.ts";
import { anzahl, zahl } from "../../../platform/words.ts";

/** Reasons and columns of one table on the page; a file with more has many sheets alike. */
const OPEN = 200;

const spalte = ({ blatt, spalte: buchstabe, kopf }: Belegspalte): string =>
  `${blatt}, ${buchstabe}${kopf === "" ? "" : ` „${kopf}“`}`;

/** The receipt: where every cell of the file stayed. What waits is told first and cannot be overlooked. */
export function BelegKarte({ beleg }: { readonly beleg: Beleg }) {
  const wartend = beleg.gruende.filter(({ ende }) => ende === "wartet");
  const verstanden = beleg.gruende.filter(({ ende }) => ende === "verstanden");
  return (
    <Card title="Wo jede Zelle der Datei bleibt">
      {beleg.wartet === 0 ? (
        <Alert kind="success">Keine Zelle wartet auf eine Entscheidung.</Alert>
      ) : (
        <Alert kind="warning">
          {anzahl(beleg.wartet, "Zelle wartet", "Zellen warten")} auf eine Entscheidung und{" "}
          {beleg.wartet === 1 ? "wird" : "werden"} bis dahin nicht gezählt.
        </Alert>
      )}
      <dl class="counts">
        <div>
          <dt>als Angabe oder Zahl</dt>
          <dd>{zahl(beleg.angabe)}</dd>
        </div>
        <div>
          <dt>als Text</dt>
          <dd>{zahl(beleg.text)}</dd>
        </div>
        <div>
          <dt>verstanden, nicht gespeichert</dt>
          <dd>{zahl(beleg.verstanden)}</dd>
        </div>
        <div>
          <dt>wartet</dt>
          <dd>{zahl(beleg.wartet)}</dd>
        </div>
        <div>
          <dt>zusammen</dt>
          <dd>{zahl(beleg.zellen)}</dd>
        </div>
      </dl>
      {wartend.length === 0 ? null : <Gruende caption="Was wartet" gruende={wartend} />}
      <Details summary="Was verstanden ist, und die Zellen je Spalte">
        <Gruende caption="Verstanden, nicht gespeichert" gruende={verstanden} />
        <Table
          caption="Zellen je Spalte"
          rows={beleg.spalten}
          first={OPEN}
          columns={[
            { label: "Spalte", cell: (one) => <Entered>{spalte(one)}</Entered> },
            { label: "Angabe", figure: true, cell: (one) => zahl(one.angabe) },
            { label: "Text", figure: true, cell: (one) => zahl(one.text) },
            { label: "Verstanden", figure: true, cell: (one) => zahl(one.verstanden) },
            { label: "Wartet", figure: true, cell: (one) => zahl(one.wartet) },
          ]}
        />
      </Details>
    </Card>
  );
}

function Gruende({ caption, gruende }: { readonly caption: string; readonly gruende: Beleg["gruende"] }) {
  return (
    <Table
      caption={caption}
      rows={gruende}
      first={OPEN}
      columns={[
        { label: "Blatt", cell: ({ blatt }) => <Entered>{blatt}</Entered> },
        { label: "Grund", cell: ({ grund }) => <Entered>{grund}</Entered> },
        { label: "Zellen", figure: true, cell: ({ zellen }) => zahl(zellen) },
      ]}
    />
  );
}
