import { Card, Table } from "../../../ui/index.ts";
import { ANRUFENDE, type Anrufe, type Anrufzeile, frageWort } from "../model/anrufe.ts";
import { DEFINITIONEN } from "../model/definitionen.ts";
import type { Fragen } from "../queries/fragen.ts";
import { NICHT_HIER, wordOf } from "./fragen-tafeln.tsx";
import { zahlText } from "./zahl-text.ts";

/** What the phone hour of MuKi-S was asked, and which languages the children speak. */
export function Telefonsprechstunde({ f: { anrufe, namen } }: { readonly f: Fragen }) {
  const title = "Wonach fragt die Telefonsprechstunde von MuKi-S?";
  return (
    <Card title={title} id="telefonsprechstunde">
      {anrufe === undefined ? (
        <p class="hint">{NICHT_HIER}</p>
      ) : anrufe === null ? (
        <p class="hint">In diesem Zeitraum ist kein Anruf gezählt.</p>
      ) : (
        <Tafeln anrufe={anrufe} sprachen={namen.sprache} />
      )}
    </Card>
  );
}

type TafelnProps = { readonly anrufe: Anrufe; readonly sprachen: Fragen["namen"]["sprache"] };

function Tafeln({ anrufe, sprachen }: TafelnProps) {
  const { familie, fachkraft } = anrufe;
  const columns = (first: string, word: (code: string) => string) => [
    { label: first, cell: ({ code }: Anrufzeile) => (code === "" ? "Anrufe zusammen" : word(code)) },
    { label: ANRUFENDE.familie, cell: (z: Anrufzeile) => zahlText(z.familie), figure: true },
    { label: ANRUFENDE.fachkraft, cell: (z: Anrufzeile) => zahlText(z.fachkraft), figure: true },
  ];
  return (
    <>
      <Table
        caption="Anrufe nach der Frage"
        rows={[...anrufe.fragen, { code: "", familie, fachkraft }]}
        columns={columns("Frage", frageWort)}
      />
      {anrufe.sprachen.length === 0 ? null : (
        <Table
          caption="Anrufe nach den Sprachen des Kindes"
          rows={anrufe.sprachen}
          columns={columns("Sprache", (code) => wordOf(sprachen, code))}
        />
      )}
      <p class="hint">{DEFINITIONEN.anrufe}</p>
    </>
  );
}
