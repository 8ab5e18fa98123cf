import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Alert, CardPage, DateField, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { beginAssessment } from "../commands/begin-assessment.ts";
import { AssessmentTag } from "../model/assessment.ts";
import { hindernis } from "../model/wann.ts";
import { Wer, belowAssessment } from "../parts/below.tsx";
import { FAELLE, ZWECK, assessmentPath, getan } from "../parts/getan.ts";
import { kopfOf } from "../queries/kopf.ts";

const PATH = `${assessmentPath(":id")}/neu`;

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const fall = await openRecordAs(visit.actor, { art: "fall", id }, ZWECK.assessment, (tx) =>
    kopfOf(tx, visit.actor, id),
  );
  const problem = hindernis(fall.phase);
  const field = fieldsOf({ am: [today()] }, rejected);
  return (
    <CardPage {...belowAssessment(visit, fall)} title="Assessment beginnen" rejected={rejected}>
      <Wer fall={fall} />
      {problem !== undefined && rejected === undefined ? (
        <Alert kind="warning">
          {problem} <a href={`${FAELLE}/${id}`}>Zum Fall</a>
        </Alert>
      ) : (
        <Form action={`${assessmentPath(id)}/neu`} rejected={rejected}>
          <DateField
            {...field("am")}
            label="Tag des Assessments"
            hint="Der Tag des ersten Gesprächs. Ein früheres Assessment bleibt daneben stehen."
          />
          <Submit label="Beginnen" cancel={assessmentPath(id)} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "fall.schreiben",
  { form, schema: AssessmentTag },
  async (tx, { actor, at }, input) => {
    await beginAssessment(tx, actor, { fall: at.id }, input);
    return getan.after(assessmentPath(at.id), "begonnen");
  },
);
