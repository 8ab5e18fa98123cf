import { anzahl } from "../../../platform/words.ts";
import { Card, EmptyState, PlaceMap, Table } from "../../../ui/index.ts";
import type { Belegung } from "../queries/listen.ts";
import { ortText } from "./worte.ts";

type Row = Belegung & { readonly nr: string };

/** Numbers those that are on the map, the most people first. */
function numbered(orte: readonly Belegung[]): Row[] {
  let nr = 0;
  return orte.map((ort) => {
    if (ort.breite === null || ort.laenge === null) return { ...ort, nr: "–" };
    nr += 1;
    return { ...ort, nr: String(nr) };
  });
}

/** Where people are accommodated: drawn by this server, and as a list that says the same. */
export function Karte({
  orte,
  title,
  level,
}: {
  readonly orte: readonly Belegung[];
  readonly title: string;
  readonly level?: 1;
}) {
  const rows = numbered(orte);
  const places = rows.flatMap(({ nr, menschen, breite, laenge }) =>
    breite === null || laenge === null ? [] : [{ label: nr, value: menschen, lat: breite, lon: laenge }],
  );
  const sum = orte.reduce((all, one) => all + one.menschen, 0);
  return (
    <Card title={title} id="karte" {...(level === undefined ? {} : { level })}>
      {places.length === 0 ? null : (
        <PlaceMap
          title="Unterkünfte auf der Karte"
          desc={`${anzahl(places.length, "Unterkunft", "Unterkünfte")}; die Zahlen in den Kreisen sind die Nummern der Tabelle darunter.`}
          places={places}
        />
      )}
      <Table
        caption="Zugewiesene Menschen nach Unterkunft"
        hideCaption
        rows={rows}
        empty={<EmptyState>Noch ist niemand zugewiesen.</EmptyState>}
        columns={[
          { label: "Nr.", cell: ({ nr }) => nr },
          { label: "Wo", names: true, cell: ortText },
          { label: "Haushalte", cell: ({ haushalte }) => String(haushalte), figure: true },
          { label: "Menschen", cell: ({ menschen }) => String(menschen), figure: true },
          { label: "davon erreicht", cell: ({ erreicht }) => String(erreicht), figure: true },
        ]}
      />
      {rows.length === 0 ? null : (
        <p class="hint">
          Zusammen {anzahl(sum, "Mensch", "Menschen")}, ohne Verlegte. Auf der Karte steht, was unter{" "}
          <a href="/unterkuenfte">Unterkünfte</a> Breite und Länge hat.
        </p>
      )}
    </Card>
  );
}
