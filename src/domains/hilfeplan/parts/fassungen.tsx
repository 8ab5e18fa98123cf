import { tagText } from "../../../platform/span.ts";
import { Card, Pager, Table } from "../../../ui/index.ts";
import { type PlanKopf, ZUSTIMMUNG } from "../model/plan.ts";
import { planPath } from "./getan.ts";

type Props = {
  readonly fallId: string;
  readonly fassungen: readonly PlanKopf[];
  /** The number that the page begins with; the last where none is asked for. */
  readonly bis: number | undefined;
};

/** Versions that were agreed, the last first, each to be compared with the one before. */
export function Fassungen({ fallId, fassungen, bis }: Props) {
  const self = planPath(fallId);
  const first = fassungen.at(-1)?.fassung ?? 1;
  return (
    <Card title="Fassungen" id="fassungen">
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
      <Pager
        newer={bis === undefined ? undefined : `${self}#fassungen`}
        older={first === 1 ? undefined : `${self}?bis=${first - 1}#fassungen`}
      />
      {fassungen.length < 2 ? null : (
        <p>
          <a href={`${self}/vergleich`}>Fassungen Wort für Wort vergleichen</a>
        </p>
      )}
    </Card>
  );
}
