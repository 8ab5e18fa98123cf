import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected, first } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Entered, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { joinLuecke } from "../commands/report-luecke.ts";
import { MeldungEingabe, nameVon } from "../model/luecke.ts";
import { LIST } from "../parts/getan.ts";
import { GewichtFields, QuelleFields } from "../parts/melden-felder.tsx";
import { nachMeldung } from "../parts/zurueck.ts";
import { lueckeOf } from "../queries/luecken.ts";
import { begonnen } from "../queries/melden.ts";

const PATH = `${LIST}/:id/melden`;

/** "With us as well": one more report of a gap that is known. */
async function form(visit: Visit, rejected?: Rejected) {
  if (!may(visit.actor, "luecke.lesen")) throw new NotFound();
  const id = idOf(visit);
  const luecke = await readAs(visit.actor, (tx) => lueckeOf(tx, id));
  const { f, von, form: lists, values } = await begonnen(visit, rejected);
  const self = `${LIST}/${id}`;
  // Of a report that was begun as a new gap everything goes along: the sentence is an example here.
  const shown =
    f.continued === undefined
      ? { kommunen: values["kommunen"] ?? [] }
      : { ...values, beispiel: [first(values, "beispiel") || first(values, "satz")] };
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
        <HiddenField name="_entwurf" value={f.draft.id} />
        <QuelleFields fall={von.fall ?? ""} beratung={von.beratung ?? ""} />
        <GewichtFields
          field={fieldsOf(shown, rejected)}
          kommunen={lists.kommunen}
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
    return nachMeldung(input, "bestaetigt");
  },
);
