import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { fillStelle } from "../commands/fill-stelle.ts";
import { besetztAm, vakanzen } from "../model/plan.ts";
import { BesetzungEingabe, vzaeText } from "../model/stelle.ts";
import { vzae } from "../model/texte.ts";
import { BesetzungFields, SEALED } from "../parts/besetzung-fields.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { belowStelle } from "../parts/below.ts";
import { kontoChoices } from "../queries/personal.ts";
import { type StelleAkte, stelleOf } from "../queries/stellen.ts";

const permission = "stelle.schreiben";
const PATH = `${LIST}/:id/besetzen`;

/** The vacancy that goes on, or nothing: what is free then and from when. */
function free(stelle: StelleAkte) {
  const open = vakanzen(stelle).at(-1);
  if (open === undefined || open.bis !== stelle.bis) return undefined;
  const von = open.von > today() ? open.von : today();
  const frei = stelle.vzae - besetztAm(stelle, von);
  return frei > 0 ? { von, anteil: frei } : undefined;
}

async function form(visit: Visit, rejected?: Rejected) {
  const { stelle, konten } = await readAs(visit.actor, async (tx) => {
    const found = await stelleOf(tx, visit.actor, idOf(visit));
    return { stelle: found, konten: await kontoChoices(tx, visit.actor, found.traegerId, null) };
  });
  const self = `${LIST}/${stelle.id}`;
  const frei = free(stelle);
  const values = frei === undefined ? {} : { anteil: [vzaeText(frei.anteil)], von: [frei.von] };
  return (
    <CardPage {...belowStelle(visit, stelle)} title="Stelle besetzen" rejected={rejected}>
      <Form action={`${self}/besetzen`} rejected={rejected}>
        <p>
          Genehmigt: {vzae(stelle.vzae)} beim Träger {stelle.traeger}.
        </p>
        <BesetzungFields konten={konten} field={fieldsOf(values, rejected)} nameHint={SEALED} />
        <Submit label="Besetzen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage({
  path: PATH,
  permission,
  form,
  schema: BesetzungEingabe,
  save: async (tx, visit, input) => {
    const id = idOf(visit);
    await fillStelle(tx, visit.actor, { id }, input);
    return getan.after(`${LIST}/${id}`, "besetzt");
  },
});
