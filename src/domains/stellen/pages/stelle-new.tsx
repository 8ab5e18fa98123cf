import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, Form, Page, SelectField, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { createStelle } from "../commands/create-stelle.ts";
import { NeueStelle } from "../model/stelle.ts";
import { LIST, getan } from "../parts/getan.ts";
import { StelleFields } from "../parts/stelle-fields.tsx";
import { traegerWahl } from "../queries/stellen.ts";

const permission = "stelle.schreiben";

async function form(visit: Visit, rejected?: Rejected) {
  const { traeger, ...choices } = await readAs(visit.actor, async (tx) => ({
    arten: kodesAm((await codelisten(tx)).stelle_art, today()),
    kommunen: offered(await kommunen(tx)),
    traeger: offered(await traegerWahl(tx, visit.actor)),
  }));
  const field = fieldsOf(undefined, rejected);
  return (
    <Page
      frame={visit.frame}
      title="Stelle anlegen"
      rejected={rejected}
      breadcrumb={[{ label: "Stellen", href: LIST }]}
    >
      <Card>
        <Form action={LIST} rejected={rejected}>
          <SelectField
            {...field("traegerId")}
            label="Träger"
            hint="Wer anstellt. Die Stelle bleibt bei diesem Träger."
            options={traeger.map(optionOf)}
            empty="Bitte wählen"
            autofocus
          />
          <StelleFields choices={choices} field={field} />
          <Submit label="Anlegen" cancel={LIST} />
        </Form>
      </Card>
    </Page>
  );
}

export const { show, save } = formPage(
  LIST,
  permission,
  { form, schema: NeueStelle, shownAt: `${LIST}/neu` },
  async (tx, visit, input) => getan.after(`${LIST}/${await createStelle(tx, visit.actor, input)}`, "angelegt"),
);
