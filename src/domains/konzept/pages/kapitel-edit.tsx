import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Card,
  ConflictNotice,
  Details,
  Form,
  Page,
  SelectField,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { changeKapitel, removeKapitel } from "../commands/kapitel.ts";
import { KapitelEingabe } from "../model/eingabe.ts";
import { kapitelValues } from "../model/form-values.ts";
import { belowKonzept } from "../parts/below.ts";
import { KAPITEL, LIST, getan } from "../parts/getan.ts";
import { kapitelListe, kapitelOf } from "../queries/kapitel.ts";
import { KeinName } from "../parts/kein-name.tsx";

const permission = "konzept.lesen";
const PATH = `${KAPITEL}/:id`;

async function form(visit: Visit, rejected?: Rejected) {
  const { konzept, kapitel, alle } = await readAs(visit.actor, async (tx) => {
    const found = await kapitelOf(tx, visit.actor, idOf(visit));
    if (!found.konzept.schreibt) throw new NotFound();
    return { ...found, alle: await kapitelListe(tx, found.konzept.id) };
  });
  const self = `${KAPITEL}/${kapitel.id}`;
  const back = `${LIST}/${konzept.id}`;
  const record = { version: kapitel.version, values: kapitelValues(kapitel, alle) };
  const field = fieldsOf(record.values, rejected);
  const titles = new Map(alle.map(({ id, titel }) => [id, titel]));
  const fields = [
    { name: "titel", label: "Überschrift" },
    { name: "nach", label: "Steht nach", show: ([id = ""]: readonly string[]) => titles.get(id) ?? "ganz vorn" },
  ];
  return (
    <Page {...belowKonzept(visit, konzept)} title={`Kapitel „${kapitel.titel}“`} rejected={rejected} heading={false}>
      <Card title={`Kapitel „${kapitel.titel}“`} level={1}>
        <ConflictNotice rejected={rejected} fields={fields} stored={self} />
        <Form action={self} record={record} rejected={rejected}>
          <TextField {...field("titel")} label="Überschrift" />
          <SelectField
            {...field("nach")}
            label="Steht nach"
            options={alle.filter(({ id }) => id !== kapitel.id).map(({ id, titel }) => ({ value: id, label: titel }))}
            empty="ganz vorn"
          />
          <KeinName field={field} rejected={rejected} />
          <Submit label="Speichern" cancel={back} />
        </Form>
      </Card>
      <Details summary="Kapitel entfernen">
        <p>Alle Texte, Kommentare und Vorschläge in diesem Kapitel gehen verloren. Beschlossene Fassungen bleiben.</p>
        <Form action={`${self}/entfernen`}>
          <Submit label="Kapitel entfernen" cancel={back} danger />
        </Form>
      </Details>
    </Page>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: KapitelEingabe }, async (tx, visit, input) =>
  getan.after(`${LIST}/${await changeKapitel(tx, visit.actor, visit.at, input)}`, "gespeichert"),
);

export const saveRemove = change(
  `${PATH}/entfernen`,
  permission,
  { schema: NOTHING, again: form },
  async (tx, { actor, at }) => getan.after(`${LIST}/${await removeKapitel(tx, actor, at)}`, "entfernt"),
);
