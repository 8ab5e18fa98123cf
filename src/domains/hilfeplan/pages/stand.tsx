import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  CardPage,
  DateField,
  EmptyState,
  Entered,
  Form,
  SelectCell,
  Submit,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { setStaende } from "../commands/set-staende.ts";
import { STAND, StaendeEingabe } from "../model/plan.ts";
import { belowPlan } from "../parts/below.tsx";
import { CASES, getan, planPath } from "../parts/getan.ts";
import { Wer } from "../parts/ziel-karte.tsx";
import { planSeite } from "../queries/seite.ts";

const PATH = `${CASES}/:id/hilfeplan/stand`;
const STAENDE = Object.entries(STAND).map(([value, label]) => ({ value, label }));

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, plan, staende } = await openRecordAs(visit.actor, { art: "fall", id }, "hilfeplan", (tx) =>
    planSeite(tx, visit.actor, id),
  );
  const self = planPath(id);
  const schritte = (plan?.ziele ?? []).flatMap(({ schritte }, i) => schritte.map((s) => ({ ...s, nummer: i + 1 })));
  const now = Object.fromEntries(
    schritte.map(({ faden }) => [`stand_${faden}`, [staende.get(faden)?.stand ?? "offen"]]),
  );
  const field = fieldsOf({ am: [today()], ...now }, rejected);
  return (
    <CardPage {...belowPlan(visit, fall)} title="Stand der Schritte" rejected={rejected} extra>
      {plan === undefined ? (
        <EmptyState>
          Noch ist nichts vereinbart. <a href={self}>Zum Hilfeplan</a>
        </EmptyState>
      ) : (
        <Form action={`${self}/stand`} rejected={rejected}>
          <Table
            caption="Was wurde aus den Schritten?"
            stack
            rows={schritte}
            columns={[
              { label: "Was", cell: ({ was }) => <Entered>{was}</Entered> },
              { label: "Ziel", cell: ({ nummer }) => String(nummer) },
              { label: "Wer", cell: (schritt) => <Wer schritt={schritt} /> },
              { label: "Bis wann", cell: ({ bis }) => (bis === null ? "ohne Tag" : tagText(bis)) },
              {
                label: "Stand",
                cell: ({ faden, was }) => (
                  <SelectCell {...field(`stand_${faden}`)} label={`Stand: ${was}`} options={STAENDE} />
                ),
              },
            ]}
          />
          <DateField {...field("am")} label="Seit wann ist es so?" hint="Gilt für alles, was Sie hier ändern." />
          <Submit label="Stand eintragen" cancel={self} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "fall.schreiben",
  { form, schema: StaendeEingabe },
  async (tx, { actor, at }, input) => {
    const n = await setStaende(tx, actor, at.id, input);
    const self = planPath(at.id);
    return n === 0 ? getan.after(self, "unveraendert") : getan.after(self, "stand", n);
  },
);
