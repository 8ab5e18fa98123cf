import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Alert,
  CardPage,
  Checkbox,
  type ConflictField,
  ConflictNotice,
  DateField,
  Form,
  RadioSegment,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { agreePlan } from "../commands/agree-plan.ts";
import { Vereinbarung, ZUSTIMMUNG } from "../model/plan.ts";
import { fehltZurVereinbarung } from "../model/vereinbar.ts";
import { belowEntwurf } from "../parts/below.tsx";
import { CASES, getan, planPath } from "../parts/getan.ts";
import { entwurfOf } from "../queries/seite.ts";

const PATH = `${CASES}/:id/hilfeplan/vereinbaren`;
const WIE = Object.entries(ZUSTIMMUNG).map(([value, label]) => ({ value, label }));

const CONFLICT: readonly ConflictField[] = [
  { name: "am", label: "Vereinbart am" },
  { name: "zustimmung", label: "Die Person" },
];

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, plan } = await openRecordAs(visit.actor, { art: "fall", id }, "hilfeplan", (tx) =>
    entwurfOf(tx, visit.actor, id),
  );
  const self = planPath(id);
  const fehlt = fehltZurVereinbarung(plan);
  const field = fieldsOf({ am: [today()] }, rejected);
  return (
    <CardPage {...belowEntwurf(visit, fall)} title="Plan vereinbaren" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={`${self}/entwurf`} />
      {fehlt !== undefined && rejected === undefined ? (
        <Alert kind="warning">
          {fehlt} <a href={`${self}/entwurf`}>Zum Entwurf</a>
        </Alert>
      ) : (
        <Form action={`${self}/vereinbaren`} record={{ version: plan.version, values: {} }} rejected={rejected}>
          <p>
            Fassung {plan.fassung} hat {plan.ziele.length === 1 ? "ein Ziel" : `${String(plan.ziele.length)} Ziele`}.
            Danach ändert sie sich nicht mehr; was sich ändert, kommt in eine neue Fassung.
          </p>
          <DateField {...field("am")} label="Vereinbart am" />
          <RadioSegment {...field("zustimmung")} label="Die Person" options={WIE} />
          <Checkbox {...field("person")} label="Die Person ist mit dem Plan einverstanden." />
          <Checkbox {...field("beratung")} label="Ich bin mit dem Plan einverstanden." />
          <Submit label="Plan vereinbaren" cancel={`${self}/entwurf`} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "fall.schreiben",
  { form, schema: Vereinbarung },
  async (tx, { actor, at }, input) => {
    await agreePlan(tx, actor, at, input);
    return getan.after(planPath(at.id), "vereinbart");
  },
);
