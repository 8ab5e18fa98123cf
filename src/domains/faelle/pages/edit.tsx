import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Continued, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { changeFall } from "../commands/change-fall.ts";
import { FallAngaben } from "../model/fall.ts";
import { fallValues } from "../model/form-values.ts";
import { belowFall } from "../parts/below.tsx";
import { AnfrageFields, WeiteresFields, fallConflict } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { fallOf } from "../queries/faelle.ts";

const permission = "fall.schreiben";
const ZWECK = "bearbeitung";
const PATH = `${LIST}/:id/bearbeiten`;
const DRAFT = { form: "fall-aendern", name: "Angaben zum Fall", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, wege, f } = await openRecordAs(visit.actor, { art: "fall", id }, ZWECK, async (tx) => {
    const fall = await fallOf(tx, visit.actor, id);
    const kept = fall.zugangsweg === null ? [] : [fall.zugangsweg];
    return {
      fall,
      wege: kodesAm((await codelisten(tx)).zugangsweg, today(), kept),
      f: await filled(tx, visit, DRAFT, { id, version: fall.version, values: fallValues(fall) }, rejected),
    };
  });
  const self = `${LIST}/${id}`;
  const field = fieldsOf(f.values, rejected);
  return (
    <CardPage {...belowFall(visit, fall)} title="Angaben zum Fall" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={fallConflict(wege)} stored={self} />
      <Continued f={f} />
      <Form action={`${self}/bearbeiten`} record={f.record} draft={f.draft} rejected={rejected}>
        <AnfrageFields field={field} wege={wege} />
        <WeiteresFields field={field} />
        <Submit label="Speichern" cancel={self} draft />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: FallAngaben, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await changeFall(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
