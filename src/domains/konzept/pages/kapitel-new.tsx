import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Form, SelectField, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { addKapitel } from "../commands/kapitel.ts";
import { NeuesKapitel } from "../model/eingabe.ts";
import { belowKonzept } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { writtenBy } from "../queries/konzepte.ts";
import { KeinName } from "../parts/kein-name.tsx";

const PATH = `${LIST}/:id/kapitel`;

async function form(visit: Visit, rejected?: Rejected) {
  const { konzept, listen } = await readAs(visit.actor, async (tx) => ({
    konzept: await writtenBy(tx, visit.actor, idOf(visit)),
    listen: await codelisten(tx),
  }));
  const self = `${LIST}/${konzept.id}`;
  const field = fieldsOf({}, rejected);
  return (
    <CardPage {...belowKonzept(visit, konzept)} title="Kapitel hinzufügen" rejected={rejected}>
      <Form action={`${self}/kapitel`} rejected={rejected}>
        <SelectField
          {...field("handlungsfeld")}
          label="Handlungsfeld"
          hint="Mit Handlungsfeld hat das Kapitel fünf Teile, ohne eines."
          options={kodesAm(listen.handlungsfeld, today()).map(({ code, name }) => ({ value: code, label: name }))}
          empty="keines, zum Beispiel ein Vorwort"
          optional
        />
        <TextField {...field("titel")} label="Überschrift" hint="Leer: wie das Handlungsfeld." optional />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Kapitel hinzufügen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "konzept.lesen",
  { form, schema: NeuesKapitel },
  async (tx, visit, input) => {
    await addKapitel(tx, visit.actor, visit.at, input);
    return getan.after(`${LIST}/${visit.at.id}`, "kapitel");
  },
);
