import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { ButtonLink, Card, Day, EmptyState, Status, Table } from "../../../ui/index.ts";
import { type Codelisten, kurzOf } from "../../codelisten/index.ts";
import { type VerweisKurz, standKind, standText, wohin } from "../../verweise/index.ts";
import { isGesperrt } from "../model/phasen.ts";
import type { Fall } from "../queries/faelle.ts";

type Props = {
  readonly fall: Fall;
  readonly verweise: readonly VerweisKurz[];
  readonly listen: Codelisten;
  readonly visit: Visit;
};

/** Where the person was sent in this case, and what became of it. */
export function Verweise({ fall, verweise, listen, visit }: Props) {
  const neu = (
    <ButtonLink kind="secondary" small href={`/verweise/neu?person=${fall.personId}&fall=${fall.id}`}>
      Verweis eintragen
    </ButtonLink>
  );
  return (
    <Card
      title="Verweise"
      {...(may(visit.actor, "verweis.schreiben") && !isGesperrt(fall.phase) ? { action: neu } : {})}
    >
      <Table
        caption="Verweise in diesem Fall, der letzte zuerst"
        hideCaption
        rows={verweise}
        href={({ id }) => `/verweise/${id}`}
        empty={<EmptyState>In diesem Fall wurde noch an niemanden verwiesen.</EmptyState>}
        columns={[
          { label: "Wohin", cell: wohin },
          { label: "Worum", cell: ({ handlungsfeld }) => kurzOf(listen.handlungsfeld, handlungsfeld) },
          { label: "Stand", cell: (v) => <Status kind={standKind(v.stand)}>{standText(v)}</Status> },
          { label: "seit", cell: ({ standSeit }) => <Day iso={standSeit} /> },
        ]}
      />
    </Card>
  );
}
