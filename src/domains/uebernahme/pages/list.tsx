import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { uploadChange } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { placeInAddress } from "../../../platform/place.ts";
import { anzahl, zahl } from "../../../platform/words.ts";
import {
  Actions,
  Button,
  Card,
  Day,
  EmptyState,
  Entered,
  FileField,
  Form,
  Page,
  Pager,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { uploadList } from "../commands/upload-list.ts";
import { ListenStand } from "../parts/stand.tsx";
import { DECIDED, LESART, LIST, WORDS, getan, permission } from "../parts/getan.ts";
import { type Listenuebersicht, offeneWoerter, uebernahmenOf } from "../queries/uebernahmen.ts";
import { ertrag } from "../model/ertrag.ts";

const Query = z.object({ nach: placeInAddress.optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { nach } = readQuery(Query, visit.url);
  const { uebersicht, woerter } = await readAs(visit.actor, async (tx) => ({
    uebersicht: await uebernahmenOf(tx, visit.actor, nach),
    woerter: (await offeneWoerter(tx, visit.actor)).length,
  }));
  return (
    <Page extra frame={visit.frame} title="Listen übernehmen" rejected={rejected} side={<Ablauf />}>
      <Card title="Neue Liste">
        <Form action={LIST} upload rejected={rejected}>
          <FileField
            {...fieldsOf(undefined, rejected)("datei")}
            label="Datei"
            accept=".xlsx,.xlsm,.xls,.ods,.csv,.txt,.tsv,.htm,.html"
            hint="Excel (.xlsx), LibreOffice (.ods), CSV oder Text, bis 50 MB. Die Liste muss dafür nicht umgebaut werden."
          />
          <Actions>
            <Button>Hochladen und lesen</Button>
          </Actions>
        </Form>
      </Card>
      {woerter === 0 ? null : (
        <Card title="Nicht zugeordnete Wörter">
          <p>
            {anzahl(woerter, "Wort", "Wörter")} aus übernommenen Listen {woerter === 1 ? "zählt" : "zählen"} noch
            nirgends mit. <a href={WORDS}>Wörter zuordnen</a>
          </p>
        </Card>
      )}
      <Listen {...uebersicht} erste={nach === undefined} />
    </Page>
  );
}

function Ablauf() {
  return (
    <Card title="Was geschieht">
      <div class="prose">
        <ol>
          <li>KIM liest die Liste und schlägt vor, was jede Spalte und jedes Wort bedeutet.</li>
          <li>Sie ändern, was nicht stimmt, und sehen jede Zeile, mit der etwas ist.</li>
          <li>Erst wenn Sie „Übernehmen“ wählen, entsteht daraus etwas in KIM.</li>
        </ol>
        <p>
          Sie führen weiter eine Liste? <a href={LESART}>So liest KIM Ihre Liste</a>, mit einer leeren Vorlage.
        </p>
        <p>
          Zeilen ohne Namen werden anonyme Kurzberatungen, Zeilen mit Namen Beratungen mit Person. Strichlisten bleiben
          Summen. Auch eine Liste von Personen oder Fällen geht: Daraus werden Akten.
        </p>
        <p>
          Die Datei verlässt den Kreis nicht. Sie liegt verschlüsselt in KIM, nur Sie können sie öffnen. Gelöscht wird
          sie, sobald alles daraus übernommen ist, spätestens nach 30 Tagen.
        </p>
      </div>
    </Card>
  );
}

function Listen({ listen, aelter, erste }: Listenuebersicht & { readonly erste: boolean }) {
  return (
    <Card title="Meine Listen" action={<a href={DECIDED}>Entschiedene Wörter</a>}>
      <Table
        caption="Meine Listen"
        hideCaption
        rows={listen}
        href={(liste) => `${LIST}/${liste.id}`}
        empty={<EmptyState>{erste ? "Sie haben noch keine Liste hochgeladen." : "Mehr sind es nicht."}</EmptyState>}
        columns={[
          { label: "Datei", cell: (liste) => <Entered>{liste.datei}</Entered> },
          { label: "Hochgeladen", cell: (liste) => <Day iso={liste.am} /> },
          { label: "Stand", cell: (liste) => <ListenStand liste={liste} /> },
          { label: "Zeilen", figure: true, cell: ({ zahlen }) => (zahlen === null ? "–" : zahl(zahlen.zeilen)) },
          { label: "Ergibt", cell: ({ zahlen }) => (zahlen === null ? "–" : ertrag(zahlen)) },
        ]}
      />
      <Pager newer={erste ? undefined : LIST} older={aelter && `${LIST}?nach=${aelter.am}_${aelter.id}`} />
    </Card>
  );
}

/** One's own lists, and the form to bring another. */
export const show = page({ path: LIST, permission, notices: getan, show: (visit) => form(visit) });

export const save = uploadChange(
  LIST,
  permission,
  { schema: NOTHING, file: "datei", again: form },
  async (tx, visit, _, { name, bytes }) => {
    const datei = { datei: name, bytes };
    return `${LIST}/${await uploadList(tx, visit.actor, datei)}`;
  },
);
