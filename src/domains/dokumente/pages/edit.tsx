import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { changeDokument } from "../commands/change-dokument.ts";
import { DokumentEingabe, GEBRACHT } from "../model/dokument.ts";
import { belowDokumente } from "../parts/below.ts";
import { FELDNAMEN, Felder } from "../parts/felder.tsx";
import { ONE, getan } from "../parts/getan.ts";
import { dokumentOf, dokumentValues, faelleZur } from "../queries/dokumente.ts";

const ZWECK = "bearbeitung";

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { d, listen, faelle } = await openRecordAs(actor, { art: "dokument", id }, ZWECK, async (tx) => {
    const d = await dokumentOf(tx, actor, id);
    return { d, listen: await codelisten(tx), faelle: await faelleZur(tx, d.personId) };
  });
  const record = { version: d.version, values: dokumentValues(d) };
  const self = `${ONE}/${id}`;
  return (
    <CardPage {...belowDokumente(visit, d.personId)} title="Dokument bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={FELDNAMEN} stored={self} />
      <Form action={`${self}/bearbeiten`} record={record} rejected={rejected}>
        <Felder
          field={fieldsOf(record.values, rejected)}
          arten={listen.dokumentart}
          heute={today()}
          kept={[d.art]}
          quellen={d.quelle === "haus" ? ["haus"] : GEBRACHT}
          faelle={faelle}
        />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${ONE}/:id/bearbeiten`,
  "dokument.schreiben",
  { form, schema: DokumentEingabe },
  async (tx, { actor, at }, input) => {
    await changeDokument(tx, actor, at, input);
    return getan.after(`${ONE}/${at.id}`, "gespeichert");
  },
);
