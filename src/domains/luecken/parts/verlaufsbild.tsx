import { Details, Table, TrendRows } from "../../../ui/index.ts";
import { type Genannt, alsZahl, genanntText, istKlein } from "../model/gewicht.ts";

type Props = { readonly verlauf: readonly { readonly name: string; readonly anzahl: Genannt }[] };

const kurz = (n: Genannt): string => (istKlein(n) ? `<${n.unter}` : String(n));

/** Reports per quarter as a small picture, with its table. What is not told has no bar. */
export function Verlaufsbild({ verlauf }: Props) {
  const told = verlauf.map(({ name, anzahl }) => `${name}: ${genanntText(anzahl)}`).join(", ");
  return (
    <>
      <TrendRows
        title="Meldungen je Quartal"
        desc={`${told}. Alle Zahlen stehen in der Tabelle darunter.`}
        heads={verlauf.map(({ name }) => name)}
        rows={[
          {
            label: "Meldungen",
            steps: verlauf.map(({ anzahl }) => ({
              value: istKlein(anzahl) ? undefined : alsZahl(anzahl),
              text: kurz(anzahl),
            })),
          },
        ]}
      />
      <Details summary="Zahlen zeigen">
        <Table
          caption="Meldungen je Quartal"
          hideCaption
          rows={verlauf}
          columns={[
            { label: "Quartal", cell: ({ name }) => name },
            { label: "Meldungen", cell: ({ anzahl }) => genanntText(anzahl), figure: true },
          ]}
        />
      </Details>
    </>
  );
}
