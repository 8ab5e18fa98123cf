import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Continued, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { changeKopf } from "../commands/change-kopf.ts";
import { KopfEingabe } from "../model/eingabe.ts";
import { kopfValues } from "../model/form-values.ts";
import { belowBericht } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { KOPF_CONFLICT, KopfFelder } from "../parts/kopf-felder.tsx";
import { entwurfOf } from "../queries/berichte.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/:id/bearbeiten`;
const DRAFT = { form: "bericht", name: "Kopf eines Berichts", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const { akte, f } = await readAs(visit.actor, async (tx) => {
    const found = await entwurfOf(tx, visit.actor, idOf(visit));
    const record = { id: found.id, version: found.version, values: kopfValues(found) };
    return { akte: found, f: await filled(tx, visit, DRAFT, record, rejected) };
  });
  const self = `${LIST}/${akte.id}`;
  return (
    <CardPage {...belowBericht(visit, akte)} title="Kopf bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={KOPF_CONFLICT} stored={`${self}/bearbeiten`} />
      <Continued f={f} />
      <Form action={`${self}/bearbeiten`} record={f.record} draft={f.draft} rejected={rejected}>
        <KopfFelder field={fieldsOf(f.values, rejected)} />
        <Submit label="Speichern" cancel={self} draft />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: KopfEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await changeKopf(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
