import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Card, EmptyState, Entered, Page, Pager } from "../../../ui/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { Angaben } from "../parts/bereiche.tsx";
import { belowAssessment } from "../parts/below.tsx";
import { BEREICH, ZWECK } from "../parts/getan.ts";
import { bereichOf, ortOf } from "../queries/assessments.ts";
import { fassungenOf } from "../queries/fassungen.ts";
import { kopfOf } from "../queries/kopf.ts";

const Query = z.object({ vor: z.coerce.number().int().positive().max(1_000_000).optional() });

/** What an area said before it was put right, beside what it says now. */
export const show = page({
  path: `${BEREICH}/:id/verlauf`,
  permission: "fall.lesen",
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { vor } = readQuery(Query, visit.url);
    const ort = await readAs(actor, (tx) => ortOf(tx, id));
    const subject = { art: "fall", id: ort.fallId };
    const { fall, bereich, felder, seite } = await openRecordAs(actor, subject, ZWECK.assessment, async (tx) => {
      const fall = await kopfOf(tx, actor, ort.fallId);
      const { bereich } = await bereichOf(tx, fall.key, { id, assessmentId: ort.assessmentId });
      const seite = await fassungenOf(tx, actor, fall.key, { id, vor });
      return { fall, bereich, seite, felder: (await codelisten(tx)).handlungsfeld };
    });
    const name = nameOf(felder, bereich.handlungsfeld);
    const { fassungen, weiter } = seite;
    return (
      <Page {...belowAssessment(visit, fall)} title={`${name}: frühere Fassungen`} extra>
        {vor === undefined ? (
          <Card title="So steht es jetzt da">
            {bereich.am === null ? <p class="muted">ausgelassen</p> : <Angaben stand={bereich} />}
          </Card>
        ) : null}
        {fassungen.length === 0 ? (
          <Card>
            <EmptyState>Hier wurde noch nichts berichtigt.</EmptyState>
          </Card>
        ) : (
          fassungen.map((fassung) => (
            <Card title={`Bis ${tagText(fassung.ersetztAm)}`}>
              <p class="hint">
                Besprochen am {tagText(fassung.am ?? "")}, geschrieben von{" "}
                {fassung.wer === undefined ? "jemandem, dessen Name gelöscht ist" : <Entered>{fassung.wer}</Entered>}
              </p>
              <Angaben stand={fassung} />
            </Card>
          ))
        )}
        <Pager older={weiter === undefined ? undefined : `${BEREICH}/${id}/verlauf?vor=${weiter}`} />
      </Page>
    );
  },
});
