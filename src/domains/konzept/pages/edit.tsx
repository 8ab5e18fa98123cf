import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { changeKonzept } from "../commands/change-konzept.ts";
import { KopfEingabe } from "../model/eingabe.ts";
import { kopfValues } from "../model/form-values.ts";
import { belowKonzept } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { KopfFelder } from "../parts/kopf-felder.tsx";
import { zeitraumWahl } from "../parts/zeitraum.ts";
import { writtenBy } from "../queries/konzepte.ts";
import { KeinName } from "../parts/kein-name.tsx";

const PATH = `${LIST}/:id/titel`;

async function form(visit: Visit, rejected?: Rejected) {
  const konzept = await readAs(visit.actor, (tx) => writtenBy(tx, visit.actor, idOf(visit)));
  const self = `${LIST}/${konzept.id}`;
  const record = { version: konzept.version, values: kopfValues(konzept) };
  const spans = new Map(zeitraumWahl(konzept).map(({ value, label }) => [value, label]));
  const fields = [
    { name: "titel", label: "Titel" },
    { name: "zeitraum", label: "Zahlen aus", show: ([z = ""]: readonly string[]) => spans.get(z) ?? z },
  ];
  return (
    <CardPage {...belowKonzept(visit, konzept)} title="Titel und Zeitraum" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={fields} stored={self} />
      <Form action={`${self}/titel`} record={record} rejected={rejected}>
        <KopfFelder field={fieldsOf(record.values, rejected)} kept={konzept} />
        <KeinName field={fieldsOf(record.values, rejected)} rejected={rejected} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "konzept.lesen",
  { form, schema: KopfEingabe },
  async (tx, visit, input) => {
    await changeKonzept(tx, visit.actor, visit.at, input);
    return getan.after(`${LIST}/${visit.at.id}`, "gespeichert");
  },
);
