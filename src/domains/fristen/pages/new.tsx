import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { type Rejected, NotFound } from "../../../platform/form.ts";
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
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { aktenzeichen, fallOf } from "../../faelle/index.ts";
import { personNames } from "../../personen/index.ts";
import { setFrist } from "../commands/set-frist.ts";
import { NeueFrist, VORLAUF } from "../model/frist.ts";
import { LIST, getan } from "../parts/getan.ts";

const PATH = `${LIST}/neu`;
const Query = z.object({ person: z.uuid().optional(), fall: z.uuid().optional() });

type Wozu = { readonly person: string; readonly name: string | undefined; readonly fall: string; readonly az: string };

/** Whom it is about: of a case its person. */
async function wozu(tx: Tx, { actor }: Visit, { person = "", fall = "" }: z.output<typeof Query>): Promise<Wozu> {
  if (fall !== "") {
    const of = await fallOf(tx, actor, fall);
    return { person: of.personId, name: of.person, fall, az: aktenzeichen(of) };
  }
  return { person, name: (await personNames(tx, actor, [person])).get(person), fall: "", az: "" };
}

async function form(visit: Visit, rejected?: Rejected) {
  const asked = askedFor(Query, visit, rejected);
  const of = await readAs(visit.actor, (tx) => wozu(tx, visit, asked)).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
  const field = fieldsOf({ vorlauf: [String(VORLAUF)] }, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title="Frist setzen"
      rejected={rejected}
      breadcrumb={[{ label: "Fristen", href: LIST }]}
    >
      {of?.name === undefined ? (
        <EmptyState>
          Eine Frist gehört zu einer Person. <a href="/personen">Suchen Sie die Person</a> und beginnen Sie auf ihrer
          Seite oder in ihrem Fall.
        </EmptyState>
      ) : (
        <Form action={PATH} rejected={rejected}>
          <p>
            Für <Entered>{of.name}</Entered>
            {of.az === "" ? null : `, Fall ${of.az}`}.
          </p>
          <HiddenField name="person" value={of.person} />
          <HiddenField name="fall" value={of.fall} />
          <TextField {...field("titel")} label="Worum geht es?" hint="Wird versiegelt." autofocus />
          <Row>
            <Col span={6}>
              <DateField {...field("am")} label="Bis wann?" />
            </Col>
            <Col span={6}>
              <NumberField {...field("vorlauf")} label="Tage vorher erinnern" optional />
            </Col>
          </Row>
          <Submit label="Setzen" cancel={of.fall === "" ? `/personen/${of.person}` : `/faelle/${of.fall}`} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "fall.schreiben",
  { form, schema: NeueFrist },
  async (tx, { actor }, input) => getan.after(`${LIST}/${await setFrist(tx, actor, input)}`, "angelegt"),
);
