import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { today } from "../../../platform/clock.ts";
import { CardPage, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { addZielgruppe } from "../commands/set-zielgruppe.ts";
import { ZielgruppeEingabe, zielgruppeValues } from "../model/zielgruppe.ts";
import { ZielgruppeFields } from "../parts/zielgruppe-felder.tsx";
import { ZIELGRUPPE as LIST, belowZielgruppe, zielgruppeGetan as getan } from "../parts/zielgruppe-getan.ts";
import { zielgruppeAm } from "../queries/zielgruppen.ts";

const permission = "zielgruppe.pflegen";

/** A new rule begins as the one that holds now. */
async function form(visit: Visit, rejected?: Rejected) {
  const now = await readAs(visit.actor, (tx) => zielgruppeAm(tx, today()));
  const { gueltig_ab: _, ...values } = now === undefined ? {} : zielgruppeValues(now);
  return (
    <CardPage frame={visit.frame} {...belowZielgruppe} title="Neue Regel" rejected={rejected} wide>
      <Form action={LIST} rejected={rejected}>
        <p>
          Entschieden ist entschieden: Eine neue Regel ändert nichts an früheren Klärungen. Sie beginnt frühestens
          morgen; nur die erste darf schon gelten.
        </p>
        <ZielgruppeFields field={fieldsOf(values, rejected)} rejected={rejected} />
        <Submit label="Regel anlegen" cancel={LIST} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  LIST,
  permission,
  { form, schema: ZielgruppeEingabe, shownAt: `${LIST}/neu` },
  async (tx, { actor }, input) => getan.after(`${LIST}/${await addZielgruppe(tx, actor, input)}`, "angelegt"),
);
