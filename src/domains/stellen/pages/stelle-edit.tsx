import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Alert, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { changeStelle } from "../commands/change-stelle.ts";
import { stelleValues } from "../model/form-values.ts";
import { StelleEingabe } from "../model/stelle.ts";
import { LIST, getan } from "../parts/getan.ts";
import { StelleFields, stelleConflict } from "../parts/stelle-fields.tsx";
import { belowStelle } from "../parts/below.ts";
import { stelleOf } from "../queries/stellen.ts";

const permission = "stelle.schreiben";
const PATH = `${LIST}/:id/bearbeiten`;

async function form(visit: Visit, rejected?: Rejected) {
  const { stelle, ...choices } = await readAs(visit.actor, async (tx) => {
    const found = await stelleOf(tx, visit.actor, idOf(visit));
    const arten = kodesAm((await codelisten(tx)).stelle_art, today(), [found.art]);
    const kept = found.kommunen.map((k) => k.ags);
    return { stelle: found, arten, kommunen: offered(await kommunen(tx), kept) };
  });
  const self = `${LIST}/${stelle.id}`;
  const record = { version: stelle.version, values: stelleValues(stelle) };
  return (
    <CardPage {...belowStelle(visit, stelle)} title="Stelle bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={stelleConflict(choices)} stored={`${self}/bearbeiten`} />
      <Alert kind="info">
        Hier korrigieren Sie, was falsch eingetragen ist. Ändert sich die Stelle ab einem Tag, geben Sie ihr einen
        letzten Tag und legen eine neue an; so bleibt der Stellenplan früherer Tage, wie er war.
      </Alert>
      <Form action={`${self}/bearbeiten`} record={record} rejected={rejected}>
        <p>Träger: {stelle.traeger}</p>
        <StelleFields choices={choices} field={fieldsOf(record.values, rejected)} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: StelleEingabe }, async (tx, visit, input) => {
  await changeStelle(tx, visit.actor, visit.at, input);
  return getan.after(`${LIST}/${visit.at.id}`, "gespeichert");
});
