import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, Actions, Button, ButtonLink, ConflictNotice, Form, fieldsOf } from "../../../ui/index.ts";
import { changeBesetzung } from "../commands/change-besetzung.ts";
import { besetzungValues } from "../model/form-values.ts";
import { BesetzungEingabe } from "../model/stelle.ts";
import { BESETZUNG, at, shownBesetzung } from "../parts/besetzung.ts";
import { BesetzungFields, SEALED, besetzungConflict } from "../parts/besetzung-fields.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { belowStelle } from "../parts/below.ts";

const permission = "stelle.schreiben";
const PATH = `${BESETZUNG}/bearbeiten`;

async function form(visit: Visit, rejected?: Rejected) {
  const { stelle, besetzung, name, konten, up, self } = await shownBesetzung(visit);
  const record = { version: besetzung.version, values: besetzungValues(besetzung, name) };
  return (
    <CardPage {...belowStelle(visit, stelle)} title="Besetzung korrigieren" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={besetzungConflict(konten)} stored={`${self}/bearbeiten`} />
      <Form action={`${self}/bearbeiten`} record={record} rejected={rejected}>
        <BesetzungFields
          konten={konten}
          field={fieldsOf(record.values, rejected)}
          kept={name === undefined}
          nameHint={
            name === undefined ? "Wer es ist, ist für Sie nicht einsehbar. Lassen Sie es leer, bleibt es so." : SEALED
          }
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
    </CardPage>
  );
}

export const { show, save } = formPage({
  path: PATH,
  permission,
  form,
  schema: BesetzungEingabe,
  save: async (tx, visit, input) => {
    const ids = at(visit);
    await changeBesetzung(tx, visit.actor, { ...ids, version: visit.version }, input);
    return getan.after(`${LIST}/${ids.stelle}`, "gespeichert");
  },
});
