import { type Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  ButtonLink,
  Card,
  type ConflictField,
  ConflictNotice,
  DateField,
  Form,
  Page,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { changeEntwurf, entwurfValues } from "../commands/change-entwurf.ts";
import { EntwurfEingabe, type Plan } from "../model/plan.ts";
import { fehltZurVereinbarung } from "../model/vereinbar.ts";
import { belowPlan } from "../parts/below.tsx";
import { CASES, getan, planPath, zielPath } from "../parts/getan.ts";
import { ZielKarte } from "../parts/ziel-karte.tsx";
import { entwurfOf } from "../queries/seite.ts";

const permission = "fall.schreiben";
const PATH = `${CASES}/:id/hilfeplan/entwurf`;

const CONFLICT: readonly ConflictField[] = [
  { name: "ueberpruefung_am", label: "Wann schauen Sie wieder auf den Plan?", show: ([day = ""]) => tagText(day) },
  { name: "bemerkung", label: "Was ist außerdem vereinbart?" },
];

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { seite, felder } = await openRecordAs(visit.actor, { art: "fall", id }, "hilfeplan", async (tx) => ({
    seite: await entwurfOf(tx, visit.actor, id),
    felder: (await codelisten(tx)).handlungsfeld,
  }));
  const { fall, plan, vorige } = seite;
  const self = planPath(id);
  const values = entwurfValues(plan);
  const field = fieldsOf(values, rejected);
  return (
    <Page {...belowPlan(visit, fall)} title="Entwurf des Hilfeplans" heading={false} rejected={rejected} extra>
      <Naechstes fallId={id} plan={plan} vergleichbar={vorige !== undefined} />
      {plan.ziele.map((ziel, i) => (
        <ZielKarte
          ziel={ziel}
          nummer={i + 1}
          felder={felder}
          heute={today()}
          action={
            <ButtonLink kind="secondary" small href={zielPath(ziel.id)}>
              Ziel {i + 1} bearbeiten
            </ButtonLink>
          }
        />
      ))}
      <Card title="Für den ganzen Plan">
        <ConflictNotice rejected={rejected} fields={CONFLICT} stored={`${self}/entwurf`} />
        <Form action={`${self}/entwurf`} record={{ version: plan.version, values }} rejected={rejected}>
          <DateField {...field("ueberpruefung_am")} label="Wann schauen Sie wieder auf den Plan?" optional />
          <TextArea
            {...field("bemerkung")}
            label="Was ist außerdem vereinbart?"
            hint="Wird versiegelt und steht auf der Kopie für die Person."
            optional
          />
          <Submit label="Speichern" cancel={self} />
        </Form>
      </Card>
    </Page>
  );
}

type NaechstesProps = { readonly fallId: string; readonly plan: Plan; readonly vergleichbar: boolean };

/** What is missing, and what can be done: another goal first, and as soon as nothing is missing, to agree. */
function Naechstes({ fallId, plan, vergleichbar }: NaechstesProps) {
  const self = planPath(fallId);
  const fehlt = fehltZurVereinbarung(plan);
  return (
    <Card title={`Entwurf, Fassung ${String(plan.fassung)}`} level={1}>
      <p>{fehlt ?? "Der Entwurf ist vollständig. Sind beide einverstanden, vereinbaren Sie ihn."}</p>
      <Actions>
        <ButtonLink kind={fehlt === undefined ? "secondary" : "primary"} small href={`${self}/ziel`}>
          Ziel hinzufügen
        </ButtonLink>
        {fehlt === undefined ? (
          <ButtonLink kind="primary" small href={`${self}/vereinbaren`}>
            Plan vereinbaren
          </ButtonLink>
        ) : null}
        {plan.ziele.length === 0 ? null : (
          <ButtonLink kind="secondary" small href={`${self}/druck?fassung=${String(plan.fassung)}`}>
            Entwurf drucken
          </ButtonLink>
        )}
        {vergleichbar ? (
          <ButtonLink kind="tertiary" small href={`${self}/vergleich`}>
            Mit der vorigen vergleichen
          </ButtonLink>
        ) : null}
        <ButtonLink kind="tertiary" small href={`${self}/verwerfen`}>
          Entwurf verwerfen
        </ButtonLink>
      </Actions>
    </Card>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: EntwurfEingabe, notices: getan },
  async (tx, { actor, at }, input) => {
    await changeEntwurf(tx, actor, at, input);
    return getan.after(`${planPath(at.id)}/entwurf`, "gespeichert");
  },
);
