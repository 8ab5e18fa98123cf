import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { changeAnruf } from "../commands/change-anruf.ts";
import { AnrufAngaben } from "../model/anruf.ts";
import { ANRUF_CONFLICT, AnrufFields } from "../parts/felder.tsx";
import { ANRUFE, getan } from "../parts/getan.ts";
import { anrufOf, anrufValues } from "../queries/anrufe.ts";

const PATH = `${ANRUFE}/:id`;

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { anruf, sprachen } = await openRecordAs(visit.actor, { art: "beratung", id }, "bearbeitung", async (tx) => {
    const anruf = await anrufOf(tx, id);
    return { anruf, sprachen: kodesAm((await codelisten(tx)).sprache, today(), anruf.sprachen) };
  });
  const record = { version: anruf.version, values: anrufValues(anruf) };
  return (
    <CardPage
      frame={visit.frame}
      title="Angaben zum Anruf"
      rejected={rejected}
      breadcrumb={[{ label: "Telefonsprechstunde", href: ANRUFE }]}
    >
      <ConflictNotice rejected={rejected} fields={ANRUF_CONFLICT} stored={`${ANRUFE}/${id}`} />
      <p>
        Tag, Ort, Dauer und Notiz stehen bei der <a href={`/beratungen/${id}`}>Beratung</a>. Dort ziehen Sie den Anruf
        auch zurück; dann zählt er nirgends.
      </p>
      <Form action={`${ANRUFE}/${id}`} record={record} rejected={rejected}>
        <AnrufFields field={fieldsOf(record.values, rejected)} sprachen={sprachen} />
        <Submit label="Speichern" cancel={ANRUFE} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "muki.schreiben",
  { form, schema: AnrufAngaben },
  async (tx, { actor, at }, input) => {
    await changeAnruf(tx, actor, at, input);
    return getan.after(ANRUFE, "gespeichert");
  },
);
