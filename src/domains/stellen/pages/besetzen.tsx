import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { writeOnce } from "../../../platform/submission.ts";
import { Actions, Button, ButtonLink, Form } from "../../../ui/index.ts";
import { fillStelle } from "../commands/fill-stelle.ts";
import { BesetzungFields, SEALED } from "../parts/besetzung-fields.tsx";
import { StellePage } from "../parts/stelle-page.tsx";
import { idOf } from "../../../platform/id.ts";
import { getan, LIST } from "../parts/visit.ts";
import { kontoChoices } from "../queries/personal.ts";
import { besetztAm, vakanzen } from "../model/plan.ts";
import { type StelleAkte, stelleOf } from "../queries/stellen.ts";
import { besetzungEingabe, vzaeText } from "../model/stelle.ts";
import { vzae } from "../model/texte.ts";

const permission = "stelle.schreiben";
const PATH = `${LIST}/:id/besetzen`;

/** The vacancy that goes on, or nothing: what is free then and from when. */
function free(stelle: StelleAkte) {
  const open = vakanzen(stelle).at(-1);
  if (open === undefined || open.bis !== stelle.bis) return undefined;
  const von = open.von > today() ? open.von : today();
  const frei = stelle.vzae - besetztAm(stelle, von);
  return frei > 0 ? { von, anteil: frei } : undefined;
}

async function form(visit: Visit, rejected?: Rejected) {
  const { stelle, konten } = await readAs(visit.actor, async (tx) => {
    const found = await stelleOf(tx, visit.actor, idOf(visit));
    return { stelle: found, konten: await kontoChoices(tx, visit.actor, found.traegerId, null) };
  });
  const self = `${LIST}/${stelle.id}`;
  const frei = free(stelle);
  const values = frei === undefined ? {} : { anteil: [vzaeText(frei.anteil)], von: [frei.von] };
  return (
    <StellePage visit={visit} stelle={stelle} title="Stelle besetzen" rejected={rejected}>
      <Form action={`${self}/besetzen`} rejected={rejected}>
        <p>
          Genehmigt: {vzae(stelle.vzae)} beim Träger {stelle.traeger}.
        </p>
        <BesetzungFields konten={konten} values={values} nameHint={SEALED} rejected={rejected} />
        <Actions>
          <Button>Besetzen</Button>
          <ButtonLink kind="tertiary" href={self}>
            Abbrechen
          </ButtonLink>
        </Actions>
      </Form>
    </StellePage>
  );
}

export const fillPage = page({ path: PATH, permission, show: (visit) => form(visit) });

export const fill = action({
  path: PATH,
  permission,
  schema: besetzungEingabe,
  run: async (visit, input, submission) => {
    const id = idOf(visit);
    return new Redirect(
      await writeOnce(visit.actor, submission, async (tx) => {
        await fillStelle(tx, visit.actor, id, input);
        return getan.after(`${LIST}/${id}`, "besetzt");
      }),
    );
  },
  again: form,
});
