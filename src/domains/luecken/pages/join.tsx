import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Entered, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { joinLuecke } from "../commands/report-luecke.ts";
import { MeldungEingabe, nameVon } from "../model/luecke.ts";
import { LIST, MEINE, getan } from "../parts/getan.ts";
import { GewichtFields, QuelleFields } from "../parts/melden-felder.tsx";
import { lueckeOf } from "../queries/luecken.ts";
import { meldeform } from "../queries/melden.ts";
import { vonOf } from "./new.tsx";

const PATH = `${LIST}/:id/melden`;

/** "With us as well": one more report of a gap that is known. */
async function form(visit: Visit, rejected?: Rejected) {
  if (!may(visit.actor, "luecke.lesen")) throw new NotFound();
  const id = idOf(visit);
  const luecke = await readAs(visit.actor, (tx) => lueckeOf(tx, id));
  const von = vonOf(visit, rejected);
  const f = await meldeform(visit, { fall: von.fall, beratung: von.beratung });
  const self = `${LIST}/${id}`;
  return (
    <CardPage
      frame={visit.frame}
      title="Auch bei uns"
      rejected={rejected}
      breadcrumb={[
        { label: "Systemlücken", href: LIST },
        { label: "Lücke", href: self },
      ]}
    >
      <p>
        <Entered>{nameVon(luecke)}</Entered>
      </p>
      <Form action={`${self}/melden`} rejected={rejected}>
        <QuelleFields fall={von.fall ?? ""} beratung={von.beratung ?? ""} />
        <GewichtFields
          field={fieldsOf({ kommunen: f.values["kommunen"] ?? [] }, rejected)}
          kommunen={f.kommunen}
          rechtskreise={undefined}
          rejected={rejected}
        />
        <Submit label="Mitmelden" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "luecke.melden",
  { form, schema: MeldungEingabe },
  async (tx, visit, input) => {
    await joinLuecke(tx, visit.actor, idOf(visit), input);
    return getan.after(MEINE, "bestaetigt");
  },
);
