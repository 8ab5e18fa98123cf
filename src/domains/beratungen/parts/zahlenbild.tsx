import type { Child } from "#jsx";
import { BarList, Card, Details, LineChart, Table, formatCount } from "../../../ui/index.ts";
import type { Zeile } from "../model/eigene-zahlen.ts";

type Props = { readonly titel: string; readonly hinweis?: string; readonly zeilen: readonly Zeile[] };

/** So many bars are read at a glance; the table has the rest. */
const MOST = 10;

const said = (zeilen: readonly Zeile[]): string =>
  zeilen.map(({ label, anzahl }) => `${label} ${formatCount(anzahl)}`).join(", ");

/** A card with a picture and the same figures as a table. */
function Bild({ titel, hinweis, zeilen, children }: Props & { readonly children?: Child }) {
  return (
    <Card title={titel}>
      {hinweis === undefined ? null : <p class="hint">{hinweis}</p>}
      {zeilen.length === 0 ? <p class="hint">Dazu ist nichts erfasst.</p> : children}
      {zeilen.length === 0 ? null : (
        <Details summary="Zahlen zeigen">
          <Table
            caption={titel}
            hideCaption
            rows={zeilen}
            columns={[
              { label: "", cell: (z) => z.label },
              { label: "Anzahl", cell: (z) => formatCount(z.anzahl), figure: true },
            ]}
          />
        </Details>
      )}
    </Card>
  );
}

/** Ranked, the most frequent first. */
export function Zahlenbild(props: Props) {
  const first = props.zeilen.slice(0, MOST);
  const hinweis = props.zeilen.length > MOST ? `Die häufigsten ${MOST}; weitere in der Tabelle.` : props.hinweis;
  return (
    <Bild {...props} {...(hinweis === undefined ? {} : { hinweis })}>
      <BarList
        title={props.titel}
        desc={`Am häufigsten: ${said(first.slice(0, 3))}.`}
        bars={first.map(({ kurz, anzahl }) => ({ label: kurz, value: anzahl }))}
      />
    </Bild>
  );
}

/** Month by month. */
export const Zahlenverlauf = (props: Props) => (
  <Bild {...props}>
    <LineChart
      title={props.titel}
      desc={`Verlauf: ${said(props.zeilen)}.`}
      points={props.zeilen.map(({ kurz, anzahl }) => ({ label: kurz, value: anzahl }))}
    />
  </Bild>
);
