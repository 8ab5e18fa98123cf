import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, Form, Page, SelectField, Submit, fieldsOf } from "../../../ui/index.ts";
import { zeitraumName } from "../../auswertung/index.ts";
import { createBericht } from "../commands/create-bericht.ts";
import { NeuerBericht } from "../model/eingabe.ts";
import { LIST, getan } from "../parts/getan.ts";
import { alsAuswahl, vorlagen } from "../queries/vorlagen.ts";
import { halbjahre, isJahr, jahre } from "../model/zeitraum.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/neu`;
/** Half-years to choose from: five years. */
const SHOWN = 10;
const SHOWN_YEARS = 5;

async function form(visit: Visit, rejected?: Rejected) {
  const all = alsAuswahl(await readAs(visit.actor, vorlagen));
  const options = [...halbjahre(today(), SHOWN), ...jahre(today(), SHOWN_YEARS)].map((z) => ({
    value: `${z.von}_${z.bis}`,
    label: isJahr(z) ? `Jahr ${zeitraumName(z)}` : zeitraumName(z),
  }));
  const field = fieldsOf({ zeitraum: [options[1]?.value ?? ""] }, rejected);
  return (
    <Page
      frame={visit.frame}
      title="Bericht entwerfen"
      rejected={rejected}
      breadcrumb={[{ label: "Berichte", href: LIST }]}
    >
      <Card>
        <Form action={PATH} rejected={rejected}>
          <SelectField {...field("zeitraum")} label="Für welches Halbjahr oder Jahr?" options={options} />
          {offered(all).length === 0 ? null : (
            <SelectField
              {...field("vorlage")}
              label="Womit beginnt er?"
              options={offered(all).map(optionOf)}
              empty="Wie der letzte Bericht"
              optional
            />
          )}
          <Submit label="Entwurf anlegen" cancel={LIST} />
        </Form>
      </Card>
    </Page>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: NeuerBericht }, async (tx, visit, input) =>
  getan.after(`${LIST}/${await createBericht(tx, visit.actor, input)}`, "angelegt"),
);
