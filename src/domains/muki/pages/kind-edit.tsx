import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { offered, optionOf } from "../../../platform/choice.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { changeKind } from "../commands/move-kind.ts";
import { KindAngaben } from "../model/delfin.ts";
import { DELFIN, getan } from "../parts/getan.ts";
import { OrtFields } from "../parts/kind-felder.tsx";
import { kindOf, kindValues } from "../queries/delfin.ts";

const PATH = `${DELFIN}/:id/bearbeiten`;

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { kind, towns } = await openRecordAs(visit.actor, { art: "delfin", id }, "bearbeitung", async (tx) => {
    const kind = await kindOf(tx, visit.actor, id);
    return { kind, towns: offered(await kommunen(tx), [kind.ags]).map(optionOf) };
  });
  const self = `${DELFIN}/${id}`;
  const record = { version: kind.version, values: kindValues(kind) };
  return (
    <CardPage
      frame={visit.frame}
      title="Angaben zum Kind"
      rejected={rejected}
      breadcrumb={[
        { label: "DELFIN 4", href: DELFIN },
        { label: `Kind, ${kind.jahr}`, href: self },
      ]}
    >
      <ConflictNotice
        rejected={rejected}
        fields={[
          { name: "ags", label: "Kommune", show: ([one = ""]) => towns.find((t) => t.value === one)?.label ?? one },
          { name: "kita", label: "Kita oder Familienzentrum" },
        ]}
        stored={self}
      />
      <Form action={`${self}/bearbeiten`} record={record} rejected={rejected}>
        <OrtFields field={fieldsOf(record.values, rejected)} kommunen={towns} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "muki.schreiben",
  { form, schema: KindAngaben },
  async (tx, { actor, at }, input) => {
    await changeKind(tx, actor, at, input);
    return getan.after(`${DELFIN}/${at.id}`, "gespeichert");
  },
);
