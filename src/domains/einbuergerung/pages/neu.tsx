import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, DateField, Entered, Form, SelectField, Submit, TextArea, fieldsOf } from "../../../ui/index.ts";
import { genannt, personOf } from "../../personen/index.ts";
import { beginEinbuergerung } from "../commands/begin-einbuergerung.ts";
import { NeueEinbuergerung } from "../model/eingabe.ts";
import { belowCheckliste } from "../parts/below.tsx";
import { LIST, checklisteOf, getan } from "../parts/getan.ts";
import { behoerdeIn, behoerdeText, behoerden } from "../queries/behoerden.ts";
import { perspektiven, wegeAm } from "../queries/regeln.ts";
import { ZWECK } from "./checkliste.tsx";

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { person, alle, ebhs, ebh } = await openRecordAs(actor, { art: "person", id }, ZWECK, async (tx) => {
    const person = await personOf(tx, actor, id);
    return {
      person,
      alle: await perspektiven(tx),
      ebhs: await behoerden(tx),
      ebh: await behoerdeIn(tx, person.kommune?.code),
    };
  });
  const field = fieldsOf({ ebh: ebh === null ? [] : [ebh], am: [today()] }, rejected);
  return (
    <CardPage {...belowCheckliste(visit, id)} title="Einbürgerung beginnen" rejected={rejected}>
      <p>
        Für <Entered>{genannt(person)}</Entered>. Es beginnt mit dem Vor-Check. Die Behörde erfährt davon nichts.
      </p>
      <Form action={`${checklisteOf(id)}/neu`} rejected={rejected}>
        <SelectField
          {...field("perspektive")}
          label="Nach welchem Paragrafen?"
          options={offered(wegeAm(alle, today())).map(optionOf)}
          empty="Bitte wählen"
        />
        <SelectField
          {...field("ebh")}
          label="Welche Einbürgerungsbehörde?"
          hint="Vorgeschlagen nach der Kommune, in der sie oder er wohnt."
          options={ebhs.map((one) => ({ value: one, label: behoerdeText(one) }))}
          empty="Bitte wählen"
        />
        <DateField {...field("am")} label="Vor-Check seit" />
        <DateField
          {...field("nachfragen_am")}
          label="Nachfragen am"
          hint="An dem Tag steht es unter Ihren Fristen."
          optional
        />
        <TextArea spellcheck {...field("notiz")} label="Notiz" hint="Wird versiegelt." rows={3} optional />
        <Submit label="Beginnen" cancel={checklisteOf(id)} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${checklisteOf(":id")}/neu`,
  "person.schreiben",
  { form, schema: NeueEinbuergerung },
  async (tx, visit, input) =>
    getan.after(`${LIST}/${await beginEinbuergerung(tx, visit.actor, idOf(visit), input)}`, "begonnen"),
);
