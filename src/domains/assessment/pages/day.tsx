import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { CardPage, Confirm, ConflictNotice, DateField, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { changeDay } from "../commands/change-day.ts";
import { removeAssessment } from "../commands/remove-assessment.ts";
import { AssessmentTag } from "../model/assessment.ts";
import { tagValues } from "../model/form-values.ts";
import { Wer, belowAssessment } from "../parts/below.tsx";
import { TAG, ZWECK, assessmentPath, getan } from "../parts/getan.ts";
import { assessmentOf } from "../queries/assessments.ts";
import { kopfOf } from "../queries/kopf.ts";

const permission = "fall.schreiben";
const PATH = `${TAG}/:id`;

async function read(visit: Visit) {
  const assessment = await readAs(visit.actor, (tx) => assessmentOf(tx, idOf(visit)));
  const subject = { art: "fall", id: assessment.fallId };
  const fall = await openRecordAs(visit.actor, subject, ZWECK.assessment, (tx) =>
    kopfOf(tx, visit.actor, assessment.fallId),
  );
  return { assessment, fall };
}

async function form(visit: Visit, rejected?: Rejected) {
  const { assessment, fall } = await read(visit);
  const values = tagValues(assessment);
  const back = assessmentPath(fall.id);
  const field = fieldsOf(values, rejected);
  return (
    <CardPage {...belowAssessment(visit, fall)} title="Tag des Assessments" rejected={rejected}>
      <Wer fall={fall} />
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={back} />
      <Form action={`${TAG}/${assessment.id}`} record={{ version: assessment.version, values }} rejected={rejected}>
        <DateField {...field("am")} label="Tag des Assessments" />
        <Submit label="Speichern" cancel={back} />
      </Form>
      <p class="hint">
        Versehentlich begonnen? <a href={`${TAG}/${assessment.id}/entfernen`}>Leeres Assessment entfernen</a>
      </p>
    </CardPage>
  );
}

const CONFLICT = [
  { name: "am", label: "Tag des Assessments", show: ([value = ""]: readonly string[]) => tagText(value) },
];

const change = formPage(PATH, permission, { form, schema: AssessmentTag }, async (tx, { actor, at }, input) =>
  getan.after(assessmentPath(await changeDay(tx, actor, at, input)), "gespeichert"),
);

async function question(visit: Visit, rejected?: Rejected) {
  const { assessment, fall } = await read(visit);
  return (
    <CardPage {...belowAssessment(visit, fall)} title="Assessment entfernen" rejected={rejected}>
      <Confirm
        action={`${TAG}/${assessment.id}/entfernen`}
        confirm="Assessment entfernen"
        back={assessmentPath(fall.id)}
        version={assessment.version}
        rejected={rejected}
        danger
      >
        <p>
          Das Assessment vom {tagText(assessment.am)} wird entfernt. Das geht nur, solange in keinem Lebensbereich etwas
          steht.
        </p>
      </Confirm>
    </CardPage>
  );
}

const remove = formPage(
  `${PATH}/entfernen`,
  permission,
  { form: question, schema: NOTHING },
  async (tx, { actor, at }) => getan.after(assessmentPath(await removeAssessment(tx, actor, at)), "entfernt"),
);

export const routes = [change.show, change.save, remove.show, remove.save];
