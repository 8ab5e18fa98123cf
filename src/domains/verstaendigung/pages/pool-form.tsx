import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { addSprachmittler, changeSprachmittler } from "../commands/set-sprachmittler.ts";
import { SprachmittlerEingabe } from "../model/pool.ts";
import { getan } from "../parts/getan.ts";
import { POOL_CONFLICT, PoolFelder } from "../parts/pool-felder.tsx";
import { POOL } from "../parts/wege.ts";
import { sprachmittlerOf, sprachmittlerValues } from "../queries/pool.ts";

const permission = "sprachmittlung.pflegen";
const NEU = `${POOL}/neu`;

async function begun(visit: Visit, rejected?: Rejected) {
  const { sprache } = await readAs(visit.actor, codelisten);
  return (
    <CardPage
      frame={visit.frame}
      title="Jemanden in den Pool eintragen"
      rejected={rejected}
      breadcrumb={[{ label: "Sprachmittelnde", href: POOL }]}
    >
      <Form action={NEU} rejected={rejected}>
        <PoolFelder field={fieldsOf({}, rejected)} sprachen={offered(wahlAm(sprache, today()))} />
        <Submit label="Eintragen" cancel={POOL} />
      </Form>
    </CardPage>
  );
}

async function changed(visit: Visit, rejected?: Rejected) {
  const { one, sprache } = await readAs(visit.actor, async (tx) => ({
    one: await sprachmittlerOf(tx, visit.actor, idOf(visit)),
    sprache: (await codelisten(tx)).sprache,
  }));
  const values = sprachmittlerValues(one);
  const self = `${POOL}/${one.id}`;
  return (
    <CardPage
      frame={visit.frame}
      title="Angaben im Pool ändern"
      rejected={rejected}
      breadcrumb={[
        { label: "Sprachmittelnde", href: POOL },
        { label: "Person im Pool", href: self },
      ]}
    >
      <ConflictNotice rejected={rejected} fields={POOL_CONFLICT} stored={self} />
      <Form action={`${self}/bearbeiten`} record={{ version: one.version, values }} rejected={rejected}>
        <PoolFelder field={fieldsOf(values, rejected)} sprachen={offered(wahlAm(sprache, today()), one.sprachen)} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const neu = formPage(NEU, permission, { form: begun, schema: SprachmittlerEingabe }, async (tx, visit, input) =>
  getan.after(`${POOL}/${await addSprachmittler(tx, visit.actor, input)}`, "angelegt"),
);

export const edit = formPage(
  `${POOL}/:id/bearbeiten`,
  permission,
  { form: changed, schema: SprachmittlerEingabe },
  async (tx, { actor, at }, input) => {
    await changeSprachmittler(tx, actor, at, input);
    return getan.after(`${POOL}/${at.id}`, "gespeichert");
  },
);
