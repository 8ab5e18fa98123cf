import { Card, Details, Table } from "../../../ui/index.ts";
import type { Zeile } from "../../../listen/index.ts";

/** So many pairs stand open; a list with more was corrected all over. */
const OPEN = 50;

const Paar = ({ blatt, zeile, fastGleich }: Zeile) => (
  <Table
    caption={`Blatt ${blatt}, Zeile ${zeile}`}
    rows={(fastGleich?.felder ?? []).filter(({ hier, dort }) => hier !== "" || dort !== "")}
    columns={[
      { label: "Angabe", cell: ({ feld }) => feld },
      {
        label: "Diese Zeile",
        cell: ({ hier, dort }) => (hier === dort ? hier : <strong>{hier || "leer"}</strong>),
      },
      {
        label: `Schon da: ${fastGleich?.wo ?? ""}`,
        cell: ({ hier, dort }) => (hier === dort ? dort : <strong>{dort || "leer"}</strong>),
      },
    ]}
  />
);

/** Rows that are nearly there already, each beside the one that is: what differs stands out. */
export function FastGleiche({ zeilen }: { readonly zeilen: readonly Zeile[] }) {
  const pairs = zeilen.filter(({ fastGleich }) => fastGleich !== null);
  if (pairs.length === 0) return null;
  return (
    <Card title="Fast gleiche Zeilen">
      <p>
        Diese Zeilen stehen bis auf eine Angabe schon da. Ist es dieselbe Beratung, lassen Sie die Zeile unten weg; war
        es eine andere, wählen Sie „trotzdem übernehmen“.
      </p>
      {pairs.slice(0, OPEN).map((zeile) => (
        <Paar {...zeile} />
      ))}
      {pairs.length <= OPEN ? null : (
        <Details summary={`${pairs.length - OPEN} weitere zeigen`}>
          {pairs.slice(OPEN).map((zeile) => (
            <Paar {...zeile} />
          ))}
        </Details>
      )}
    </Card>
  );
}
