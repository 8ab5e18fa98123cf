import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  Col,
  DateField,
  EmptyState,
  type FieldsOf,
  Form,
  HiddenField,
  Row,
  SelectField,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { WER, zieleImPlan } from "../../hilfeplan/index.ts";
import { planPunkt } from "../commands/plan-punkt.ts";
import { PunktAlsSchritt, werAus } from "../model/vereinbarung.ts";
import { belowFall } from "../parts/below.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { fallOf } from "../queries/faelle.ts";
import { offenerPunkt } from "../queries/vereinbarungen.ts";

const PATH = `${LIST}/:id/punkte/:punkt/plan`;
const TITLE = "In den Hilfeplan übernehmen";
const Query = z.object({ besprechung: z.uuid().optional() });
const Sent = z.object({ besprechung: z.uuid().optional().or(z.literal("")) }).extend(PunktAlsSchritt.shape);
const WEN = Object.entries(WER).map(([value, label]) => ({ value, label }));

const backTo = (id: string, besprechung: string | undefined): string =>
  besprechung === undefined || besprechung === "" ? `${LIST}/${id}` : `/fallbesprechungen/${besprechung}`;

/** An open item, ready to be a step: it asks only to which goal, where there are several. */
async function form(visit: Visit, rejected?: Rejected) {
  const { actor, params } = visit;
  const id = idOf(visit);
  const { fall, punkt, ziele } = await openRecordAs(actor, { art: "fall", id }, "hilfeplan", async (tx) => {
    const fall = await fallOf(tx, actor, id);
    const punkt = await offenerPunkt(tx, actor, fall, params["punkt"] ?? "");
    return { fall, punkt, ziele: await zieleImPlan(tx, actor, id) };
  });
  const { besprechung = "" } = askedFor(Query, visit, rejected);
  const [only] = ziele;
  if (punkt === undefined || only === undefined) {
    const plan = `${LIST}/${id}/hilfeplan`;
    return (
      <CardPage {...belowFall(visit, fall)} title={TITLE} rejected={rejected}>
        <EmptyState>
          {punkt === undefined ? (
            <>
              Dieser Punkt ist nicht mehr offen. <a href={backTo(id, besprechung)}>Zurück</a>
            </>
          ) : (
            <>
              Der Hilfeplan hat noch kein Ziel, zu dem der Schritt gehören könnte.{" "}
              <a href={plan}>Schreiben Sie zuerst ein Ziel auf.</a>
            </>
          )}
        </EmptyState>
      </CardPage>
    );
  }
  const values = {
    ziel: ziele.length === 1 ? [only.faden] : [],
    was: [punkt.was],
    wer: [werAus(punkt.wer, fall.person)],
    name: [punkt.wer],
    bis: punkt.bis === null ? [] : [punkt.bis],
  };
  return (
    <CardPage {...belowFall(visit, fall)} title={TITLE} rejected={rejected}>
      <p>
        Der Punkt wird ein Schritt im Entwurf des Hilfeplans. Gibt es keinen, beginnt damit die nächste Fassung; sie
        gilt, sobald beide zustimmen.
      </p>
      <Form action={`${LIST}/${id}/punkte/${punkt.id}/plan`} rejected={rejected}>
        <HiddenField name="besprechung" value={besprechung} />
        <SchrittFields
          field={fieldsOf(values, rejected)}
          ziele={ziele.map(({ faden, ziel }, i) => ({ value: faden, label: `${i + 1}: ${ziel}` }))}
        />
        <Submit label={TITLE} cancel={backTo(id, besprechung)} />
      </Form>
    </CardPage>
  );
}

type FieldsProps = {
  readonly field: FieldsOf;
  readonly ziele: readonly { readonly value: string; readonly label: string }[];
};

function SchrittFields({ field, ziele }: FieldsProps) {
  return (
    <>
      <SelectField {...field("ziel")} label="Zu welchem Ziel?" options={ziele} empty="Bitte wählen" autofocus />
      <TextField {...field("was")} label="Was ist zu tun?" hint="Wird versiegelt." />
      <Row>
        <Col span={4}>
          <SelectField {...field("wer")} label="Wer tut es?" options={WEN} />
        </Col>
        <Col span={4}>
          <TextField {...field("name")} label="Name" hint="Wenn es jemand anderes ist." optional />
        </Col>
        <Col span={4}>
          <DateField {...field("bis")} label="Bis wann?" optional />
        </Col>
      </Row>
    </>
  );
}

export const { show, save } = formPage(PATH, "fall.schreiben", { form, schema: Sent }, async (tx, visit, sent) => {
  const { besprechung, ...schritt } = sent;
  const { id: fall = "", punkt: vereinbarung = "" } = visit.params;
  await planPunkt(tx, visit.actor, { fall, vereinbarung }, schritt);
  return getan.after(backTo(fall, besprechung), "im_plan");
});
