import { tagText } from "../../../platform/span.ts";
import { Card, Table } from "../../../ui/index.ts";
import { type PlanKopf, ZUSTIMMUNG } from "../model/plan.ts";
import { planPath } from "./getan.ts";

type Props = { readonly fallId: string; readonly fassungen: readonly PlanKopf[] };

/** Every version that was agreed, the last first, each to be compared with the one before. */
export function Fassungen({ fallId, fassungen }: Props) {
  const self = planPath(fallId);
  return (
    <Card title="Fassungen">
      <Table
        caption="Fassungen des Hilfeplans, die letzte zuerst"
        hideCaption
        rows={fassungen}
        href={({ fassung, vereinbartAm }) =>
          vereinbartAm === null ? `${self}/entwurf` : `${self}?fassung=${String(fassung)}`
        }
        columns={[
          { label: "Fassung", cell: ({ fassung }) => `Fassung ${String(fassung)}` },
          {
            label: "Vereinbart",
            cell: ({ vereinbartAm }) => (vereinbartAm === null ? "noch ein Entwurf" : tagText(vereinbartAm)),
          },
          {
            label: "Zustimmung",
            cell: ({ zustimmung }) => (zustimmung === null ? "–" : `Die Person ${ZUSTIMMUNG[zustimmung]}`),
          },
        ]}
      />
      {fassungen.length < 2 ? null : (
        <p>
          <a href={`${self}/vergleich`}>Fassungen Wort für Wort vergleichen</a>
        </p>
      )}
    </Card>
  );
}
