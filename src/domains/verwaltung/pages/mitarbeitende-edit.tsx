import { Redirect, type Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { changeKonto } from "../commands/change-konto.ts";
import { kontoValues } from "../model/form-values.ts";
import { kontoAkte } from "../queries/konten.ts";
import { KontoEingabe } from "../model/konto.ts";
import { PersonFields, StandortField } from "../parts/konto-fields.tsx";
import { belowKonto, MITARBEITENDE } from "../parts/below.ts";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/getan.ts";
import { standorte } from "../queries/orte.ts";

const PATH = `${MITARBEITENDE}/:id/bearbeiten`;
const permission = "konto.traeger_verwalten";

async function form(visit: Visit, rejected?: Rejected) {
  const { konto, sites } = await readAs(visit.actor, async (tx) => {
    const konto = await kontoAkte(tx, visit.actor, idOf(visit));
    return { konto, sites: await standorte(tx, { traegerId: konto.traegerId }) };
  });
  const self = `${MITARBEITENDE}/${konto.id}`;
  if (!konto.verwaltbar) return new Redirect(self);
  const record = { version: konto.version, values: kontoValues(konto) };
  const field = fieldsOf(record.values, rejected);
  const options = offered(sites, konto.standortId === null ? [] : [konto.standortId]).map(optionOf);
  const fields = [
    { name: "name", label: "Vor- und Nachname" },
    { name: "email", label: "E-Mail-Adresse" },
    {
      name: "standort",
      label: "Standort",
      show: ([id]: readonly string[]) => options.find((o) => o.value === id)?.label ?? "ein anderer",
    },
  ];
  return (
    <CardPage {...belowKonto(visit, konto)} title="Person und Standort ändern" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={fields} stored={self} />
      <Form action={`${self}/bearbeiten`} record={record} rejected={rejected}>
        <PersonFields
          field={field}
          emailHint="Mit ihr meldet sich die Person an. Ein offener Einladungslink gilt nach einer Änderung nicht mehr."
        />
        <StandortField field={field} options={options} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: KontoEingabe }, async (tx, visit, input) => {
  await changeKonto(tx, visit.actor, visit.at, input);
  return getan.after(`${MITARBEITENDE}/${visit.at.id}`, "gespeichert");
});
