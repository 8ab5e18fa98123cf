import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { CardPage, EmptyState, Entered, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { personNames } from "../../personen/index.ts";
import { addVerweis } from "../commands/add-verweis.ts";
import { FRAGT_NACH } from "../model/stand.ts";
import { NeuerVerweis } from "../model/verweis.ts";
import { VerweisFelder } from "../parts/felder.tsx";
import { LIST, ORGANISATIONEN, getan } from "../parts/getan.ts";
import { stellen } from "../queries/stellen.ts";

const PATH = `${LIST}/neu`;
const Query = z.object({ person: z.uuid().optional(), fall: z.uuid().optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { actor, frame } = visit;
  const { person = "", fall = "" } = askedFor(Query, visit, rejected);
  const { name, offen, felder } = await readAs(actor, async (tx) => ({
    name: (await personNames(tx, actor, [person])).get(person),
    offen: (await stellen(tx)).filter((one) => one.open),
    felder: kodesAm((await codelisten(tx)).handlungsfeld, today()),
  }));
  const heute = today();
  const preset = {
    warum: ["angebot"],
    kontakt: ["selbst"],
    am: [heute],
    nachfragen_am: [daysFrom(heute, FRAGT_NACH.offen)],
  };
  return (
    <CardPage
      frame={frame}
      title="Verweis eintragen"
      rejected={rejected}
      breadcrumb={[{ label: "Verweise", href: LIST }]}
    >
      {name === undefined ? (
        <EmptyState>
          Ein Verweis gehört zu einer Person. <a href="/personen">Suchen Sie die Person</a> und beginnen Sie auf ihrer
          Seite.
        </EmptyState>
      ) : offen.length === 0 ? (
        <EmptyState>
          Noch ist keine Organisation eingetragen, an die Sie verweisen könnten. Ihre Koordination pflegt{" "}
          <a href={ORGANISATIONEN}>die Liste</a>.
        </EmptyState>
      ) : (
        <Form action={PATH} rejected={rejected}>
          <p>
            Für <Entered>{name}</Entered>
          </p>
          <HiddenField name="person" value={person} />
          <HiddenField name="fall" value={fall} />
          <VerweisFelder
            field={fieldsOf(preset, rejected)}
            stellen={offen}
            felder={felder}
            einwilligungen={`/personen/${person}/einwilligungen`}
            neu
          />
          <Submit label="Verweis eintragen" cancel={fall === "" ? `/personen/${person}` : `/faelle/${fall}`} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "verweis.schreiben",
  { form, schema: NeuerVerweis },
  async (tx, { actor }, input) => getan.after(`${LIST}/${await addVerweis(tx, actor, input)}`, "angelegt"),
);
