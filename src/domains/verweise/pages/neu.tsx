import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import { type Rejected, type Values, first } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { CardPage, Continued, EmptyState, Entered, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { personNames } from "../../personen/index.ts";
import { addVerweis } from "../commands/add-verweis.ts";
import { FRAGT_NACH } from "../model/stand.ts";
import { NeuerVerweis } from "../model/verweis.ts";
import { VerweisFelder } from "../parts/felder.tsx";
import { LIST, ORGANISATIONEN, getan } from "../parts/getan.ts";
import { stellen } from "../queries/stellen.ts";

const PATH = `${LIST}/neu`;
const TITLE = "Verweis eintragen";
const DRAFT = { form: "verweis", name: TITLE, resume: PATH };
const Query = z.object({ person: z.uuid().optional(), fall: z.uuid().optional() });

const ofDraft = (values: Values) => ({ person: first(values, "person"), fall: first(values, "fall") });

async function form(visit: Visit, rejected?: Rejected) {
  const { actor, frame } = visit;
  const asked = askedFor(Query, visit, rejected);
  const { f, person, fall, name, offen, felder } = await readAs(actor, async (tx) => {
    const f = await filled(tx, visit, DRAFT, undefined, rejected);
    // A draft that is gone on with knows whom it is for.
    const { person = "", fall = "" } = f.continued === undefined ? asked : ofDraft(f.values);
    return {
      f,
      person,
      fall,
      name: (await personNames(tx, actor, [person])).get(person),
      offen: (await stellen(tx)).filter((one) => one.open),
      felder: kodesAm((await codelisten(tx)).handlungsfeld, today()),
    };
  });
  const heute = today();
  const preset = {
    warum: ["angebot"],
    kontakt: ["selbst"],
    am: [heute],
    nachfragen_am: [daysFrom(heute, FRAGT_NACH.offen)],
  };
  return (
    <CardPage frame={frame} title={TITLE} rejected={rejected} breadcrumb={[{ label: "Verweise", href: LIST }]}>
      <Continued f={f} />
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
        <Form action={PATH} draft={f.draft} rejected={rejected}>
          <p>
            Für <Entered>{name}</Entered>
          </p>
          <HiddenField name="person" value={person} />
          <HiddenField name="fall" value={fall} />
          <VerweisFelder
            field={fieldsOf(rejected === undefined && f.continued === undefined ? preset : f.values, rejected)}
            stellen={offen}
            felder={felder}
            einwilligungen={`/personen/${person}/einwilligungen`}
            neu
          />
          <Submit label="Verweis eintragen" cancel={fall === "" ? `/personen/${person}` : `/faelle/${fall}`} draft />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "verweis.schreiben",
  { form, schema: NeuerVerweis, draft: DRAFT },
  async (tx, { actor }, input) => getan.after(`${LIST}/${await addVerweis(tx, actor, input)}`, "angelegt"),
);
