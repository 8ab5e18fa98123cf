import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Actions,
  Alert,
  ButtonLink,
  Card,
  ConflictNotice,
  Entered,
  Form,
  HiddenField,
  Page,
  RadioSegment,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { clarifyFall } from "../commands/clarify-fall.ts";
import { KlaerungEingabe, answerField, answerValues } from "../model/klaerung.ts";
import { PHASEN } from "../model/phasen.ts";
import { ANTWORT, VORSCHLAG, type Zielgruppe, vorschlagOf } from "../model/zielgruppe.ts";
import { belowFall } from "../parts/below.tsx";
import { DringlichkeitField, WeiteresFields, klaerungConflict, optionsOf } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { FruehereKlaerungen } from "../parts/klaerungen.tsx";
import { Schritte } from "../parts/schritte.tsx";
import { type Fall, fallOf } from "../queries/faelle.ts";
import { klaerungenOf } from "../queries/klaerungen.ts";
import { zielgruppeAm } from "../queries/zielgruppen.ts";
import type { Klaerung } from "../model/klaerung.ts";

const permission = "fall.schreiben";
const PATH = `${LIST}/:id/klaerung`;

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, regel, klaerungen } = await openRecordAs(visit.actor, { art: "fall", id }, "klaerung", async (tx) => ({
    fall: await fallOf(tx, visit.actor, id),
    regel: await zielgruppeAm(tx, today()),
    klaerungen: await klaerungenOf(tx, id),
  }));
  const open = klaerungen.find(({ schrittId }) => schrittId === null);
  return (
    <Page {...belowFall(visit, fall)} title="Klärung" heading={false} rejected={rejected} extra>
      <Card title="Klärung" level={1}>
        <p>
          Für <Entered>{fall.person}</Entered>
        </p>
        {regel === undefined ? (
          <Alert kind="info">
            Der Kreis hat für heute keine Regel hinterlegt. Tragen Sie bei den{" "}
            <a href={`${LIST}/${id}/bearbeiten`}>Angaben zum Fall</a> ein, ob schon jemand anderes den Fall führt, und
            entscheiden Sie dann.
          </Alert>
        ) : fall.phase === "klaerung" ? (
          <Fragen fall={fall} regel={regel} open={open} rejected={rejected} />
        ) : (
          <Alert kind="info">
            Der Fall ist in der Phase „{PHASEN[fall.phase]}“. Geklärt wird in der Phase „Klärung“.
          </Alert>
        )}
      </Card>
      {open === undefined || regel === undefined ? null : <Entscheidung fall={fall} regel={regel} open={open} />}
      <FruehereKlaerungen klaerungen={klaerungen} fall={fall} />
    </Page>
  );
}

type FragenProps = {
  readonly fall: Fall;
  readonly regel: Zielgruppe;
  readonly open: Klaerung | undefined;
  readonly rejected: Rejected | undefined;
};

/** The questions of the rule that holds today, and what else has to be known before somebody decides. */
function Fragen({ fall, regel, open, rejected }: FragenProps) {
  const self = `${LIST}/${fall.id}`;
  const values = {
    ...answerValues(open, regel),
    dringlichkeit: [fall.dringlichkeit],
    weiteres: [fall.weiteres ?? ""],
    weiteres_wer: [fall.weiteresWer ?? ""],
    weiteres_seit: [fall.weiteresSeit ?? ""],
  };
  const field = fieldsOf(values, rejected);
  return (
    <>
      <ConflictNotice rejected={rejected} fields={klaerungConflict(regel)} stored={self} />
      {regel.hinweis === null ? null : (
        <p>
          <Entered>{regel.hinweis}</Entered>
        </p>
      )}
      <Form action={`${self}/klaerung`} record={{ version: fall.version, values }} rejected={rejected}>
        <HiddenField name="regel" value={regel.id} />
        {regel.kriterien.map(({ folge, frage, zwingend, erwartet }) => (
          <RadioSegment
            {...field(answerField(folge))}
            label={<Entered>{frage}</Entered>}
            hint={zwingend ? `Für einen Fall nötig: ${ANTWORT[erwartet]}.` : undefined}
            options={optionsOf(ANTWORT)}
          />
        ))}
        <WeiteresFields field={field} />
        <DringlichkeitField field={field} />
        <Submit label={open === undefined ? "Vorschlag zeigen" : "Klärung speichern"} cancel={self} />
      </Form>
    </>
  );
}

type EntscheidungProps = { readonly fall: Fall; readonly regel: Zielgruppe; readonly open: Klaerung };

/** What the rule proposes and why; whoever leads the case decides, also otherwise, and says why. */
function Entscheidung({ fall, regel, open }: EntscheidungProps) {
  const antworten = new Map(open.antworten.map(({ kriterium, antwort }) => [kriterium, antwort]));
  const other = open.zielgruppeId !== regel.id;
  const { art, weil } = vorschlagOf(regel, antworten);
  return (
    <Card title="Entscheidung">
      {other ? (
        <Alert kind="warning">
          Seit dieser Klärung gilt eine neue Regel. Beantworten Sie die Fragen oben noch einmal.
        </Alert>
      ) : (
        <>
          <p>
            Vorschlag nach der Regel: <strong>{VORSCHLAG[art]}</strong>.
          </p>
          {weil.length === 0 ? null : (
            <>
              <p>{art === "offen" ? "Noch zu klären:" : "Nicht erfüllt:"}</p>
              <ul>
                {weil.map(({ frage }) => (
                  <li>
                    <Entered>{frage}</Entered>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <p class="hint">Sie entscheiden, auch anders als vorgeschlagen. Sagen Sie in einem Satz, warum.</p>
      <Schritte fall={fall} vorschlag={other ? "offen" : art} />
      <Actions>
        <ButtonLink kind="secondary" href={`${LIST}/${fall.id}`}>
          Später entscheiden
        </ButtonLink>
      </Actions>
    </Card>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: KlaerungEingabe, notices: getan },
  async (tx, { actor, at }, input) => {
    await clarifyFall(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}/klaerung`, "geklaert");
  },
);
