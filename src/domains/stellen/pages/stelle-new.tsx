import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { writeOnce } from "../../../platform/submission.ts";
import { Actions, Button, ButtonLink, Card, Form, Page, SelectField } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { createStelle } from "../commands/create-stelle.ts";
import { StelleFields } from "../parts/stelle-fields.tsx";
import { getan, LIST } from "../parts/visit.ts";
import { traegerChoices } from "../queries/stellen.ts";
import { neueStelle } from "../model/stelle.ts";

const permission = "stelle.schreiben";

async function form(visit: Visit, rejected?: Rejected) {
  const { traeger, ...choices } = await readAs(visit.actor, async (tx) => ({
    arten: kodesAm((await codelisten(tx)).stelle_art, today()),
    kommunen: await kommunen(tx),
    traeger: await traegerChoices(tx, visit.actor),
  }));
  return (
    <Page
      frame={visit.frame}
      title="Stelle anlegen"
      rejected={rejected}
      breadcrumb={[{ label: "Stellen", href: LIST }]}
    >
      <Card>
        <Form action={LIST} rejected={rejected}>
          <SelectField
            name="traegerId"
            label="Träger"
            hint="Wer anstellt. Die Stelle bleibt bei diesem Träger."
            options={traeger.map((t) => ({ value: t.id, label: t.name }))}
            empty="Bitte wählen"
            rejected={rejected}
            autofocus
          />
          <StelleFields choices={choices} rejected={rejected} />
          <Actions>
            <Button>Anlegen</Button>
            <ButtonLink kind="tertiary" href={LIST}>
              Abbrechen
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

export const neu = page({ path: `${LIST}/neu`, permission, show: (visit) => form(visit) });

export const create = action({
  path: LIST,
  permission,
  schema: neueStelle,
  run: async (visit, stelle, submission) =>
    new Redirect(
      await writeOnce(visit.actor, submission, async (tx) =>
        getan.after(`${LIST}/${await createStelle(tx, visit.actor, stelle)}`, "angelegt"),
      ),
    ),
  again: form,
});
