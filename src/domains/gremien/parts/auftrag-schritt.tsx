import type { Rejected } from "../../../platform/form.ts";
import { Actions, Button, Card, Form, RadioSegment, TextArea, fieldsOf } from "../../../ui/index.ts";
import { schritteAus } from "../model/auftrag.ts";
import type { Auftrag } from "../model/eingabe.ts";
import { AUFTRAEGE } from "./getan.ts";
import { KeinName } from "./worte.tsx";

/** What became of an Auftrag, with a word about it. */
export function SchrittForm({
  auftrag,
  rejected,
}: {
  readonly auftrag: Auftrag;
  readonly rejected: Rejected | undefined;
}) {
  const steps = schritteAus(auftrag.stand);
  const field = fieldsOf({ nach: [steps[0]?.nach ?? ""] }, rejected);
  return (
    <Card title="Was ist daraus geworden?">
      <Form
        action={`${AUFTRAEGE}/${auftrag.id}`}
        record={{ version: auftrag.version, values: undefined }}
        rejected={rejected}
      >
        <RadioSegment
          {...field("nach")}
          label="Stand"
          options={steps.map(({ nach, verb }) => ({ value: nach, label: verb }))}
        />
        <TextArea
          spellcheck
          {...field("notiz")}
          label="Was ist dazu zu sagen?"
          hint="Ein Satz ohne Personen."
          rows={2}
          optional
        />
        <KeinName field={field} rejected={rejected} />
        <Actions>
          <Button>Eintragen</Button>
        </Actions>
      </Form>
    </Card>
  );
}
