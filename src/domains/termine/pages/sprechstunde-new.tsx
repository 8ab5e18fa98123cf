import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { standorte } from "../../verwaltung/index.ts";
import { beginSprechstunde } from "../commands/set-sprechstunde.ts";
import { SprechstundeEingabe } from "../model/sprechstunde.ts";
import { SERIES, WEEK, getan } from "../parts/getan.ts";
import { SprechstundeFelder } from "../parts/sprechstunde-felder.tsx";

const PATH = `${SERIES}/neu`;

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const sites = await readAs(actor, (tx) => standorte(tx, { traegerId: actor.traegerId }));
  const field = fieldsOf({ von: [today()], wochentag: ["1"], rhythmus: ["woche"] }, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title="Sprechstunde eintragen"
      rejected={rejected}
      breadcrumb={[
        { label: "Termine", href: WEEK },
        { label: "Sprechstunden", href: SERIES },
      ]}
    >
      <Form action={PATH} rejected={rejected}>
        <SprechstundeFelder field={field} standorte={offered(sites).map(optionOf)} />
        <Submit label="Eintragen" cancel={SERIES} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "beratung.schreiben",
  { form, schema: SprechstundeEingabe },
  async (tx, { actor }, input) => getan.after(`${SERIES}/${await beginSprechstunde(tx, actor, input)}`, "sprechstunde"),
);
