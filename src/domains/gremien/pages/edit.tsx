import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { changeGremium } from "../commands/set-gremium.ts";
import { gremiumValues } from "../model/form-values.ts";
import { GremiumEingabe } from "../model/gremium.ts";
import { belowGremium } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { GREMIUM_CONFLICT, GremiumFelder } from "../parts/gremium-felder.tsx";
import { gremiumOf } from "../queries/gremien.ts";

async function form(visit: Visit, rejected?: Rejected) {
  const gremium = await readAs(visit.actor, (tx) => gremiumOf(tx, idOf(visit)));
  const self = `${LIST}/${gremium.id}`;
  const values = gremiumValues(gremium);
  return (
    <CardPage {...belowGremium(visit, gremium)} title="Gremium bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={GREMIUM_CONFLICT} stored={self} />
      <Form action={`${self}/bearbeiten`} record={{ version: gremium.version, values }} rejected={rejected}>
        <GremiumFelder field={fieldsOf(values, rejected)} rejected={rejected} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${LIST}/:id/bearbeiten`,
  "gremium.schreiben",
  { form, schema: GremiumEingabe },
  async (tx, { actor, at }, input) => {
    await changeGremium(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
