import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  ConflictNotice,
  DateField,
  Form,
  NumberField,
  SelectField,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { changeHaushalt, haushaltValues } from "../commands/change-haushalt.ts";
import { HaushaltEingabe } from "../model/zuweisung.ts";
import { belowHaushalt } from "../parts/below.ts";
import { UnterkunftFeld } from "../parts/felder.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { unterkuenfte } from "../queries/unterkuenfte.ts";
import { zuweisungOf } from "../queries/zuweisungen.ts";

const FIELDS = [
  { name: "menschen", label: "Menschen" },
  { name: "zugewiesen_am", label: "Zugewiesen am" },
  { name: "kommune", label: "Kommune" },
  { name: "unterkunft", label: "Unterkunft" },
  { name: "sprache", label: "Sprache" },
];

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { z, towns, orte, sprachen } = await openRecordAs(
    actor,
    { art: "zuweisung", id },
    "bearbeiten",
    async (tx) => ({
      z: await zuweisungOf(tx, actor, id),
      towns: await kommunen(tx),
      orte: await unterkuenfte(tx),
      sprachen: wahlAm((await codelisten(tx)).sprache, today()),
    }),
  );
  const values = haushaltValues(z);
  const field = fieldsOf(values, rejected);
  const self = `${LIST}/${id}`;
  const kept = (value: string | null) => (value === null ? [] : [value]);
  return (
    <CardPage {...belowHaushalt(visit, id)} title="Haushalt bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={FIELDS} stored={self} />
      <Form action={`${self}/bearbeiten`} record={{ version: z.version, values }} rejected={rejected}>
        <NumberField {...field("menschen")} label="Wie viele Menschen" />
        <DateField {...field("zugewiesen_am")} label="Zugewiesen am" />
        <SelectField
          {...field("kommune")}
          label="Kommune"
          empty="noch nicht bekannt"
          options={offered(towns, kept(z.ags)).map(optionOf)}
          optional
        />
        <UnterkunftFeld field={field} orte={orte} kept={z.unterkunftId} />
        <SelectField
          {...field("sprache")}
          label="Sprache"
          empty="keine Angabe"
          options={offered(sprachen, kept(z.sprache)).map(optionOf)}
          optional
        />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${LIST}/:id/bearbeiten`,
  "zuweisung.schreiben",
  { form, schema: HaushaltEingabe },
  async (tx, { actor, at }, input) => {
    await changeHaushalt(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
