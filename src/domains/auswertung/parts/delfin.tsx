import { Card, Table } from "../../../ui/index.ts";
import { DEFINITIONEN } from "../model/definitionen.ts";
import type { DelfinZeile } from "../model/delfin.ts";
import type { Fragen } from "../queries/fragen.ts";
import { zahlText } from "./zahl-text.ts";

const plaetze = (n: number | null): string => (n === null ? "–" : zahlText(n));

/** Children with need beside the places that there are, by Kommune, in the year that the period ends in. */
export function DelfinTafel({ f: { delfin: d, namen, kreis, traegerId } }: { readonly f: Fragen }) {
  const nameOf = (ags: string) => namen.kommunen.find((k) => k.ags === ags)?.name ?? ags;
  const title = "Wie viele Kinder brauchen Sprachförderung, und wo gibt es Plätze?";
  if (d === null) {
    const why =
      kreis && traegerId !== undefined
        ? "Das gibt es für den ganzen Kreis. Für einen Träger sieht es nur seine Leitung."
        : "Für dieses Jahr ist nichts gezählt und kein Platz eingetragen.";
    return (
      <Card title={title} id="delfin">
        <p class="hint">{why}</p>
      </Card>
    );
  }
  const sum: DelfinZeile = { ags: "", bedarf: d.bedarf, besucht: d.besucht, plaetze: d.plaetze };
  return (
    <Card title={title} id="delfin">
      <p class="hint">DELFIN 4 im Jahr {String(d.jahr)}.</p>
      <Table
        caption={`Sprachförderung vor der Einschulung ${d.jahr}`}
        hideCaption
        rows={[...d.zeilen, sum]}
        columns={[
          { label: "Kommune", cell: ({ ags }) => (ags === "" ? "zusammen" : nameOf(ags)) },
          { label: "Kinder mit Bedarf", cell: (z) => zahlText(z.bedarf), figure: true },
          { label: "Plätze", cell: (z) => plaetze(z.plaetze), figure: true },
          { label: "davon besetzt", cell: (z) => zahlText(z.besucht), figure: true },
        ]}
      />
      <p class="hint">{DEFINITIONEN.delfin}</p>
    </Card>
  );
}
