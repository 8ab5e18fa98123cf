import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { preparedUpload } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { MAX_FILE, checkFile } from "../../../platform/files/check.ts";
import { NotFound, type Rejected, first, readQuery } from "../../../platform/form.ts";
import { idOf, isId } from "../../../platform/ids.ts";
import { CardPage, Entered, FileField, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { personNames } from "../../personen/index.ts";
import { addDokument } from "../commands/add-dokument.ts";
import { GEBRACHT, NeuesDokument } from "../model/dokument.ts";
import { belowDokumente } from "../parts/below.ts";
import { Felder } from "../parts/felder.tsx";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { faelleZur } from "../queries/dokumente.ts";

const permission = "dokument.schreiben";
const DATEI = "datei";
const ZWECK = "dokumente";
const Query = z.object({ fall: z.uuid().optional() });

async function form(visit: Visit, id: string, rejected?: Rejected) {
  const { actor } = visit;
  const { fall } = readQuery(Query, visit.url);
  const { name, listen, faelle } = await openRecordAs(actor, { art: "person", id }, ZWECK, async (tx) => ({
    name: (await personNames(tx, actor, [id])).get(id),
    listen: await codelisten(tx),
    faelle: await faelleZur(tx, id),
  }));
  if (name === undefined) throw new NotFound();
  const heute = today();
  const field = fieldsOf({ am: [heute], quelle: ["person"], zu_fall: [fall ?? ""] }, rejected);
  return (
    <CardPage {...belowDokumente(visit, id)} extra title="Dokument ablegen" rejected={rejected}>
      <p>
        Für <Entered>{name}</Entered>
      </p>
      <Form action={ONE} upload rejected={rejected}>
        <HiddenField name="person" value={id} />
        <FileField
          {...field(DATEI)}
          label="Datei"
          accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.odt,application/pdf,image/jpeg,image/png,image/webp"
          hint="PDF, Bild oder Textdokument, höchstens 20 MB. Sie können die Datei auch auf das Feld ziehen."
          camera="Oder jetzt fotografieren"
        />
        <Felder field={field} arten={listen.dokumentart} heute={heute} quellen={GEBRACHT} faelle={faelle} />
        <Submit label="Ablegen" cancel={listOf(id)} />
      </Form>
    </CardPage>
  );
}

export const show = page({ path: `${listOf(":id")}/neu`, permission, show: (visit) => form(visit, idOf(visit)) });

/** The person stands in the form: a file is sent to one address, so that the server knows before it reads it that one may come. */
function again(visit: Visit, rejected: Rejected) {
  const person = first(rejected.values, "person");
  if (!isId(person)) throw new NotFound();
  return form(visit, person, rejected);
}

export const save = preparedUpload(
  ONE,
  permission,
  {
    schema: NeuesDokument,
    file: DATEI,
    limit: MAX_FILE,
    again,
    prepare: (upload) => checkFile(upload, DATEI),
  },
  async (tx, { actor }, input, file) => {
    const id = await addDokument(tx, actor, input, file);
    return getan.after(`${ONE}/${id}`, "abgelegt");
  },
);
