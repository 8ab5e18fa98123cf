import { anzahl } from "../../../platform/words.ts";
import { Card, Halves, Table } from "../../../ui/index.ts";
import { ABSAGEN } from "../../verweise/index.ts";
import { DEFINITIONEN } from "../model/definitionen.ts";
import type { VerweisTafel } from "../model/verweiszahlen.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";
import { zahlText } from "./zahl-text.ts";

const Tafel = ({ tafel }: { readonly tafel: VerweisTafel }) => (
  <Card title={tafel.titel} id={tafel.id}>
    <Table
      caption={tafel.titel}
      hideCaption
      rows={tafel.zeilen}
      columns={[
        { label: "Wohin", cell: ({ label }) => label },
        { label: "verwiesen", cell: (z) => zahlText(z.verwiesen), figure: true },
        { label: "angekommen", cell: (z) => zahlText(z.angekommen), figure: true },
        { label: "wartet", cell: (z) => zahlText(z.wartet), figure: true },
        { label: "abgelehnt", cell: (z) => zahlText(z.abgelehnt), figure: true },
      ]}
    />
  </Card>
);

/** Where people were sent, whether they arrived, and what nobody could offer; why not where it is not told. */
export function Verweise({ u: { verweise: v } }: { readonly u: Uebersicht }) {
  if (v === null) {
    return (
      <Card title="Verweise" id="verweise">
        <p class="hint">
          In diesem Zeitraum ist nichts gezählt, oder es wird hier nicht genannt: Über dem eigenen Träger gibt es
          Verweise für den ganzen Kreis und ganze Halbjahre.
        </p>
      </Card>
    );
  }
  const absagen = Object.entries(v.zahlen.absagen);
  return (
    <Halves>
      <div>
        {v.tafeln.slice(0, 1).map((tafel) => (
          <Tafel tafel={tafel} />
        ))}
      </div>
      <div>
        {v.tafeln.slice(1).map((tafel) => (
          <Tafel tafel={tafel} />
        ))}
        <Card title="Ungedeckter Bedarf: warum abgelehnt wurde" id="verweis_absage">
          {v.zahlen.median === null ? null : (
            <p>Die Hälfte der Angekommenen kam in höchstens {anzahl(v.zahlen.median, "Tag", "Tagen")} an (Median).</p>
          )}
          <Table
            caption="Gründe der Absagen"
            hideCaption
            rows={Object.entries(ABSAGEN).filter(([code]) => absagen.some(([kode]) => kode === code))}
            empty={<p class="muted">Keine Absage in diesem Zeitraum.</p>}
            columns={[
              { label: "Grund", cell: ([, wort]) => wort },
              { label: "Absagen", cell: ([code]) => zahlText(v.zahlen.absagen[code] ?? 0), figure: true },
            ]}
          />
          <p class="hint">{DEFINITIONEN.verweise}</p>
        </Card>
      </div>
    </Halves>
  );
}
