import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { preparedUpload } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { id as idField } from "../../../platform/fields.ts";
import { MAX_FILE, checkFile } from "../../../platform/files/check.ts";
import { NotFound, type Rejected, first } from "../../../platform/form.ts";
import { idOf, isId } from "../../../platform/ids.ts";
import { CardPage, Entered, FileField, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { addDokument } from "../../dokumente/index.ts";
import { linkBeleg } from "../commands/link-beleg.ts";
import { ZWECKE } from "../model/zwecke.ts";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { einwilligungOf } from "../queries/einwilligungen.ts";

const permission = "dokument.schreiben";
const DATEI = "datei";
const Beleg = z.object({ einwilligung: idField("Diese Einwilligung gibt es nicht.") });

async function form(visit: Visit, id: string, rejected?: Rejected) {
  const e = await openRecordAs(visit.actor, { art: "einwilligung", id }, "einwilligung", (tx) =>
    einwilligungOf(tx, visit.actor, id),
  );
  const self = `${ONE}/${id}`;
  return (
    <CardPage
      frame={visit.frame}
      title="Unterschriebenes Blatt ablegen"
      extra
      rejected={rejected}
      breadcrumb={[
        { label: "Einwilligungen", href: listOf(e.personId) },
        { label: ZWECKE[e.zweck], href: self },
      ]}
    >
      <p>
        Von <Entered>{e.person?.name ?? ""}</Entered>. Die Datei liegt danach auch bei den Dokumenten der Person.
      </p>
      <Form action={`${ONE}/beleg`} upload rejected={rejected}>
        <HiddenField name="einwilligung" value={id} />
        <FileField
          {...fieldsOf(undefined, rejected)(DATEI)}
          label="Datei"
          accept=".pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp"
          hint="PDF oder Bild, höchstens 20 MB."
          camera="Oder jetzt fotografieren"
        />
        <Submit label="Ablegen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const show = page({ path: `${ONE}/:id/beleg`, permission, show: (visit) => form(visit, idOf(visit)) });

/** The consent stands in the form: a file is sent to one address. */
function again(visit: Visit, rejected: Rejected) {
  const einwilligung = first(rejected.values, "einwilligung");
  if (!isId(einwilligung)) throw new NotFound();
  return form(visit, einwilligung, rejected);
}

export const save = preparedUpload(
  `${ONE}/beleg`,
  permission,
  { schema: Beleg, file: DATEI, limit: MAX_FILE, again, prepare: (upload) => checkFile(upload, DATEI) },
  async (tx, { actor }, { einwilligung }, file) => {
    const { personId, gueltigAb } = await einwilligungOf(tx, actor, einwilligung);
    const dokument = await addDokument(
      tx,
      actor,
      {
        person: personId,
        art: "einwilligung",
        titel: null,
        quelle: "person",
        am: gueltigAb ?? today(),
        gueltig_bis: null,
        zu_fall: null,
      },
      file,
    );
    await linkBeleg(tx, actor, einwilligung, dokument);
    return getan.after(`${ONE}/${einwilligung}`, "beleg");
  },
);
