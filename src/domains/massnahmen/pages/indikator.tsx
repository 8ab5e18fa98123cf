import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Actions,
  ButtonLink,
  CardPage,
  ConflictNotice,
  Confirm,
  Entered,
  Form,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { addIndikator, changeIndikator, removeIndikator } from "../commands/set-indikator.ts";
import { indikatorValues } from "../model/form-values.ts";
import { IndikatorEingabe } from "../model/massnahme.ts";
import { below } from "../parts/below.ts";
import { INDIKATOR, LIST, getan } from "../parts/getan.ts";
import { CONFLICT, IndikatorFelder } from "../parts/indikator-felder.tsx";
import { indikatorOf, massnahmeOf } from "../queries/massnahmen.ts";

const permission = "massnahme.steuern";

async function lists(tx: Tx, kept: readonly string[] = []) {
  return {
    felder: offered(wahlAm((await codelisten(tx)).handlungsfeld, today()), kept),
    kommunen: offered(await kommunen(tx), kept),
  };
}

async function begun(visit: Visit, rejected?: Rejected) {
  const { m, from } = await readAs(visit.actor, async (tx) => ({
    m: await massnahmeOf(tx, idOf(visit)),
    from: await lists(tx),
  }));
  const self = `${LIST}/${m.id}`;
  const values = { richtung: ["mehr"], anfang_am: [m.von < today() ? m.von : today()] };
  return (
    <CardPage {...below(visit, m.id)} title="Indikator anlegen" rejected={rejected}>
      <p>
        <Entered>{m.titel}</Entered>
      </p>
      <Form action={`${self}/indikator`} rejected={rejected}>
        <IndikatorFelder field={fieldsOf(values, rejected)} {...from} rejected={rejected} />
        <Submit label="Anlegen" cancel={self} />
      </Form>
    </CardPage>
  );
}

async function changed(visit: Visit, rejected?: Rejected) {
  const { i, from } = await readAs(visit.actor, async (tx) => {
    const i = await indikatorOf(tx, idOf(visit));
    return { i, from: await lists(tx, i.kode === null ? [] : [i.kode]) };
  });
  const values = indikatorValues(i);
  const back = `${LIST}/${i.massnahmeId}`;
  return (
    <CardPage {...below(visit, i.massnahmeId)} title="Indikator bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={back} />
      <Form action={`${INDIKATOR}/${i.id}`} record={{ version: i.version, values }} rejected={rejected}>
        <IndikatorFelder field={fieldsOf(values, rejected)} {...from} rejected={rejected} />
        <Submit label="Speichern" cancel={back} />
      </Form>
      <Actions>
        <ButtonLink kind="tertiary" small href={`${INDIKATOR}/${i.id}/entfernen`}>
          Indikator entfernen
        </ButtonLink>
      </Actions>
    </CardPage>
  );
}

async function asked(visit: Visit, rejected?: Rejected) {
  const i = await readAs(visit.actor, (tx) => indikatorOf(tx, idOf(visit)));
  return (
    <CardPage {...below(visit, i.massnahmeId)} title="Indikator entfernen" rejected={rejected}>
      <Confirm
        action={`${INDIKATOR}/${i.id}/entfernen`}
        confirm="Indikator entfernen"
        back={`${INDIKATOR}/${i.id}`}
        danger
        version={i.version}
        rejected={rejected}
      >
        <p>
          „<Entered>{i.name}</Entered>“ und alle Werte dazu verschwinden von der Seite. Ein Bericht über die Zeit davor
          nennt beides weiter.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const neu = formPage(
  `${LIST}/:id/indikator`,
  permission,
  { form: begun, schema: IndikatorEingabe },
  async (tx, { actor, at }, input) => {
    await addIndikator(tx, actor, at.id, input);
    return getan.after(`${LIST}/${at.id}`, "indikator");
  },
);

export const edit = formPage(
  `${INDIKATOR}/:id`,
  permission,
  { form: changed, schema: IndikatorEingabe },
  async (tx, { actor, at }, input) =>
    getan.after(`${LIST}/${(await changeIndikator(tx, actor, at, input)).massnahmeId}`, "gespeichert"),
);

export const remove = formPage(
  `${INDIKATOR}/:id/entfernen`,
  permission,
  { form: asked, schema: NOTHING },
  async (tx, { actor, at }) => getan.after(`${LIST}/${(await removeIndikator(tx, actor, at)).massnahmeId}`, "entfernt"),
);
