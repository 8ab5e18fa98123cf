import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { writeOnce } from "../../../platform/submission.ts";
import { Actions, Alert, Button, ButtonLink, ConflictNotice, Form } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { changeStelle } from "../commands/change-stelle.ts";
import { stelleValues } from "../model/form-values.ts";
import { StelleFields, stelleConflict } from "../parts/stelle-fields.tsx";
import { StellePage } from "../parts/stelle-page.tsx";
import { idOf } from "../../../platform/id.ts";
import { getan, LIST } from "../parts/visit.ts";
import { stelleOf } from "../queries/stellen.ts";
import { stelleEingabe } from "../model/stelle.ts";

const permission = "stelle.schreiben";
const PATH = `${LIST}/:id/bearbeiten`;

async function form(visit: Visit, rejected?: Rejected) {
  const { stelle, ...choices } = await readAs(visit.actor, async (tx) => {
    const found = await stelleOf(tx, visit.actor, idOf(visit));
    const arten = kodesAm((await codelisten(tx)).stelle_art, today(), [found.art]);
    return { stelle: found, arten, kommunen: await kommunen(tx) };
  });
  const self = `${LIST}/${stelle.id}`;
  return (
    <StellePage visit={visit} stelle={stelle} title="Stelle bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={stelleConflict(choices, stelle)} stored={`${self}/bearbeiten`} />
      <Alert kind="info">
        Hier korrigieren Sie, was falsch eingetragen ist. Ändert sich die Stelle ab einem Tag, geben Sie ihr einen
        letzten Tag und legen eine neue an; so bleibt der Stellenplan früherer Tage, wie er war.
      </Alert>
      <Form action={`${self}/bearbeiten`} version={stelle.version} read={stelleValues(stelle)} rejected={rejected}>
        <p>Träger: {stelle.traeger}</p>
        <StelleFields choices={choices} stelle={stelle} rejected={rejected} />
        <Actions>
          <Button>Speichern</Button>
          <ButtonLink kind="tertiary" href={self}>
            Abbrechen
          </ButtonLink>
        </Actions>
      </Form>
    </StellePage>
  );
}

export const edit = page({ path: PATH, permission, show: (visit) => form(visit) });

export const change = action({
  path: PATH,
  permission,
  schema: stelleEingabe,
  run: async (visit, input, submission) => {
    const id = idOf(visit);
    return new Redirect(
      await writeOnce(visit.actor, submission, async (tx) => {
        await changeStelle(tx, visit.actor, id, submission.version, input);
        return getan.after(`${LIST}/${id}`, "gespeichert");
      }),
    );
  },
  again: form,
});
