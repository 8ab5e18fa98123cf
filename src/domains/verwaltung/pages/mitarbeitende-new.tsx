import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { type Choice, offered, optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, first, readQuery } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { linksAreMailed } from "../../../platform/mail.ts";
import { CardPage, type FieldsOf, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { createKonto } from "../commands/create-konto.ts";
import { NeuesKonto } from "../model/konto.ts";
import { PersonFields, RolleFields, StandortField } from "../parts/konto-fields.tsx";
import { linkAnswer, linkPath } from "../parts/link-answer.tsx";
import { grantableRoles } from "../parts/role-words.ts";
import { TraegerWahl } from "../parts/traeger-wahl.tsx";
import { ownTraeger, standorte } from "../queries/orte.ts";
import { invite } from "../../zugang/index.ts";
import { belowList } from "../parts/below.ts";

const LIST = "/verwaltung/mitarbeitende";
const permission = "konto.traeger_verwalten";

const Query = z.object({ traeger: z.uuid().optional() });

/** The Träger first: it says which Standorte there are. Where there is only one to choose, it is not asked. */
async function form(visit: Visit, rejected?: Rejected) {
  const { traeger, traegerId, sites } = await readAs(visit.actor, async (tx) => {
    const all = offered(await ownTraeger(tx, visit.actor));
    const [only, second] = all;
    const asked = rejected === undefined ? readQuery(Query, visit.url).traeger : first(rejected.values, "traeger");
    const chosen = asked ?? (second === undefined ? only?.value : undefined);
    return {
      traeger: all,
      traegerId: chosen,
      sites: chosen !== undefined && isId(chosen) ? offered(await standorte(tx, { traegerId: chosen })) : [],
    };
  });
  const field = fieldsOf({ von: [today()], traeger: [traegerId ?? ""] }, rejected);
  return (
    <CardPage {...belowList(visit, "Mitarbeitende", LIST)} title="Mitarbeiter:in anlegen" rejected={rejected} extra>
      <TraegerWahl field={field("traeger")} traeger={traeger} chosen={traegerId} />
      <div id="angaben">
        {traegerId === undefined ? null : (
          <Angaben visit={visit} field={field} traegerId={traegerId} sites={sites} rejected={rejected} />
        )}
      </div>
    </CardPage>
  );
}

type AngabenProps = {
  readonly visit: Visit;
  readonly field: FieldsOf;
  readonly traegerId: string;
  readonly sites: readonly Choice[];
  readonly rejected: Rejected | undefined;
};

function Angaben({ visit, field, traegerId, sites, rejected }: AngabenProps) {
  return (
    <Form action={LIST} rejected={rejected}>
      <HiddenField name="traeger" value={traegerId} />
      <PersonFields
        field={field}
        emailHint="Mit ihr meldet sich die Person an. Am besten die dienstliche Adresse."
        autofocus
      />
      <StandortField field={field} options={sites.map(optionOf)} />
      <RolleFields field={field} rollen={grantableRoles(visit.actor)} />
      <Submit
        label={linksAreMailed() ? "Anlegen und Einladungslink schicken" : "Anlegen und Einladungslink zeigen"}
        cancel={LIST}
      />
    </Form>
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
