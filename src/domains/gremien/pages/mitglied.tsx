import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { addMitglied, changeMitglied } from "../commands/set-mitglied.ts";
import { mitgliedValues } from "../model/form-values.ts";
import { MitgliedEingabe } from "../model/gremium.ts";
import { belowGremium } from "../parts/below.ts";
import { LIST, MITGLIEDER, getan } from "../parts/getan.ts";
import { MITGLIED_CONFLICT, MitgliedFelder } from "../parts/mitglied-felder.tsx";
import { gremiumOf } from "../queries/gremien.ts";
import { mitgliedOf, mitglieder } from "../queries/mitglieder.ts";

const permission = "gremium.schreiben";

async function neu(visit: Visit, rejected?: Rejected) {
  const { gremium, andere } = await readAs(visit.actor, async (tx) => ({
    gremium: await gremiumOf(tx, idOf(visit)),
    andere: await mitglieder(tx, visit.actor, { gremiumId: idOf(visit) }),
  }));
  const self = `${LIST}/${gremium.id}`;
  const field = fieldsOf({ rolle: ["mitglied"], stimme: ["ja"], von: [today()] }, rejected);
  return (
    <CardPage {...belowGremium(visit, gremium)} title="Mitglied eintragen" rejected={rejected}>
      <Form action={`${self}/mitglieder`} rejected={rejected}>
        <MitgliedFelder field={field} andere={andere.filter(({ stimme }) => stimme)} lesbar />
        <Submit label="Eintragen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show: showNew, save: saveNew } = formPage(
  `${LIST}/:id/mitglieder`,
  permission,
  { form: neu, shownAt: `${LIST}/:id/mitglieder/neu`, schema: MitgliedEingabe },
  async (tx, visit, input) => {
    const id = idOf(visit);
    await addMitglied(tx, visit.actor, id, input);
    return getan.after(`${LIST}/${id}`, "mitglied");
  },
);

async function form(visit: Visit, rejected?: Rejected) {
  const { mitglied, andere } = await readAs(visit.actor, async (tx) => {
    const found = await mitgliedOf(tx, visit.actor, idOf(visit));
    return { mitglied: found, andere: await mitglieder(tx, visit.actor, { gremiumId: found.gremiumId }) };
  });
  const self = `${MITGLIEDER}/${mitglied.id}`;
  const back = `${LIST}/${mitglied.gremiumId}`;
  const values = mitgliedValues(mitglied);
  const others = andere.filter(({ id, stimme }) => stimme && id !== mitglied.id);
  return (
    <CardPage {...belowGremium(visit, { id: mitglied.gremiumId })} title="Mitglied bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={MITGLIED_CONFLICT} stored={back} />
      <Form action={self} record={{ version: mitglied.version, values }} rejected={rejected}>
        <MitgliedFelder field={fieldsOf(values, rejected)} andere={others} lesbar={mitglied.lesbar} />
        <Submit label="Speichern" cancel={back} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${MITGLIEDER}/:id`,
  permission,
  { form, schema: MitgliedEingabe },
  async (tx, { actor, at }, input) =>
    getan.after(`${LIST}/${await changeMitglied(tx, actor, at, input)}`, "gespeichert"),
);
