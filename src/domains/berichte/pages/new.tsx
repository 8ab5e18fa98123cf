import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, Form, Page, SelectField, Submit } from "../../../ui/index.ts";
import { zeitraumName } from "../../auswertung/index.ts";
import { createBericht } from "../commands/create-bericht.ts";
import { neuerBericht } from "../model/eingabe.ts";
import { getan, LIST } from "../parts/visit.ts";
import { halbjahre } from "../model/zeitraum.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/neu`;
/** Half-years to choose from: five years. */
const SHOWN = 10;

function form(visit: Visit, rejected?: Rejected) {
  const options = halbjahre(today(), SHOWN).map((z) => ({ value: `${z.von}_${z.bis}`, label: zeitraumName(z) }));
  return (
    <Page
      frame={visit.frame}
      title="Bericht entwerfen"
      rejected={rejected}
      breadcrumb={[{ label: "Berichte", href: LIST }]}
    >
      <Card>
        <Form action={PATH} rejected={rejected}>
          <SelectField
            name="zeitraum"
            label="Für welches Halbjahr?"
            options={options}
            value={options[1]?.value}
            rejected={rejected}
          />
          <Submit label="Entwurf anlegen" cancel={LIST} />
        </Form>
      </Card>
    </Page>
  );
}

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

export const save = change({
  path: PATH,
  permission,
  schema: neuerBericht,
  save: async (tx, visit, { zeitraum }) =>
    getan.after(`${LIST}/${await createBericht(tx, visit.actor, zeitraum)}`, "angelegt"),
  again: form,
});
