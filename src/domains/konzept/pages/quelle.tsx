import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Actions, Button, CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { changeQuelle, konzeptVonQuelle, removeQuelle } from "../commands/quelle.ts";
import { QuelleEingabe } from "../model/eingabe.ts";
import { quelleValues } from "../model/form-values.ts";
import { belowKonzept } from "../parts/below.ts";
import { LIST, QUELLE, getan } from "../parts/getan.ts";
import { QuelleFelder } from "../parts/quelle-felder.tsx";
import { quellenIn } from "../queries/kapitel.ts";
import { writtenBy } from "../queries/konzepte.ts";
import { KeinName } from "../parts/kein-name.tsx";

const permission = "konzept.lesen";
const PATH = `${QUELLE}/:id`;
const FIELDS = [
  { name: "text", label: "Quelle" },
  { name: "adresse", label: "Internetadresse" },
];

async function form(visit: Visit, rejected?: Rejected) {
  const { konzept, quelle } = await readAs(visit.actor, async (tx) => {
    const id = idOf(visit);
    const found = await writtenBy(tx, visit.actor, await konzeptVonQuelle(tx, id));
    const one = (await quellenIn(tx, found.id)).find((q) => q.id === id);
    if (one === undefined) throw new NotFound();
    return { konzept: found, quelle: one };
  });
  const self = `${QUELLE}/${quelle.id}`;
  const record = { version: quelle.version, values: quelleValues(quelle) };
  const back = `${LIST}/${konzept.id}/quellen`;
  return (
    <CardPage {...belowKonzept(visit, konzept)} title={`Quelle [${quelle.nr}]`} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={FIELDS} stored={self} />
      <Form action={self} record={record} rejected={rejected}>
        <QuelleFelder field={fieldsOf(record.values, rejected)} />
        <KeinName field={fieldsOf(record.values, rejected)} rejected={rejected} />
        <Submit label="Speichern" cancel={back} />
      </Form>
      <Form action={`${self}/entfernen`}>
        <Actions>
          <Button kind="danger">Quelle entfernen</Button>
        </Actions>
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: QuelleEingabe }, async (tx, visit, input) =>
  getan.after(`${LIST}/${await changeQuelle(tx, visit.actor, visit.at, input)}/quellen`, "gespeichert"),
);

export const saveRemove = change(
  `${PATH}/entfernen`,
  permission,
  { schema: NOTHING, again: form },
  async (tx, { actor, at }) => getan.after(`${LIST}/${await removeQuelle(tx, actor, at)}/quellen`, "ohnequelle"),
);
