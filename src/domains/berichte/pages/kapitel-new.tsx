import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Form, SelectField, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { addKapitel } from "../commands/add-kapitel.ts";
import { NeuesKapitel } from "../model/eingabe.ts";
import { KAPITEL, fehlendeArten } from "../model/kapitel.ts";
import { belowBericht } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { entwurfOf } from "../queries/berichte.ts";
import { kapitelIn } from "../queries/kapitel.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/:id/kapitel/neu`;

async function form(visit: Visit, rejected?: Rejected) {
  const { akte, kapitel } = await readAs(visit.actor, async (tx) => {
    const found = await entwurfOf(tx, visit.actor, idOf(visit));
    return { akte: found, kapitel: await kapitelIn(tx, found.id) };
  });
  const self = `${LIST}/${akte.id}/kapitel`;
  const options = fehlendeArten(kapitel)
    .toReversed()
    .map((art) => ({ value: art, label: KAPITEL[art].titel }));
  const field = fieldsOf({ art: ["eigenes"] }, rejected);
  return (
    <CardPage {...belowBericht(visit, akte)} title="Kapitel hinzufügen" rejected={rejected}>
      <Form action={`${self}/neu`} rejected={rejected}>
        <SelectField {...field("art")} label="Was für ein Kapitel?" options={options} />
        <TextField
          {...field("titel")}
          label="Überschrift"
          hint="Leer: wie das Kapitel heißt. Ein eigenes Kapitel braucht eine."
          optional
        />
        <Submit label="Kapitel hinzufügen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: NeuesKapitel }, async (tx, visit, input) =>
  getan.after(`${LIST}/kapitel/${await addKapitel(tx, visit.actor, visit.at, input)}`, "kapitel"),
);
