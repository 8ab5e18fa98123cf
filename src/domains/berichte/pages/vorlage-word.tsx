import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { change, uploadChange } from "../../../platform/change.ts";
import { offered, optionOf, refuseClosed } from "../../../platform/choice.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING, id } from "../../../platform/fields.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { Card, FileField, Form, Page, SelectField, Submit, Table, fieldsOf } from "../../../ui/index.ts";
import { setWord } from "../commands/set-word.ts";
import { PLATZHALTER } from "../documents/word-vorlage.ts";
import { LIST, VORLAGEN, getan } from "../parts/getan.ts";
import { alsAuswahl, vorlagen } from "../queries/vorlagen.ts";

const permission = "bericht.schreiben";
/** Without an id: a file is sent to one address, so that the server knows before it reads it that one may come. */
const PATH = `${VORLAGEN}/word`;
const REMOVE = `${VORLAGEN}/:id/ohne-word`;

const Query = z.object({ vorlage: z.uuid().optional() });
const WordEingabe = z.object({ vorlage: id("Wählen Sie eine Vorlage.") });

async function form(visit: Visit, rejected?: Rejected) {
  const all = alsAuswahl(await readAs(visit.actor, vorlagen));
  const asked = readQuery(Query, visit.url).vorlage ?? "";
  const field = fieldsOf({ vorlage: [asked] }, rejected);
  return (
    <Page
      frame={visit.frame}
      title="Word-Datei des Hauses"
      rejected={rejected}
      breadcrumb={[
        { label: "Berichte", href: LIST },
        { label: "Vorlagen", href: VORLAGEN },
      ]}
    >
      <Card>
        <Form action={PATH} rejected={rejected} upload>
          <p>
            Eine Word-Datei mit dem Briefkopf und den Formaten Ihres Hauses. Wo etwas aus dem Bericht stehen soll, steht
            ein Platzhalter in geschweiften Klammern. Beim Hochladen füllt KIM sie einmal zur Probe und nennt jeden
            Platzhalter, der nicht stimmt.
          </p>
          <SelectField
            {...field("vorlage")}
            label="Für welche Vorlage?"
            options={offered(all, [asked]).map(optionOf)}
            empty="Bitte wählen"
          />
          <FileField {...field("datei")} label="Word-Datei (.docx)" accept=".docx" />
          <Submit label="Hochladen" cancel={VORLAGEN} />
        </Form>
      </Card>
      <Card title="Platzhalter">
        <Table
          caption="Platzhalter"
          hideCaption
          rows={PLATZHALTER}
          columns={[
            { label: "Platzhalter", cell: (p) => p.name },
            { label: "steht für", cell: (p) => p.was },
          ]}
        />
      </Card>
    </Page>
  );
}

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

export const save = uploadChange(
  PATH,
  permission,
  { schema: WordEingabe, file: "datei", again: form },
  async (tx, { actor }, { vorlage }, { name, bytes }) => {
    const list = alsAuswahl(await vorlagen(tx));
    refuseClosed({ name: "vorlage", label: "Vorlage", list, chosen: [vorlage], kept: list.map((v) => v.value) });
    await setWord(tx, actor, { id: vorlage }, { name, bytes });
    return getan.after(`${VORLAGEN}/${vorlage}`, "word");
  },
);

/** Papers are set by KIM again. The page that asks for it is that of the template. */
export const saveRemove = change(REMOVE, permission, { schema: NOTHING, again: form }, async (tx, { actor, at }) => {
  await setWord(tx, actor, at, null);
  return getan.after(`${VORLAGEN}/${at.id}`, "ohneword");
});
