import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm } from "../../../ui/index.ts";
import { removeZiel } from "../commands/remove-ziel.ts";
import { belowEntwurf } from "../parts/below.tsx";
import { getan, planPath, zielPath } from "../parts/getan.ts";
import { zielOf } from "../queries/seite.ts";

const PATH = `${zielPath(":id")}/entfernen`;

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall } = await readAs(visit.actor, (tx) => zielOf(tx, visit.actor, id));
  return (
    <CardPage {...belowEntwurf(visit, fall)} title="Ziel entfernen" rejected={rejected}>
      <Confirm
        action={`${zielPath(id)}/entfernen`}
        confirm="Ziel entfernen"
        back={zielPath(id)}
        danger
        rejected={rejected}
      >
        <p>
          Das Ziel und seine Schritte stehen dann nicht mehr im Entwurf. In Fassungen, die schon vereinbart sind, bleibt
          es stehen.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, "fall.schreiben", { form, schema: NOTHING }, async (tx, { actor, at }) =>
  getan.after(`${planPath(await removeZiel(tx, actor, at.id))}/entwurf`, "entfernt"),
);
