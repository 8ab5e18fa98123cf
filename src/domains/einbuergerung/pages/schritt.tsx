import type { Visit } from "../../../platform/access.ts";
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
  type FieldsOf,
  Form,
  SelectField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { moveEinbuergerung } from "../commands/move-einbuergerung.ts";
import { SchrittEingabe } from "../model/eingabe.ts";
import { STAENDE, VERBEN, hindernis, schritteAus } from "../model/stand.ts";
import { LIST, getan } from "../parts/getan.ts";
import { behoerdeText } from "../queries/behoerden.ts";
import { einbuergerungOf } from "../queries/einbuergerungen.ts";

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const e = await openRecordAs(actor, { art: "einbuergerung", id }, "schritt", (tx) => einbuergerungOf(tx, actor, id));
  const self = `${LIST}/${id}`;
  const ways = schritteAus(e.stand);
  const [only] = ways;
  const field = fieldsOf(
    {
      am: [today()],
      nach: ways.length === 1 && only !== undefined ? [only] : [],
      nachfragen_am: e.nachfragenAm !== null && e.nachfragenAm > today() ? [e.nachfragenAm] : [],
    },
    rejected,
  );
  return (
    <CardPage
      frame={visit.frame}
      title="Schritt eintragen"
      rejected={rejected}
      breadcrumb={[
        { label: "Einbürgerungen", href: LIST },
        { label: "Einbürgerung", href: self },
      ]}
    >
      <ConflictNotice rejected={rejected} fields={[{ name: "am", label: "Wann?" }]} stored={self} />
      <p>
        <Entered>{e.person}</Entered>, <Entered>{behoerdeText(e.ebh)}</Entered>, bisher {STAENDE[e.stand]}.
      </p>
      {ways.length === 0 ? (
        <p>
          {hindernis(e.stand, "vorcheck")} <a href={self}>Zurück zur Einbürgerung</a>
        </p>
      ) : (
        <Form action={`${self}/schritt`} record={{ version: e.version, values: {} }} rejected={rejected}>
          <SelectField
            {...field("nach")}
            label="Was ist geschehen?"
            options={ways.map((one) => ({ value: one, label: VERBEN[one] }))}
            empty="Bitte wählen"
            autofocus
          />
          <Angaben field={field} />
          <Submit label="Eintragen" cancel={self} />
        </Form>
      )}
    </CardPage>
  );
}

const Angaben = ({ field }: { readonly field: FieldsOf }) => (
  <>
    <DateField {...field("am")} label="Wann?" />
    <DateField
      {...field("bis")}
      label="Zusicherung gilt bis"
      hint="Nur bei einer Zusicherung. Der Tag steht dann unter Ihren Fristen."
      optional
    />
    <DateField
      {...field("nachfragen_am")}
      label="Nachfragen am"
      hint="An dem Tag steht es unter Ihren Fristen."
      optional
    />
    <TextArea spellcheck {...field("notiz")} label="Notiz" hint="Wird versiegelt." rows={3} optional />
  </>
);

export const { show, save } = formPage(
  `${LIST}/:id/schritt`,
  "person.schreiben",
  { form, schema: SchrittEingabe },
  async (tx, { actor, at }, input) => {
    await moveEinbuergerung(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "weiter");
  },
);
