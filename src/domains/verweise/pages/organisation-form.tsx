import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm, wahlAm } from "../../codelisten/index.ts";
import { addOrganisation } from "../commands/add-organisation.ts";
import { changeOrganisation } from "../commands/change-organisation.ts";
import { OrganisationEingabe } from "../model/organisation.ts";
import { ORGANISATIONEN, stellenGetan } from "../parts/getan.ts";
import { ORGANISATION_CONFLICT, OrganisationFelder } from "../parts/organisation-felder.tsx";
import { organisationOf, organisationValues } from "../queries/organisationen.ts";

const permission = "organisation.pflegen";
const NEU = `${ORGANISATIONEN}/neu`;

async function begun(visit: Visit, rejected?: Rejected) {
  const { felder, sprachen } = await readAs(visit.actor, async (tx) => {
    const listen = await codelisten(tx);
    return { felder: kodesAm(listen.handlungsfeld, today()), sprachen: kodesAm(listen.sprache, today()) };
  });
  return (
    <CardPage
      frame={visit.frame}
      title="Organisation eintragen"
      rejected={rejected}
      breadcrumb={[{ label: "Organisationen", href: ORGANISATIONEN }]}
    >
      <Form action={NEU} rejected={rejected}>
        <OrganisationFelder field={fieldsOf({}, rejected)} felder={felder} sprachen={sprachen} />
        <Submit label="Eintragen" cancel={ORGANISATIONEN} />
      </Form>
    </CardPage>
  );
}

async function changed(visit: Visit, rejected?: Rejected) {
  const { o, listen } = await readAs(visit.actor, async (tx) => ({
    o: await organisationOf(tx, idOf(visit)),
    listen: await codelisten(tx),
  }));
  const values = organisationValues(o);
  const self = `${ORGANISATIONEN}/${o.id}`;
  return (
    <CardPage
      frame={visit.frame}
      title="Organisation bearbeiten"
      rejected={rejected}
      breadcrumb={[
        { label: "Organisationen", href: ORGANISATIONEN },
        { label: o.name, href: self },
      ]}
    >
      <ConflictNotice rejected={rejected} fields={ORGANISATION_CONFLICT} stored={self} />
      <Form action={`${self}/bearbeiten`} record={{ version: o.version, values }} rejected={rejected}>
        <OrganisationFelder
          field={fieldsOf(values, rejected)}
          felder={offered(wahlAm(listen.handlungsfeld, today()), o.felder)}
          sprachen={offered(wahlAm(listen.sprache, today()), o.sprachen)}
        />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const neu = formPage(
  NEU,
  permission,
  { form: begun, schema: OrganisationEingabe },
  async (tx, { actor }, input) =>
    stellenGetan.after(`${ORGANISATIONEN}/${await addOrganisation(tx, actor, input)}`, "angelegt"),
);

export const edit = formPage(
  `${ORGANISATIONEN}/:id/bearbeiten`,
  permission,
  { form: changed, schema: OrganisationEingabe },
  async (tx, { actor, at }, input) => {
    await changeOrganisation(tx, actor, at, input);
    return stellenGetan.after(`${ORGANISATIONEN}/${at.id}`, "gespeichert");
  },
);
