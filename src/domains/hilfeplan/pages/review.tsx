import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  DateField,
  EmptyState,
  Entered,
  Form,
  RadioSegment,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { recordBewertung } from "../commands/record-bewertung.ts";
import { ERREICHUNG, UeberpruefungEingabe, wertField } from "../model/ziele.ts";
import { belowPlan } from "../parts/below.tsx";
import { CASES, getan, planPath } from "../parts/getan.ts";
import { planSeite } from "../queries/seite.ts";

const PATH = `${CASES}/:id/hilfeplan/ueberpruefung`;
const STUFEN = ERREICHUNG.map(({ wert, name }) => ({ value: String(wert), label: name }));

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, plan } = await openRecordAs(visit.actor, { art: "fall", id }, "hilfeplan", (tx) =>
    planSeite(tx, visit.actor, id),
  );
  const self = planPath(id);
  const field = fieldsOf({ am: [today()] }, rejected);
  return (
    <CardPage {...belowPlan(visit, fall)} title="Ziele überprüfen" rejected={rejected}>
      {plan === undefined ? (
        <EmptyState>
          Noch ist nichts vereinbart. <a href={self}>Zum Hilfeplan</a>
        </EmptyState>
      ) : (
        <Form action={`${self}/ueberpruefung`} rejected={rejected}>
          <p>
            Schauen Sie mit der Person zurück: Wie weit ist jedes Ziel, gemessen an dem, was Sie beide erwartet haben?
          </p>
          {plan.ziele.map(({ faden, ziel }, i) => (
            <RadioSegment
              {...field(wertField(faden))}
              label={
                <>
                  Ziel {i + 1}: <Entered>{ziel}</Entered>
                </>
              }
              options={STUFEN}
            />
          ))}
          <DateField {...field("am")} label="Wann haben Sie zurückgeschaut?" />
          <DateField {...field("naechste_am")} label="Wann schauen Sie wieder auf den Plan?" optional />
          <TextArea {...field("bemerkung")} label="Was ist dazu zu sagen?" hint="Wird versiegelt." optional />
          <Submit label="Rückblick eintragen" cancel={self} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "fall.schreiben",
  { form, schema: UeberpruefungEingabe },
  async (tx, { actor, at }, { am, naechste_am, bemerkung, ...werte }) => {
    await recordBewertung(tx, actor, at.id, { anlass: "ueberpruefung", am, naechste_am, bemerkung, werte });
    return getan.after(planPath(at.id), "bewertet");
  },
);
