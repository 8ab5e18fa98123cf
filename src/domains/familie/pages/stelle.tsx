import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  Col,
  DateField,
  Entered,
  Form,
  RadioSegment,
  Row,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { personsByIds } from "../../personen/index.ts";
import { addStelle } from "../commands/add-stelle.ts";
import { Stelle } from "../model/beziehung.ts";
import { belowFamilie } from "../parts/below.tsx";
import { familiePath, getan } from "../parts/getan.ts";

const PATH = "/personen/:id/familie/stelle";
const ARTEN = [
  { value: "vormund", label: "Vormundschaft" },
  { value: "betreuung", label: "rechtliche Betreuung" },
];

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const [person] = await readAs(visit.actor, (tx) => personsByIds(tx, visit.actor, [id]));
  if (person === undefined) throw new NotFound();
  const field = fieldsOf({ art: ["vormund"] }, rejected);
  return (
    <CardPage {...belowFamilie(visit, person)} title="Amt oder Verein eintragen" rejected={rejected}>
      <Form action={`${familiePath(id)}/stelle`} rejected={rejected}>
        <p>
          Für <Entered>{person.name}</Entered>
        </p>
        <RadioSegment {...field("art")} label="Worum geht es?" options={ARTEN} />
        <TextField
          {...field("stelle")}
          label="Amt oder Verein"
          hint="Auch Name und Telefon der Person dort. Wird versiegelt."
        />
        <Row>
          <Col span={6}>
            <DateField {...field("von")} label="Seit" optional />
          </Col>
          <Col span={6}>
            <DateField {...field("bis")} label="Letzter Tag" hint="Leer: besteht." optional />
          </Col>
        </Row>
        <Submit label="Eintragen" cancel={familiePath(id)} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, "person.schreiben", { form, schema: Stelle }, async (tx, visit, input) => {
  const id = idOf(visit);
  await addStelle(tx, visit.actor, id, input);
  return getan.after(familiePath(id), "ergaenzt");
});
