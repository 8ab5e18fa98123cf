import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { ButtonLink, CardPage, ConflictNotice, Continued, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { changeZiel } from "../commands/change-ziel.ts";
import { ZielEingabe } from "../model/plan.ts";
import { zielValues } from "../model/schritte.ts";
import { belowEntwurf } from "../parts/below.tsx";
import { getan, planPath, zielPath } from "../parts/getan.ts";
import { ZielFields, zielConflict } from "../parts/ziel-felder.tsx";
import { fallOfZiel } from "../queries/plaene.ts";
import { zielOf } from "../queries/seite.ts";

const permission = "fall.schreiben";
const PATH = zielPath(":id");
const DRAFT = { form: "hilfeplan-ziel-aendern", name: "Ziel im Hilfeplan", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  // What is opened is the case: it says whose file it is.
  const subject = { art: "fall", id: await readAs(visit.actor, (tx) => fallOfZiel(tx, id)) };
  const { fall, ziel, felder, f } = await openRecordAs(visit.actor, subject, "hilfeplan", async (tx) => {
    const { fall, ziel } = await zielOf(tx, visit.actor, id);
    const felder = kodesAm((await codelisten(tx)).handlungsfeld, today(), [ziel.handlungsfeld]);
    const record = { id, version: ziel.version, values: zielValues(ziel) };
    return { fall, ziel, felder, f: await filled(tx, visit, DRAFT, record, rejected) };
  });
  const self = `${planPath(fall.id)}/entwurf`;
  return (
    <CardPage {...belowEntwurf(visit, fall)} title="Ziel bearbeiten" rejected={rejected} extra>
      <ConflictNotice rejected={rejected} fields={zielConflict(felder)} stored={self} />
      <Continued f={f} />
      <Form action={zielPath(id)} record={f.record} draft={f.draft} rejected={rejected}>
        <ZielFields field={fieldsOf(f.values, rejected)} felder={felder} schritte={ziel.schritte.length} />
        <Submit label="Speichern" cancel={self} draft />
      </Form>
      <p>
        <ButtonLink kind="tertiary" small href={`${zielPath(id)}/entfernen`}>
          Ziel entfernen
        </ButtonLink>
      </p>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: ZielEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) =>
    getan.after(`${planPath(await changeZiel(tx, actor, at, input))}/entwurf`, "gespeichert"),
);
