import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { addMassnahme } from "../commands/add-massnahme.ts";
import { changeMassnahme } from "../commands/change-massnahme.ts";
import { massnahmeValues } from "../model/form-values.ts";
import { MassnahmeEingabe } from "../model/massnahme.ts";
import { below } from "../parts/below.ts";
import { CONFLICT, MassnahmeFelder } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { massnahmeOf } from "../queries/massnahmen.ts";
import { wahl } from "../queries/wahl.ts";

const permission = "massnahme.steuern";
const NEU = `${LIST}/neu`;
const Query = z.object({ luecke: z.uuid().optional(), beschluss: z.uuid().optional(), gruppe: z.uuid().optional() });

async function begun(visit: Visit, rejected?: Rejected) {
  const { luecke, beschluss, gruppe } = readQuery(Query, visit.url);
  const from = await readAs(visit.actor, (tx) => wahl(tx));
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  const values = { luecken: one(luecke), beschluss: one(beschluss), gruppe: one(gruppe), von: [today()] };
  return (
    <CardPage
      frame={visit.frame}
      title="Maßnahme vorschlagen"
      rejected={rejected}
      breadcrumb={[{ label: "Maßnahmen", href: LIST }]}
    >
      <Form action={NEU} rejected={rejected}>
        <MassnahmeFelder field={fieldsOf(values, rejected)} wahl={from} rejected={rejected} />
        <Submit label="Vorschlagen" cancel={LIST} />
      </Form>
    </CardPage>
  );
}

async function changed(visit: Visit, rejected?: Rejected) {
  const { m, from } = await readAs(visit.actor, async (tx) => ({
    m: await massnahmeOf(tx, idOf(visit)),
    from: await wahl(tx),
  }));
  const values = massnahmeValues(m);
  const self = `${LIST}/${m.id}`;
  return (
    <CardPage {...below(visit, m.id)} title="Maßnahme bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={self} />
      <Form action={`${self}/bearbeiten`} record={{ version: m.version, values }} rejected={rejected}>
        <MassnahmeFelder field={fieldsOf(values, rejected)} wahl={from} rejected={rejected} kept={m} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const neu = formPage(NEU, permission, { form: begun, schema: MassnahmeEingabe }, async (tx, { actor }, input) =>
  getan.after(`${LIST}/${await addMassnahme(tx, actor, input)}`, "angelegt"),
);

export const edit = formPage(
  `${LIST}/:id/bearbeiten`,
  permission,
  { form: changed, schema: MassnahmeEingabe },
  async (tx, { actor, at }, input) => {
    await changeMassnahme(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
