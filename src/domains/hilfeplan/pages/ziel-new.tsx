import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Continued, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { addZiel } from "../commands/add-ziel.ts";
import { ZielEingabe } from "../model/plan.ts";
import { belowEntwurf } from "../parts/below.tsx";
import { CASES, getan, planPath } from "../parts/getan.ts";
import { ZielFields } from "../parts/ziel-felder.tsx";
import { entwurfOf } from "../queries/seite.ts";

const permission = "fall.schreiben";
const PATH = `${CASES}/:id/hilfeplan/ziel`;
const DRAFT = { form: "hilfeplan-ziel", name: "Neues Ziel im Hilfeplan", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, felder, f } = await openRecordAs(visit.actor, { art: "fall", id }, "hilfeplan", async (tx) => ({
    fall: (await entwurfOf(tx, visit.actor, id)).fall,
    felder: kodesAm((await codelisten(tx)).handlungsfeld, today()),
    f: await filled(tx, visit, DRAFT, { id, version: 0, values: {} }, rejected),
  }));
  const self = planPath(id);
  return (
    <CardPage {...belowEntwurf(visit, fall)} title="Ziel hinzufügen" rejected={rejected} extra>
      <Continued f={f} />
      <Form action={`${self}/ziel`} draft={f.draft} rejected={rejected}>
        <ZielFields field={fieldsOf(f.values, rejected)} felder={felder} schritte={5} />
        <Submit label="Ziel hinzufügen" cancel={`${self}/entwurf`} draft />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: ZielEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await addZiel(tx, actor, at.id, input);
    return getan.after(`${planPath(at.id)}/entwurf`, "ziel");
  },
);
