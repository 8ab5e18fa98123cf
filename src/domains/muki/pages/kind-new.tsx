import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import {
  CardPage,
  Col,
  DateField,
  EmptyState,
  Entered,
  Form,
  HiddenField,
  NumberField,
  Row,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { personNames } from "../../personen/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { addKind } from "../commands/add-kind.ts";
import { NeuesKind } from "../model/delfin.ts";
import { DELFIN, getan } from "../parts/getan.ts";
import { OrtFields } from "../parts/kind-felder.tsx";

const PATH = `${DELFIN}/neu`;
const Query = z.object({ person: z.uuid().optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { actor, frame } = visit;
  const { person = "" } = askedFor(Query, visit, rejected);
  const { name, towns } = await readAs(actor, async (tx) => ({
    name: (await personNames(tx, actor, [person])).get(person),
    towns: (await kommunen(tx)).filter((k) => k.open).map(optionOf),
  }));
  const field = fieldsOf({ jahr: [today().slice(0, 4)], am: [today()] }, rejected);
  return (
    <CardPage
      frame={frame}
      title="Kind bei DELFIN 4"
      rejected={rejected}
      breadcrumb={[{ label: "DELFIN 4", href: DELFIN }]}
    >
      {name === undefined ? (
        <EmptyState>
          Jedes Kind ist eine Person. <a href="/personen">Suchen Sie das Kind</a> und beginnen Sie auf seiner Seite.
        </EmptyState>
      ) : (
        <Form action={PATH} rejected={rejected}>
          <p>
            Für <Entered>{name}</Entered>. Eltern und Vormund stehen bei der Familie des Kindes.
          </p>
          <HiddenField name="person" value={person} />
          <Row>
            <Col span={6}>
              <NumberField {...field("jahr")} label="Jahr des Tests" hint="Zwei Jahre vor der Einschulung." />
            </Col>
            <Col span={6}>
              <DateField {...field("am")} label="Eingeladen seit" />
            </Col>
          </Row>
          <OrtFields field={field} kommunen={towns} />
          <Submit label="Aufnehmen" cancel={`/personen/${person}`} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "muki.schreiben",
  { form, schema: NeuesKind },
  async (tx, { actor }, input) => getan.after(`${DELFIN}/${await addKind(tx, actor, input)}`, "begonnen"),
);
