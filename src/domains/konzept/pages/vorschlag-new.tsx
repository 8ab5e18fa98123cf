import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, TextArea, fieldsOf } from "../../../ui/index.ts";
import { addVorschlag } from "../commands/suggest.ts";
import { VorschlagEingabe } from "../model/eingabe.ts";
import { belowTeil, teilTitel } from "../parts/below.ts";
import { TEIL, VORSCHLAG, getan } from "../parts/getan.ts";
import { HOW } from "../parts/teil-form.tsx";
import { teilOf } from "../queries/kapitel.ts";
import { KeinName } from "../parts/kein-name.tsx";

const PATH = `${TEIL}/:id/vorschlag`;

async function form(visit: Visit, rejected?: Rejected) {
  const akte = await readAs(visit.actor, (tx) => teilOf(tx, visit.actor, idOf(visit)));
  const { teil } = akte;
  const self = `${TEIL}/${teil.id}`;
  const record = { version: teil.version, values: { text: [teil.text] } };
  const field = fieldsOf(record.values, rejected);
  return (
    <CardPage {...belowTeil(visit, akte)} title={`Änderung vorschlagen: ${teilTitel(akte)}`} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={[{ name: "text", label: "Text" }]} stored={`${self}/besprechen`} />
      <p>Ändern Sie den Text so, wie er werden soll. Im Konzept ändert sich erst etwas, wenn die Gruppe annimmt.</p>
      <Form action={`${self}/vorschlag`} record={record} rejected={rejected}>
        <TextArea spellcheck {...field("text")} label="Text" hint={HOW} rows={16} optional />
        <TextArea spellcheck {...field("grund")} label="Warum?" optional />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Vorschlagen" cancel={`${self}/besprechen`} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "konzept.lesen",
  { form, schema: VorschlagEingabe },
  async (tx, { actor, at }, input) =>
    getan.after(`${VORSCHLAG}/${await addVorschlag(tx, actor, at, input)}`, "vorgeschlagen"),
);
