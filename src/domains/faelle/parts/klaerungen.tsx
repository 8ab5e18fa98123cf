import { tagText } from "../../../platform/span.ts";
import { Card, Entered, Table } from "../../../ui/index.ts";
import type { Klaerung } from "../model/klaerung.ts";
import { PHASEN } from "../model/phasen.ts";
import { VORSCHLAG } from "../model/zielgruppe.ts";
import type { Fall } from "../queries/faelle.ts";

type Props = { readonly klaerungen: readonly Klaerung[]; readonly fall: Fall };

/** What was asked, answered and decided before, by the rule of then. */
export function FruehereKlaerungen({ klaerungen, fall }: Props) {
  const decided = klaerungen.filter(({ schrittId }) => schrittId !== null);
  if (decided.length === 0) return null;
  return (
    <Card title="Entschiedene Klärungen">
      {decided.map((one) => (
        <Entschieden klaerung={one} fall={fall} />
      ))}
    </Card>
  );
}

function Entschieden({ klaerung, fall }: { readonly klaerung: Klaerung; readonly fall: Fall }) {
  const schritt = fall.schritte.find(({ id }) => id === klaerung.schrittId);
  return (
    <>
      <h3>
        {schritt === undefined ? "Entschieden" : `Entschieden am ${tagText(schritt.am)}: ${PHASEN[schritt.nach]}`}
      </h3>
      <p>
        Vorschlag war: {VORSCHLAG[klaerung.vorschlag]}.{" "}
        {schritt === undefined || schritt.grund === null ? null : (
          <>
            Grund: <Entered>{schritt.grund}</Entered>
          </>
        )}
      </p>
      <Table
        caption={`Antworten vom ${tagText(klaerung.am)}`}
        rows={klaerung.antworten}
        columns={[
          { label: "Frage", cell: ({ frage }) => <Entered>{frage}</Entered> },
          { label: "Antwort", cell: ({ antwort }) => antwort },
          { label: "Trifft zu bei", cell: ({ erwartet }) => erwartet },
        ]}
      />
    </>
  );
}
