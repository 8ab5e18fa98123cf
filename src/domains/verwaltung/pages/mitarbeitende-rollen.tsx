import { Redirect, type Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { CardPage, Confirm, DateField, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { addRolle } from "../commands/add-rolle.ts";
import { endRolle } from "../commands/end-rolle.ts";
import { kontoAkte } from "../queries/konten.ts";
import { NeueRolle, RollenEnde } from "../model/konto.ts";
import { RolleFields } from "../parts/konto-fields.tsx";
import { belowKonto, MITARBEITENDE } from "../parts/below.ts";
import { grantableRoles, roleName } from "../parts/role-words.ts";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/getan.ts";

const permission = "konto.traeger_verwalten";
const PATH = `${MITARBEITENDE}/:id/rollen`;

const akteOf = (visit: Visit) => readAs(visit.actor, (tx) => kontoAkte(tx, visit.actor, idOf(visit)));

async function addForm(visit: Visit, rejected?: Rejected) {
  const konto = await akteOf(visit);
  const self = `${MITARBEITENDE}/${konto.id}`;
  if (!konto.verwaltbar) return new Redirect(self);
  return (
    <CardPage {...belowKonto(visit, konto)} title="Rolle vergeben" rejected={rejected}>
      <Form action={`${self}/rollen`} rejected={rejected}>
        <RolleFields field={fieldsOf({ von: [today()] }, rejected)} rollen={grantableRoles(visit.actor)} />
        <Submit label="Vergeben" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show: showAdd, save: saveAdd } = formPage(
  PATH,
  permission,
  { form: addForm, schema: NeueRolle, shownAt: `${PATH}/neu` },
  async (tx, { actor, at }, rolle) => {
    const waits = await addRolle(tx, actor, at, rolle);
    return getan.after(`${MITARBEITENDE}/${at.id}`, waits ? "rolle_wartet" : "rolle");
  },
);

async function endForm(visit: Visit, rejected?: Rejected) {
  const konto = await akteOf(visit);
  const self = `${MITARBEITENDE}/${konto.id}`;
  const rolle = konto.rollen.find((r) => r.id === idOf(visit, "rolle"));
  if (rolle === undefined) throw new NotFound();
  if (!konto.verwaltbar) return new Redirect(self);
  return (
    <CardPage {...belowKonto(visit, konto)} title={`Rolle ${roleName(rolle.rolle)} beenden`} rejected={rejected}>
      <Confirm action={`${self}/rollen/${rolle.id}/beenden`} confirm="Rolle beenden" back={self} rejected={rejected}>
        <DateField
          {...fieldsOf({ bis: [today()] }, rejected)("bis")}
          label="Letzter Tag"
          hint="Er zählt noch mit. Soll die Rolle ab sofort nicht mehr gelten, tippen Sie „gestern“."
        />
      </Confirm>
    </CardPage>
  );
}

export const { show: showEnd, save: saveEnd } = formPage(
  `${PATH}/:rolle/beenden`,
  permission,
  { form: endForm, schema: RollenEnde },
  async (tx, visit, ende) => {
    const id = idOf(visit);
    await endRolle(tx, visit.actor, { id, rolle: idOf(visit, "rolle") }, ende);
    return getan.after(`${MITARBEITENDE}/${id}`, "rolle_beendet");
  },
);
