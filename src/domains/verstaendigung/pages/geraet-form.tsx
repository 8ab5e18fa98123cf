import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { standorte } from "../../verwaltung/index.ts";
import { addGeraet, changeGeraet } from "../commands/set-geraet.ts";
import { GeraetEingabe } from "../model/geraet.ts";
import { GeraetFelder, geraetConflict } from "../parts/geraet.tsx";
import { getan } from "../parts/getan.ts";
import { GERAETE } from "../parts/wege.ts";
import { geraetOf, geraetValues } from "../queries/geraete.ts";

const permission = "sprachmittlung.pflegen";
const NEU = `${GERAETE}/neu`;
const LISTE = { label: "Übersetzungsgeräte", href: GERAETE };

const wahlen = async (tx: Tx, traegerId: string, kept: { standort: string[]; sprachen: readonly string[] }) => ({
  standorte: offered(await standorte(tx, { traegerId }), kept.standort).map(optionOf),
  sprachen: offered(wahlAm((await codelisten(tx)).sprache, today()), kept.sprachen),
});

async function begun(visit: Visit, rejected?: Rejected) {
  const { traegerId } = visit.actor;
  const wahl = await readAs(visit.actor, (tx) => wahlen(tx, traegerId, { standort: [], sprachen: [] }));
  return (
    <CardPage frame={visit.frame} title="Gerät eintragen" rejected={rejected} breadcrumb={[LISTE]}>
      <Form action={NEU} rejected={rejected}>
        <GeraetFelder field={fieldsOf({ zustand: ["bereit"] }, rejected)} {...wahl} />
        <Submit label="Eintragen" cancel={GERAETE} />
      </Form>
    </CardPage>
  );
}

async function changed(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { g, wahl } = await readAs(actor, async (tx) => {
    const one = await geraetOf(tx, actor, idOf(visit));
    const kept = { standort: [one.standortId], sprachen: one.sprachen };
    return { g: one, wahl: await wahlen(tx, actor.traegerId, kept) };
  });
  const values = geraetValues(g);
  const self = `${GERAETE}/${g.id}`;
  return (
    <CardPage
      frame={visit.frame}
      title="Gerät bearbeiten"
      rejected={rejected}
      breadcrumb={[LISTE, { label: g.name, href: self }]}
    >
      <ConflictNotice rejected={rejected} fields={geraetConflict(wahl.standorte)} stored={self} />
      <Form action={`${self}/bearbeiten`} record={{ version: g.version, values }} rejected={rejected}>
        <GeraetFelder field={fieldsOf(values, rejected)} {...wahl} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const neu = formPage(NEU, permission, { form: begun, schema: GeraetEingabe }, async (tx, { actor }, input) =>
  getan.after(`${GERAETE}/${await addGeraet(tx, actor, input)}`, "angelegt"),
);

export const edit = formPage(
  `${GERAETE}/:id/bearbeiten`,
  permission,
  { form: changed, schema: GeraetEingabe },
  async (tx, { actor, at }, input) => {
    await changeGeraet(tx, actor, at, input);
    return getan.after(`${GERAETE}/${at.id}`, "gespeichert");
  },
);
