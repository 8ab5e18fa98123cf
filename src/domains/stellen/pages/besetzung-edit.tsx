import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import type { Rejected } from "../../../platform/form.ts";
import { writeOnce } from "../../../platform/submission.ts";
import { Actions, Button, ButtonLink, ConflictNotice, Form } from "../../../ui/index.ts";
import { changeBesetzung } from "../commands/change-besetzung.ts";
import { besetzungValues } from "../model/form-values.ts";
import { BesetzungFields, SEALED, besetzungConflict } from "../parts/besetzung-fields.tsx";
import { BESETZUNG, at, besetzungOf } from "../parts/besetzung-visit.ts";
import { StellePage } from "../parts/stelle-page.tsx";
import { getan, LIST } from "../parts/visit.ts";
import { besetzungEingabe } from "../model/stelle.ts";

const permission = "stelle.schreiben";
const PATH = `${BESETZUNG}/bearbeiten`;

async function form(visit: Visit, rejected?: Rejected) {
  const { stelle, besetzung, name, konten, up, self } = await besetzungOf(visit);
  const values = besetzungValues(besetzung, name);
  return (
    <StellePage visit={visit} stelle={stelle} title="Besetzung korrigieren" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={besetzungConflict(konten)} stored={`${self}/bearbeiten`} />
      <Form action={`${self}/bearbeiten`} version={besetzung.version} read={values} rejected={rejected}>
        <BesetzungFields
          konten={konten}
          values={values}
          kept={name === undefined}
          nameHint={
            name === undefined ? "Wer es ist, ist für Sie nicht einsehbar. Lassen Sie es leer, bleibt es so." : SEALED
          }
          rejected={rejected}
        />
        <Actions>
          <Button>Speichern</Button>
          <ButtonLink kind="tertiary" href={up}>
            Abbrechen
          </ButtonLink>
          <ButtonLink kind="tertiary" href={`${self}/entfernen`}>
            Entfernen, war ein Irrtum
          </ButtonLink>
        </Actions>
      </Form>
    </StellePage>
  );
}

export const editBesetzung = page({ path: PATH, permission, show: (visit) => form(visit) });

export const correctBesetzung = action({
  path: PATH,
  permission,
  schema: besetzungEingabe,
  run: async (visit, input, submission) => {
    const ids = at(visit);
    return new Redirect(
      await writeOnce(visit.actor, submission, async (tx) => {
        await changeBesetzung(tx, visit.actor, ids, submission.version, input);
        return getan.after(`${LIST}/${ids.stelle}`, "gespeichert");
      }),
    );
  },
  again: form,
});
