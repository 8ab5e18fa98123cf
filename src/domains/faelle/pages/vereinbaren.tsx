import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { change, formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NOTHING, optionalId } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Alert,
  CardPage,
  Col,
  DateField,
  Form,
  HiddenField,
  Row,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { agree, reopen, settle } from "../commands/agree.ts";
import { endNachsorge } from "../commands/close-fall.ts";
import { VereinbarungEingabe } from "../model/vereinbarung.ts";
import { belowFall } from "../parts/below.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { fallOf } from "../queries/faelle.ts";

const permission = "fall.schreiben";
const PATH = `${LIST}/:id/vereinbaren`;
const Query = z.object({ besprechung: z.uuid().optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const fall = await openRecordAs(visit.actor, { art: "fall", id }, "bearbeitung", (tx) => fallOf(tx, visit.actor, id));
  const { besprechung = "" } = askedFor(Query, visit, rejected);
  const field = fieldsOf(undefined, rejected);
  const back = besprechung === "" ? `${LIST}/${id}` : `/fallbesprechungen/${besprechung}`;
  return (
    <CardPage {...belowFall(visit, fall)} title="Punkt hinzufügen" rejected={rejected}>
      <Form action={`${LIST}/${id}/vereinbaren`} rejected={rejected}>
        <HiddenField name="besprechung" value={besprechung} />
        <Row>
          <Col span={6}>
            <TextField {...field("wer")} label="Wer?" hint="Die Person, Sie oder eine Stelle." />
          </Col>
          <Col span={6}>
            <DateField {...field("bis")} label="Bis wann?" optional />
          </Col>
        </Row>
        <TextField {...field("was")} label="Was ist zu tun?" hint="Wird versiegelt." />
        <Submit label="Hinzufügen" cancel={back} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: VereinbarungEingabe },
  async (tx, { actor, at }, input) => {
    await agree(tx, actor, at.id, input);
    const { besprechung } = input;
    return getan.after(besprechung === null ? `${LIST}/${at.id}` : `/fallbesprechungen/${besprechung}`, "vereinbart");
  },
);

/** What one button of the case's page does; where it cannot, its page says why. */
async function refused(visit: Visit, rejected: Rejected) {
  const id = visit.params["id"] ?? "";
  const fall = await openRecordAs(visit.actor, { art: "fall", id }, "bearbeitung", (tx) => fallOf(tx, visit.actor, id));
  const why = rejected.errors.map(({ message }) => message).join(" ");
  return (
    <CardPage {...belowFall(visit, fall)} title="Das ging nicht" rejected={rejected}>
      <Alert kind="warning">
        {rejected.conflict === undefined ? why : "Jemand anderes hat den Fall inzwischen geändert."}{" "}
        <a href={`${LIST}/${id}`}>Zum Fall</a>
      </Alert>
    </CardPage>
  );
}

/** Where it is ticked off: on the page of the case, or on that of the meeting. */
const Ticked = z.object({ besprechung: optionalId() });

const settling = (stand: "erledigt" | "entfallen" | "offen") =>
  change(
    `${LIST}/:id/punkte/:punkt/${stand}`,
    permission,
    { schema: Ticked, again: refused },
    async (tx, visit, { besprechung }) => {
      const { id: fall = "", punkt: vereinbarung = "" } = visit.params;
      const which = { fall, vereinbarung };
      await (stand === "offen" ? reopen(tx, visit.actor, which) : settle(tx, visit.actor, which, stand));
      const done = stand === "offen" ? "wieder" : "erledigt";
      return getan.after(besprechung === null ? `${LIST}/${fall}` : `/fallbesprechungen/${besprechung}`, done);
    },
  );

export const saveDone = settling("erledigt");
export const saveDropped = settling("entfallen");
export const saveReopened = settling("offen");

export const saveNachsorge = change(
  `${LIST}/:id/nachsorge`,
  permission,
  { schema: NOTHING, again: refused },
  async (tx, { actor, at }) => {
    await endNachsorge(tx, actor, at);
    return getan.after(`${LIST}/${at.id}`, "nachgefragt");
  },
);
