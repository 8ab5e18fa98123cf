import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Continued, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { changeKopf } from "../commands/set-kopf.ts";
import { KopfEingabe } from "../model/eingabe.ts";
import { kopfValues } from "../model/rekonstruktion.ts";
import { belowEine } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { KopfFelder, kopfConflict } from "../parts/kopf-felder.tsx";
import { ledBy } from "../queries/rekonstruktionen.ts";

const PATH = `${LIST}/:id/bearbeiten`;
const DRAFT = { form: "rekonstruktion", name: "Frage einer Fallrekonstruktion", resume: PATH };

async function form(visit: Visit, rejected?: Rejected) {
  const { r, f, listen } = await readAs(visit.actor, async (tx) => {
    const found = await ledBy(tx, visit.actor, idOf(visit));
    const record = { id: found.id, version: found.version, values: kopfValues(found) };
    return { r: found, f: await filled(tx, visit, DRAFT, record, rejected), listen: await codelisten(tx) };
  });
  const self = `${LIST}/${r.id}`;
  return (
    <CardPage {...belowEine(visit, r.id)} title="Frage und Ausgangslage" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={kopfConflict(listen)} stored={self} />
      <Continued f={f} />
      <Form action={`${self}/bearbeiten`} record={f.record} draft={f.draft} rejected={rejected}>
        <KopfFelder field={fieldsOf(f.values, rejected)} listen={listen} kept={r} rejected={rejected} />
        <Submit label="Speichern" cancel={self} draft />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "rekonstruktion.leiten",
  { form, schema: KopfEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await changeKopf(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
