import { Redirect, type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { Confirm, DateField, Form, Submit } from "../../../ui/index.ts";
import { addRolle } from "../commands/add-rolle.ts";
import { endRolle } from "../commands/end-rolle.ts";
import { kontoAkte } from "../queries/konten.ts";
import { ende, neueRolle } from "../model/konto.ts";
import { RolleFields } from "../parts/konto-fields.tsx";
import { KontoPage, MITARBEITENDE } from "../parts/konto-page.tsx";
import { grantableRoles, roleName } from "../parts/role-words.ts";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/visit.ts";

const permission = "konto.traeger_verwalten";
const PATH = `${MITARBEITENDE}/:id/rollen`;

const akteOf = (visit: Visit) => readAs(visit.actor, (tx) => kontoAkte(tx, visit.actor, idOf(visit)));

async function addForm(visit: Visit, rejected?: Rejected) {
  const konto = await akteOf(visit);
  const self = `${MITARBEITENDE}/${konto.id}`;
  if (!konto.verwaltbar) return new Redirect(self);
  return (
    <KontoPage visit={visit} konto={konto} title="Rolle vergeben" rejected={rejected}>
      <Form action={`${self}/rollen`} rejected={rejected}>
        <RolleFields rollen={grantableRoles(visit.actor)} heute={today()} rejected={rejected} />
        <Submit label="Vergeben" cancel={self} />
      </Form>
    </KontoPage>
  );
}

export const showAdd = page({ path: `${PATH}/neu`, permission, show: (visit) => addForm(visit) });

export const saveAdd = change({
  path: PATH,
  permission,
  schema: neueRolle,
  save: async (tx, visit, rolle) => {
    const id = idOf(visit);
    await addRolle(tx, visit.actor, id, rolle);
    return getan.after(`${MITARBEITENDE}/${id}`, "rolle");
  },
  again: addForm,
});

async function endForm(visit: Visit, rejected?: Rejected) {
  const konto = await akteOf(visit);
  const self = `${MITARBEITENDE}/${konto.id}`;
  const rolle = konto.rollen.find((r) => r.id === idOf(visit, "rolle"));
  if (rolle === undefined) throw new NotFound();
  if (!konto.verwaltbar) return new Redirect(self);
  return (
    <KontoPage visit={visit} konto={konto} title={`Rolle ${roleName(rolle.rolle)} beenden`} rejected={rejected}>
      <Confirm action={`${self}/rollen/${rolle.id}/beenden`} confirm="Rolle beenden" back={self} rejected={rejected}>
        <DateField
          name="bis"
          label="Letzter Tag"
          hint="Er zählt noch mit. Soll die Rolle ab sofort nicht mehr gelten, tippen Sie „gestern“."
          value={today()}
          rejected={rejected}
        />
      </Confirm>
    </KontoPage>
  );
}

export const showEnd = page({ path: `${PATH}/:rolle/beenden`, permission, show: (visit) => endForm(visit) });

export const saveEnd = change({
  path: `${PATH}/:rolle/beenden`,
  permission,
  schema: ende,
  save: async (tx, visit, { bis }) => {
    const id = idOf(visit);
    await endRolle(tx, visit.actor, id, idOf(visit, "rolle"), bis);
    return getan.after(`${MITARBEITENDE}/${id}`, "rolle_beendet");
  },
  again: endForm,
});
