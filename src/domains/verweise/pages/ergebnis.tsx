import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  ConflictNotice,
  DateField,
  Entered,
  Form,
  SelectField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { moveVerweis } from "../commands/move-verweis.ts";
import { ABSAGEN, STAND, schritteAus } from "../model/stand.ts";
import { ErgebnisEingabe } from "../model/verweis.ts";
import { LIST, getan } from "../parts/getan.ts";
import { standText, wohin } from "../model/worte.ts";
import { verweisOf } from "../queries/verweise.ts";

const PATH = `${LIST}/:id/ergebnis`;
const Query = z.object({ nach: z.enum(STAND).optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const v = await openRecordAs(actor, { art: "verweis", id }, "schritt", (tx) => verweisOf(tx, actor, id));
  const { nach: asked } = askedFor(Query, visit, rejected);
  const self = `${LIST}/${id}`;
  const field = fieldsOf({ am: [today()], nach: asked === undefined ? [] : [asked] }, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title="Ergebnis eintragen"
      rejected={rejected}
      breadcrumb={[
        { label: "Verweise", href: LIST },
        { label: "Verweis", href: self },
      ]}
    >
      <ConflictNotice rejected={rejected} fields={[{ name: "am", label: "Seit wann?" }]} stored={self} />
      <p>
        <Entered>{v.person}</Entered> an {wohin(v)}, bisher {standText(v)}.
      </p>
      <Form action={`${self}/ergebnis`} record={{ version: v.version, values: {} }} rejected={rejected}>
        <SelectField
          {...field("nach")}
          label="Was wurde daraus?"
          options={schritteAus(v.stand).map(({ nach, verb }) => ({ value: nach, label: verb }))}
          empty="Bitte wählen"
          autofocus
        />
        <SelectField
          {...field("absage")}
          label="Warum abgelehnt?"
          hint="Nur, wenn die Stelle abgelehnt hat."
          options={Object.entries(ABSAGEN).map(([value, label]) => ({ value, label }))}
          empty="–"
          optional
        />
        <DateField {...field("am")} label="Seit wann?" />
        <DateField
          {...field("nachfragen_am")}
          label="Wieder nachfragen am"
          hint="Leer: KIM setzt einen Tag, solange noch etwas offen ist."
          optional
        />
        <TextArea spellcheck {...field("notiz")} label="Notiz" hint="Wird versiegelt." rows={3} optional />
        <Submit label="Eintragen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "verweis.schreiben",
  { form, schema: ErgebnisEingabe },
  async (tx, { actor, at }, input) => {
    await moveVerweis(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "weiter");
  },
);
