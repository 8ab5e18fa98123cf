import type { Visit } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Actions, Button, CardPage, ConflictNotice, Form, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { changeTop, removeTop, shiftTop } from "../commands/set-tagesordnung.ts";
import { TopEingabe, Verschieben } from "../model/eingabe.ts";
import { topValues } from "../model/form-values.ts";
import { belowSitzung } from "../parts/below.ts";
import { SITZUNGEN, TOPS, getan } from "../parts/getan.ts";
import { KeinName } from "../parts/worte.tsx";
import { topOf } from "../queries/sitzungen.ts";

const permission = "gremium.schreiben";

async function form(visit: Visit, rejected?: Rejected) {
  const { top, sitzung } = await readAs(visit.actor, (tx) => topOf(tx, idOf(visit)));
  const self = `${TOPS}/${top.id}`;
  const back = `${SITZUNGEN}/${sitzung.id}`;
  const values = topValues(top);
  const field = fieldsOf(values, rejected);
  return (
    <CardPage {...belowSitzung(visit, sitzung)} title="Punkt der Tagesordnung" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={[{ name: "titel", label: "Worum geht es?" }]} stored={back} />
      <Form action={`${self}/bearbeiten`} record={{ version: top.version, values }} rejected={rejected}>
        <TextField {...field("titel")} label="Worum geht es?" />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Speichern" cancel={back} />
      </Form>
      <Form action={`${self}/entfernen`}>
        <Actions>
          <Button kind="tertiary" small>
            Von der Tagesordnung nehmen
          </Button>
        </Actions>
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${TOPS}/:id/bearbeiten`,
  permission,
  { form, schema: TopEingabe },
  async (tx, { actor, at }, input) =>
    getan.after(`${SITZUNGEN}/${await changeTop(tx, actor, at, input)}`, "gespeichert"),
);

export const saveShift = change(
  `${TOPS}/:id/verschieben`,
  permission,
  { schema: Verschieben, again: form },
  async (tx, visit, { hin }) =>
    getan.after(`${SITZUNGEN}/${await shiftTop(tx, visit.actor, idOf(visit), hin)}`, "gespeichert"),
);

export const saveRemove = change(
  `${TOPS}/:id/entfernen`,
  permission,
  { schema: NOTHING, again: form },
  async (tx, visit) => getan.after(`${SITZUNGEN}/${await removeTop(tx, visit.actor, idOf(visit))}`, "entfernt"),
);
