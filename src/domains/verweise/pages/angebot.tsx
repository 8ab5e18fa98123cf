import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  ConflictNotice,
  DateField,
  type FieldsOf,
  Form,
  SelectField,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { type Kodewahl, codelisten, kodesAm, wahlAm } from "../../codelisten/index.ts";
import { addAngebot, changeAngebot } from "../commands/set-angebot.ts";
import { AngebotEingabe } from "../model/organisation.ts";
import { ANGEBOTE, ORGANISATIONEN, stellenGetan } from "../parts/getan.ts";
import { angebotOf, angebotValues, organisationOf } from "../queries/organisationen.ts";

const permission = "organisation.pflegen";

const Felder = ({ field, felder }: { readonly field: FieldsOf; readonly felder: readonly Kodewahl[] }) => (
  <>
    <TextField {...field("name")} label="Wie heißt das Angebot?" />
    <SelectField
      {...field("handlungsfeld")}
      label="Wozu hilft es?"
      options={felder.map(optionOf)}
      empty="Bitte wählen"
    />
    <TextField {...field("zeiten")} label="Zeiten" hint="Leer: die Öffnungszeiten der Organisation." optional />
    <DateField {...field("geschlossen_ab")} label="Endet am" hint="Ab diesem Tag gibt es das nicht mehr." optional />
  </>
);

const below = (visit: Visit, o: { readonly id: string; readonly name: string }) => ({
  frame: visit.frame,
  breadcrumb: [
    { label: "Organisationen", href: ORGANISATIONEN },
    { label: o.name, href: `${ORGANISATIONEN}/${o.id}` },
  ],
});

async function begun(visit: Visit, rejected?: Rejected) {
  const { o, felder } = await readAs(visit.actor, async (tx) => ({
    o: await organisationOf(tx, idOf(visit)),
    felder: kodesAm((await codelisten(tx)).handlungsfeld, today()),
  }));
  const self = `${ORGANISATIONEN}/${o.id}`;
  const preset = o.felder.length === 1 ? { handlungsfeld: [...o.felder] } : {};
  return (
    <CardPage {...below(visit, o)} title="Angebot eintragen" rejected={rejected}>
      <Form action={`${self}/angebot`} rejected={rejected}>
        <Felder field={fieldsOf(preset, rejected)} felder={felder} />
        <Submit label="Eintragen" cancel={self} />
      </Form>
    </CardPage>
  );
}

async function changed(visit: Visit, rejected?: Rejected) {
  const { a, o, felder } = await readAs(visit.actor, async (tx) => {
    const a = await angebotOf(tx, idOf(visit));
    const felder = wahlAm((await codelisten(tx)).handlungsfeld, today());
    return { a, o: await organisationOf(tx, a.organisationId), felder: offered(felder, [a.handlungsfeld]) };
  });
  const values = angebotValues(a);
  const back = `${ORGANISATIONEN}/${o.id}`;
  return (
    <CardPage {...below(visit, o)} title="Angebot bearbeiten" rejected={rejected}>
      <ConflictNotice
        rejected={rejected}
        fields={[
          { name: "name", label: "Wie heißt das Angebot?" },
          { name: "handlungsfeld", label: "Wozu hilft es?" },
          { name: "zeiten", label: "Zeiten" },
          { name: "geschlossen_ab", label: "Endet am" },
        ]}
        stored={back}
      />
      <Form action={`${ANGEBOTE}/${a.id}`} record={{ version: a.version, values }} rejected={rejected}>
        <Felder field={fieldsOf(values, rejected)} felder={felder} />
        <Submit label="Speichern" cancel={back} />
      </Form>
    </CardPage>
  );
}

export const neu = formPage(
  `${ORGANISATIONEN}/:id/angebot`,
  permission,
  { form: begun, schema: AngebotEingabe },
  async (tx, { actor, at }, input) => {
    await addAngebot(tx, actor, at.id, input);
    return stellenGetan.after(`${ORGANISATIONEN}/${at.id}`, "angebot");
  },
);

export const edit = formPage(
  `${ANGEBOTE}/:id`,
  permission,
  { form: changed, schema: AngebotEingabe },
  async (tx, { actor, at }, input) => {
    await changeAngebot(tx, actor, at, input);
    const { organisationId } = await angebotOf(tx, at.id);
    return stellenGetan.after(`${ORGANISATIONEN}/${organisationId}`, "gespeichert");
  },
);
