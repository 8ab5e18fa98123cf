import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, Entered, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { personNames } from "../../personen/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { verstaendigungAm, verstaendigungFelder } from "../../verstaendigung/index.ts";
import { standorte } from "../../verwaltung/index.ts";
import { makeTermin } from "../commands/set-termin.ts";
import { NeuerTermin } from "../model/termin.ts";
import { TerminFelder } from "../parts/felder.tsx";
import { WEEK, getan } from "../parts/getan.ts";
import { gleichzeitige, terminOf } from "../queries/termin.ts";

const PATH = `${WEEK}/neu`;
const Query = z.object({ person: z.uuid().optional(), tag: z.iso.date().optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { person = "", tag = today() } = askedFor(Query, visit, rejected);
  const { name, sites, listen } = await readAs(actor, async (tx) => ({
    name: (await personNames(tx, actor, [person])).get(person),
    sites: offered(await standorte(tx, { traegerId: actor.traegerId })).map(optionOf),
    listen: await codelisten(tx),
  }));
  const field = fieldsOf({ tag: [tag], dauer: ["45"] }, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title="Termin eintragen"
      rejected={rejected}
      breadcrumb={[{ label: "Termine", href: WEEK }]}
    >
      <Form action={PATH} rejected={rejected}>
        <p>
          {name === undefined ? (
            "Ohne Namen. Einen Termin mit einer Person beginnen Sie auf ihrer Seite."
          ) : (
            <>
              Mit <Entered>{name}</Entered>.
            </>
          )}
        </p>
        <HiddenField name="person" value={name === undefined ? "" : person} />
        <TerminFelder
          field={field}
          standorte={sites}
          verstaendigung={verstaendigungFelder(verstaendigungAm(listen, today()))}
        />
        <Submit label="Eintragen" cancel={WEEK} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "beratung.schreiben",
  { form, schema: NeuerTermin },
  async (tx, { actor }, input) => {
    const id = await makeTermin(tx, actor, input);
    const n = await gleichzeitige(tx, await terminOf(tx, actor, id), id);
    const to = `${WEEK}/${id}`;
    return n === 0 ? getan.after(to, "angelegt") : getan.after(to, "gleichzeitig", n);
  },
);
