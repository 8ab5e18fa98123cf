import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, DateField, Form, RadioSegment, Submit, fieldsOf } from "../../../ui/index.ts";
import { moveKind } from "../commands/move-kind.ts";
import { KindSchritt, STAENDE, STAND, schritteAus } from "../model/delfin.ts";
import { DELFIN, getan } from "../parts/getan.ts";
import { kindOf } from "../queries/delfin.ts";

const PATH = `${DELFIN}/:id/schritt`;
const Query = z.object({ nach: z.enum(STAND).optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const kind = await openRecordAs(visit.actor, { art: "delfin", id }, "schritt", (tx) => kindOf(tx, visit.actor, id));
  const { nach } = askedFor(Query, visit, rejected);
  const self = `${DELFIN}/${id}`;
  const field = fieldsOf({ am: [today()], nach: nach === undefined ? [] : [nach] }, rejected);
  const ways = schritteAus(kind.stand);
  return (
    <CardPage
      frame={visit.frame}
      title="Nächster Schritt"
      rejected={rejected}
      breadcrumb={[
        { label: "DELFIN 4", href: DELFIN },
        { label: `Kind, ${kind.jahr}`, href: self },
      ]}
    >
      <ConflictNotice rejected={rejected} fields={[{ name: "am", label: "Seit wann?" }]} stored={self} />
      <p>Bisher: {STAENDE[kind.stand]}.</p>
      {ways.length === 0 ? (
        <p>Von hier geht es nicht weiter.</p>
      ) : (
        <Form action={`${self}/schritt`} record={{ version: kind.version, values: {} }} rejected={rejected}>
          <RadioSegment
            {...field("nach")}
            label="Was ist geschehen?"
            options={ways.map((one) => ({ value: one.nach, label: one.verb }))}
          />
          <DateField {...field("am")} label="Seit wann?" />
          <Submit label="Eintragen" cancel={self} />
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "muki.schreiben",
  { form, schema: KindSchritt },
  async (tx, { actor, at }, input) => {
    await moveKind(tx, actor, at, input);
    return getan.after(`${DELFIN}/${at.id}`, "weiter");
  },
);
