import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, EmptyState, Entered, Form, HiddenField, RadioSegment, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { personNames } from "../../personen/index.ts";
import { openFall } from "../commands/open-fall.ts";
import { FALLART, NeuerFall } from "../model/fall.ts";
import { AnfrageFields, optionsOf } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";

const PATH = `${LIST}/neu`;
const Query = z.object({ person: z.uuid().optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { actor, frame } = visit;
  const { person = "" } = askedFor(Query, visit, rejected);
  const { name, wege } = await readAs(actor, async (tx) => ({
    name: (await personNames(tx, actor, [person])).get(person),
    wege: kodesAm((await codelisten(tx)).zugangsweg, today()),
  }));
  const mukis = may(actor, "muki.schreiben");
  const field = fieldsOf({ art: ["mukis"], begonnen: [today()], dringlichkeit: ["normal"] }, rejected);
  return (
    <CardPage frame={frame} title="Fall anlegen" rejected={rejected} breadcrumb={[{ label: "Fälle", href: LIST }]}>
      {name === undefined ? (
        <EmptyState>
          Ein Fall gehört zu einer Person. <a href="/personen">Suchen Sie die Person</a> und beginnen Sie auf ihrer
          Seite.
        </EmptyState>
      ) : (
        <Form action={PATH} rejected={rejected}>
          <p>
            Für <Entered>{name}</Entered>
          </p>
          <HiddenField name="person" value={person} />
          {mukis ? <RadioSegment {...field("art")} label="Was für ein Fall?" options={optionsOf(FALLART)} /> : null}
          <AnfrageFields field={field} wege={wege} />
          <Submit label="Fall anlegen" cancel={`/personen/${person}`} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "fall.schreiben",
  { form, schema: NeuerFall },
  async (tx, { actor }, input) => getan.after(`${LIST}/${await openFall(tx, actor, input)}`, "angelegt"),
);
