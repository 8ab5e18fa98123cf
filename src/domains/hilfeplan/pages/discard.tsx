import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm } from "../../../ui/index.ts";
import { discardEntwurf } from "../commands/discard-entwurf.ts";
import { belowEntwurf } from "../parts/below.tsx";
import { CASES, getan, planPath } from "../parts/getan.ts";
import { entwurfOf } from "../queries/seite.ts";

const PATH = `${CASES}/:id/hilfeplan/verwerfen`;

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, plan } = await readAs(visit.actor, (tx) => entwurfOf(tx, visit.actor, id));
  return (
    <CardPage {...belowEntwurf(visit, fall)} title="Entwurf verwerfen" rejected={rejected}>
      <Confirm
        action={`${planPath(id)}/verwerfen`}
        confirm="Entwurf verwerfen"
        back={`${planPath(id)}/entwurf`}
        version={plan.version}
        danger
        rejected={rejected}
      >
        <p>Ziele und Schritte des Entwurfs sind dann weg. Was vereinbart ist, bleibt und gilt weiter.</p>
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, "fall.schreiben", { form, schema: NOTHING }, async (tx, { actor, at }) => {
  await discardEntwurf(tx, actor, at);
  return getan.after(planPath(at.id), "verworfen");
});
