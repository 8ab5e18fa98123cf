import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { writeOnce } from "../../../platform/submission.ts";
import { Actions, Button, ButtonLink, DateField, Day, Form, SelectField } from "../../../ui/index.ts";
import { noteVakanz } from "../commands/note-vakanz.ts";
import { grundOptions } from "../parts/grund-options.ts";
import { StellePage } from "../parts/stelle-page.tsx";
import { idOf } from "../../../platform/id.ts";
import { getan, LIST } from "../parts/visit.ts";
import { amTag, vakanzen } from "../model/plan.ts";
import { stelleOf } from "../queries/stellen.ts";
import { vakanzEingabe } from "../model/stelle.ts";

const permission = "stelle.schreiben";
const PATH = `${LIST}/:id/vakanz`;

async function form(visit: Visit, rejected?: Rejected) {
  const { stelle, gruende } = await readAs(visit.actor, async (tx) => ({
    stelle: await stelleOf(tx, visit.actor, idOf(visit)),
    gruende: await grundOptions(tx),
  }));
  const self = `${LIST}/${stelle.id}`;
  const now = amTag(stelle, today()).vakanz;
  const last = vakanzen(stelle).at(-1);
  return (
    <StellePage visit={visit} stelle={stelle} title="Grund einer Vakanz" rejected={rejected}>
      {last === undefined ? (
        <p>Die Stelle war immer voll besetzt. Beenden Sie zuerst eine Besetzung, wenn jemand geht.</p>
      ) : (
        <p>
          {now === undefined ? "Zuletzt vakant" : "Vakant"} seit <Day iso={now?.seit ?? last.von} />.
        </p>
      )}
      <Form action={`${self}/vakanz`} rejected={rejected}>
        <SelectField
          name="grund"
          label="Warum ist die Stelle vakant?"
          options={gruende}
          empty="Bitte wählen"
          value={now?.grund?.code}
          rejected={rejected}
          autofocus
        />
        <DateField
          name="von"
          label="Ab wann gilt dieser Grund?"
          hint="Er gilt, bis ein anderer genannt wird oder die Stelle wieder voll besetzt ist."
          value={now?.seit ?? last?.von}
          rejected={rejected}
        />
        <Actions>
          <Button>Grund eintragen</Button>
          <ButtonLink kind="tertiary" href={self}>
            Abbrechen
          </ButtonLink>
        </Actions>
      </Form>
    </StellePage>
  );
}

export const vakanzPage = page({ path: PATH, permission, show: (visit) => form(visit) });

export const note = action({
  path: PATH,
  permission,
  schema: vakanzEingabe,
  run: async (visit, input, submission) => {
    const id = idOf(visit);
    return new Redirect(
      await writeOnce(visit.actor, submission, async (tx) => {
        await noteVakanz(tx, visit.actor, id, input);
        return getan.after(`${LIST}/${id}`, "begruendet");
      }),
    );
  },
  again: form,
});
