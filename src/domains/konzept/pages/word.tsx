import { type Visit, page } from "../../../platform/access.ts";
import { preparedUpload } from "../../../platform/change.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, FileField, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { importKonzept } from "../commands/import-konzept.ts";
import { MAX_WORD, liesWord } from "../documents/word-lesen.ts";
import { WordEingabe } from "../model/eingabe.ts";
import { belowRoom } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { KopfFelder } from "../parts/kopf-felder.tsx";
import { letztesJahr } from "../parts/zeitraum.ts";
import { KeinName } from "../parts/kein-name.tsx";

const permission = "konzept.steuern";
const PATH = `${LIST}/word`;

const form = (visit: Visit, rejected?: Rejected) => {
  const field = fieldsOf({ zeitraum: [letztesJahr()] }, rejected);
  return (
    <CardPage {...belowRoom(visit)} title="Aus einer Word-Datei" rejected={rejected} extra>
      <p>
        Jede oberste Überschrift der Datei wird ein Kapitel. Heißt sie wie ein Handlungsfeld, bekommt das Kapitel die
        fünf Teile; Überschriften darunter wie „Ausgangslage“ oder „Ziele“ füllen sie. Listen, Fettes und Tabellen
        bleiben, Fußnoten werden Quellen. Wo ein Bild stand, steht „[Bild aus Word]“ mit seiner Beschreibung.
        Kommentare, Kopf- und Fußzeilen bleiben in der Datei.
      </p>
      <Form action={PATH} rejected={rejected} upload>
        <FileField {...field("datei")} label="Word-Datei (.docx)" accept=".docx" />
        <KopfFelder field={field} ohneTitel />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Einlesen" cancel={LIST} />
      </Form>
    </CardPage>
  );
};

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

export const save = preparedUpload(
  PATH,
  permission,
  {
    schema: WordEingabe,
    file: "datei",
    limit: MAX_WORD,
    again: form,
    prepare: async ({ name, bytes }) => ({ name, stuecke: await liesWord(bytes) }),
  },
  async (tx, { actor }, input, datei) => {
    const { id, unlesbar } = await importKonzept(tx, actor, input, datei);
    const to = `${LIST}/${id}`;
    return unlesbar === 0 ? getan.after(to, "eingelesen") : getan.after(to, "unvollstaendig", unlesbar);
  },
);
