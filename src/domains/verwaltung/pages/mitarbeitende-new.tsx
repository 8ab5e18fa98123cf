import { randomUUID } from "node:crypto";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { linksAreMailed } from "../../../platform/mail.ts";
import { CardPage, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { createKonto } from "../commands/create-konto.ts";
import { NeuesKonto } from "../model/konto.ts";
import { PersonFields, RolleFields, StandortField } from "../parts/konto-fields.tsx";
import { linkAnswer, linkPath } from "../parts/link-answer.tsx";
import { grantableRoles } from "../parts/role-words.ts";
import { TraegerField } from "../parts/traeger-field.tsx";
import { ownTraeger, standorte } from "../queries/orte.ts";
import { invite } from "../../zugang/index.ts";
import { belowList } from "../parts/below.ts";

const LIST = "/verwaltung/mitarbeitende";
const permission = "konto.traeger_verwalten";

async function form(visit: Visit, rejected?: Rejected) {
  const { traeger, sites } = await readAs(visit.actor, async (tx) => ({
    traeger: offered(await ownTraeger(tx, visit.actor)),
    sites: offered(await standorte(tx)),
  }));
  const field = fieldsOf({ von: [today()] }, rejected);
  const groups = traeger.map((t) => ({
    label: t.name,
    options: sites.filter((s) => s.traegerId === t.value).map(optionOf),
  }));
  return (
    <CardPage {...belowList(visit, "Mitarbeitende", LIST)} title="Mitarbeiter:in anlegen" rejected={rejected}>
      <Form action={LIST} rejected={rejected}>
        <PersonFields
          field={field}
          emailHint="Mit ihr meldet sich die Person an. Am besten die dienstliche Adresse."
          autofocus
        />
        <TraegerField field={field("traeger")} traeger={traeger} />
        <StandortField field={field} options={groups.filter((g) => g.options.length > 0)} />
        <RolleFields field={field} rollen={grantableRoles(visit.actor)} />
        <Submit
          label={linksAreMailed() ? "Anlegen und Einladungslink schicken" : "Anlegen und Einladungslink zeigen"}
          cancel={LIST}
        />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  LIST,
  permission,
  { form, schema: NeuesKonto, shownAt: `${LIST}/neu`, answer: linkAnswer },
  async (tx, { actor }, { traeger: traegerId, standort: standortId, name, email, rolle, von, bis }) => {
    const rollen = [{ rolle, von, bis }];
    const { kontoId } = await createKonto(tx, actor, { traegerId, standortId, name, email, rollen });
    const id = randomUUID();
    return { to: linkPath(kontoId, id), once: await invite(tx, actor, kontoId, { id }) };
  },
);
