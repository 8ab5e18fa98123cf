import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm, DateField, Entered, fieldsOf } from "../../../ui/index.ts";
import { endGremium, reopenGremium } from "../commands/set-gremium.ts";
import { Ende } from "../model/gremium.ts";
import { belowGremium } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { gremiumOf } from "../queries/gremien.ts";

const permission = "gremium.schreiben";

async function form(visit: Visit, rejected?: Rejected) {
  const gremium = await readAs(visit.actor, (tx) => gremiumOf(tx, idOf(visit)));
  const self = `${LIST}/${gremium.id}`;
  return (
    <CardPage {...belowGremium(visit, gremium)} title="Gremium beenden" rejected={rejected}>
      <Confirm
        action={`${self}/ende`}
        confirm="Gremium beenden"
        back={self}
        version={gremium.version}
        rejected={rejected}
      >
        <p>
          <Entered>{gremium.name}</Entered> trifft sich danach nicht mehr. Beschlüsse, Protokolle und offene Aufträge
          bleiben, wie sie sind. Zurücknehmen können Sie es jederzeit.
        </p>
        <DateField {...fieldsOf({ beendet_am: [today()] }, rejected)("beendet_am")} label="Letzter Tag" />
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${LIST}/:id/ende`,
  permission,
  { form, schema: Ende },
  async (tx, { actor, at }, input) => {
    await endGremium(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "beendet");
  },
);

export const saveReopen = change(
  `${LIST}/:id/wieder`,
  permission,
  { schema: NOTHING, again: form },
  async (tx, { actor, at }) => {
    await reopenGremium(tx, actor, at);
    return getan.after(`${LIST}/${at.id}`, "wieder");
  },
);
