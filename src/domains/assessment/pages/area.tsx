import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Alert, Card, ConflictNotice, Continued, Entered, Form, Page, fieldsOf } from "../../../ui/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { assess } from "../commands/assess.ts";
import { Einschaetzung } from "../model/assessment.ts";
import { bereichValues } from "../model/form-values.ts";
import { hindernis } from "../model/wann.ts";
import { AreaFields, AreaSubmit, areaConflict } from "../parts/area-fields.tsx";
import { Neben } from "../parts/area-side.tsx";
import { belowAssessment } from "../parts/below.tsx";
import { BEREICH, ZWECK, assessmentPath, getan } from "../parts/getan.ts";
import { bereichOf, ortOf, vorherOf } from "../queries/assessments.ts";
import { kopfOf } from "../queries/kopf.ts";

const permission = "fall.schreiben";
const PATH = `${BEREICH}/:id`;
const DRAFT = { form: "lebensbereich", name: "Lebensbereich einschätzen", resume: PATH };

async function read(visit: Visit, id: string, rejected: Rejected | undefined) {
  const ort = await readAs(visit.actor, (tx) => ortOf(tx, id));
  const subject = { art: "fall", id: ort.fallId };
  return openRecordAs(visit.actor, subject, ZWECK.assessment, async (tx) => {
    const fall = await kopfOf(tx, visit.actor, ort.fallId);
    const { bereich, alle } = await bereichOf(tx, fall.key, { id, assessmentId: ort.assessmentId });
    const vorher = await vorherOf(tx, fall.key, { ...ort, feld: bereich.handlungsfeld });
    const felder = (await codelisten(tx)).handlungsfeld;
    const record = { id, version: bereich.version, values: bereichValues(bereich, ort.tag) };
    return { ort, fall, bereich, alle, vorher, felder, f: await filled(tx, visit, DRAFT, record, rejected) };
  });
}

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { ort, fall, bereich, alle, vorher, felder, f } = await read(visit, id, rejected);
  const name = nameOf(felder, bereich.handlungsfeld);
  const self = `${BEREICH}/${id}`;
  const back = assessmentPath(ort.fallId);
  const problem = hindernis(fall.phase);
  const next = alle.some((one) => one.am === null && one.id !== id);
  return (
    <Page
      {...belowAssessment(visit, fall)}
      title={name}
      heading={false}
      rejected={rejected}
      extra
      side={<Neben id={id} alle={alle} felder={felder} vorher={vorher} />}
    >
      <Card title={name} level={1}>
        <p class="hint">
          <Entered>{fall.person}</Entered>, Assessment vom {tagText(ort.tag)}
        </p>
        {problem !== undefined && rejected === undefined ? (
          <Alert kind="warning">{problem}</Alert>
        ) : (
          <>
            <ConflictNotice rejected={rejected} fields={areaConflict} stored={back} />
            <Continued f={f} />
            <Form action={self} record={f.record} draft={f.draft} rejected={rejected}>
              <AreaFields field={fieldsOf(f.values, rejected)} />
              <AreaSubmit cancel={back} next={next} />
            </Form>
          </>
        )}
      </Card>
    </Page>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: Einschaetzung, draft: DRAFT, notices: getan },
  async (tx, { actor, at }, input) => {
    const { fallId, naechster } = await assess(tx, actor, at, input);
    const to = input.weiter !== null && naechster !== undefined ? `${BEREICH}/${naechster}` : assessmentPath(fallId);
    return getan.after(to, "gespeichert");
  },
);
