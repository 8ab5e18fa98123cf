import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { changeSitzung, planSitzung } from "../commands/set-sitzung.ts";
import { SitzungEingabe } from "../model/eingabe.ts";
import { sitzungValues } from "../model/form-values.ts";
import { belowGremium, belowSitzung } from "../parts/below.ts";
import { LIST, SITZUNGEN, getan } from "../parts/getan.ts";
import { SITZUNG_CONFLICT, SitzungFelder } from "../parts/sitzung-felder.tsx";
import { gremiumOf } from "../queries/gremien.ts";
import { sitzungOf, sitzungen } from "../queries/sitzungen.ts";

const permission = "gremium.schreiben";

/** The next meeting is most often where and when the last one was. */
async function neu(visit: Visit, rejected?: Rejected) {
  const { gremium, last } = await readAs(visit.actor, async (tx) => ({
    gremium: await gremiumOf(tx, idOf(visit)),
    last: (await sitzungen(tx, { gremiumId: idOf(visit), most: 1 }))[0],
  }));
  const self = `${LIST}/${gremium.id}`;
  const { tag: _, hinweis: __, ...preset } = last === undefined ? { tag: [], hinweis: [] } : sitzungValues(last);
  return (
    <CardPage {...belowGremium(visit, gremium)} title="Sitzung planen" rejected={rejected}>
      <Form action={`${self}/sitzungen`} rejected={rejected}>
        <SitzungFelder field={fieldsOf(preset, rejected)} rejected={rejected} />
        <Submit label="Planen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show: showNew, save: saveNew } = formPage(
  `${LIST}/:id/sitzungen`,
  permission,
  { form: neu, shownAt: `${LIST}/:id/sitzungen/neu`, schema: SitzungEingabe },
  async (tx, visit, input) =>
    getan.after(`${SITZUNGEN}/${await planSitzung(tx, visit.actor, idOf(visit), input)}`, "geplant"),
);

async function form(visit: Visit, rejected?: Rejected) {
  const sitzung = await readAs(visit.actor, (tx) => sitzungOf(tx, idOf(visit)));
  const self = `${SITZUNGEN}/${sitzung.id}`;
  const values = sitzungValues(sitzung);
  return (
    <CardPage {...belowSitzung(visit, sitzung)} title="Sitzung verlegen oder ändern" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={SITZUNG_CONFLICT} stored={self} />
      {sitzung.stand === "eingeladen" ? (
        <p>
          Ändern Sie Tag, Zeit oder Ort, bekommt jeder die Einladung neu; wer an dem Tag nicht mehr zum Gremium gehört,
          eine Absage. An einem anderen Tag beginnen die Antworten neu.
        </p>
      ) : null}
      <Form action={`${self}/bearbeiten`} record={{ version: sitzung.version, values }} rejected={rejected}>
        <SitzungFelder field={fieldsOf(values, rejected)} rejected={rejected} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${SITZUNGEN}/:id/bearbeiten`,
  permission,
  { form, schema: SitzungEingabe },
  async (tx, { actor, at }, input) => {
    await changeSitzung(tx, actor, at, input);
    return getan.after(`${SITZUNGEN}/${at.id}`, "verlegt");
  },
);
