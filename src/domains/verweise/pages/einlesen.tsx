import { z } from "zod";
import { type Route, type Visit, page } from "../../../platform/access.ts";
import { Instead, change, uploadChange } from "../../../platform/change.ts";
import { csvOf } from "../../../platform/csv.ts";
import { NOTHING, text } from "../../../platform/fields.ts";
import { Refused, type Rejected } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import type { Tabellenzeile } from "../../../listen/index.ts";
import {
  Actions,
  Button,
  Card,
  CardPage,
  Entered,
  FileField,
  Form,
  HiddenField,
  Page,
  Status,
  Submit,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { importOrganisationen } from "../commands/import-organisationen.ts";
import { SPALTEN } from "../model/einlesen.ts";
import { ORGANISATION_ARTEN } from "../model/organisation.ts";
import { ORGANISATIONEN, stellenGetan } from "../parts/getan.ts";
import { type Vorschau, vorschauOf, zeilenIn } from "../queries/einlesen.ts";

const permission = "organisation.pflegen";
const PATH = `${ORGANISATIONEN}/einlesen`;
const BREADCRUMB = [{ label: "Organisationen", href: ORGANISATIONEN }];

/** More than the largest file has as JSON. */
const MOST = 900_000;
const Zeilen = z.array(z.object({ nr: z.number(), zellen: z.array(z.string()) }));
const Gelesene = z.object({ zeilen: text(MOST) });

const form = (visit: Visit, rejected?: Rejected) => (
  <CardPage frame={visit.frame} title="Organisationen aus einer Datei" rejected={rejected} breadcrumb={BREADCRUMB}>
    <p>
      Eine Tabelle als CSV, eine Zeile je Organisation. <a href={`${ORGANISATIONEN}/vorlage`}>Leere Vorlage</a>. Mehrere
      Handlungsfelder, Sprachen oder Dinge trennen Sie mit „|“. Namen von Menschen gehören nicht hinein.
    </p>
    <Form action={PATH} upload rejected={rejected}>
      <FileField
        {...fieldsOf(undefined, rejected)("datei")}
        label="Datei"
        accept=".csv,.txt,.tsv"
        hint="CSV bis 512 kB. Sie sehen erst, was KIM gelesen hat; eingetragen wird noch nichts."
      />
      <Submit label="Lesen" cancel={ORGANISATIONEN} />
    </Form>
  </CardPage>
);

const STAND = { neu: "neu", vorhanden: "gibt es schon, bleibt wie sie ist", fehler: "nicht eingetragen" } as const;
const KIND = { neu: "success", vorhanden: "info", fehler: "warning" } as const;

/** What was read, before anything is written. */
function Gelesenes({
  visit,
  zeilen,
  vorschau,
}: {
  readonly visit: Visit;
  readonly zeilen: readonly Tabellenzeile[];
  readonly vorschau: readonly Vorschau[];
}) {
  const neue = vorschau.filter((one) => one.stand === "neu").length;
  const falsche = vorschau.filter((one) => one.stand === "fehler").length;
  return (
    <Page frame={visit.frame} title="Das hat KIM gelesen" breadcrumb={BREADCRUMB} wide>
      <Card title={`${anzahl(neue, "Organisation ist", "Organisationen sind")} neu`}>
        <p>
          {falsche === 0
            ? "Jede Zeile ist lesbar."
            : `${anzahl(falsche, "Zeile", "Zeilen")} mit Fehlern bleiben draußen. Verbessern Sie sie in der Datei, und lesen Sie sie noch einmal ein; was schon da ist, kommt nicht doppelt.`}
        </p>
        <Table
          caption="Zeilen der Datei"
          hideCaption
          cards
          rows={vorschau}
          columns={[
            { label: "Zeile", cell: ({ nr }) => String(nr) },
            { label: "Name", names: true, cell: ({ name }) => <Entered>{name === "" ? "ohne Namen" : name}</Entered> },
            { label: "Art", cell: ({ eingabe }) => (eingabe === undefined ? "–" : ORGANISATION_ARTEN[eingabe.art]) },
            { label: "Stand", cell: ({ stand }) => <Status kind={KIND[stand]}>{STAND[stand]}</Status> },
            {
              label: "Was zu verbessern ist",
              whole: true,
              cell: ({ fehler }) => <Entered>{fehler.join(" ")}</Entered>,
            },
          ]}
        />
        {neue === 0 ? (
          <p>
            <a href={PATH}>Andere Datei wählen</a>
          </p>
        ) : (
          <Form action={`${PATH}/eintragen`}>
            <HiddenField name="zeilen" value={JSON.stringify(zeilen)} />
            <Actions>
              <Button>{`${anzahl(neue, "Organisation", "Organisationen")} eintragen`}</Button>
            </Actions>
          </Form>
        )}
      </Card>
    </Page>
  );
}

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

export const save = uploadChange(
  PATH,
  permission,
  { schema: NOTHING, file: "datei", again: form },
  async (tx, visit, _, { bytes }) => {
    const zeilen = zeilenIn(bytes);
    const vorschau = await vorschauOf(tx, zeilen);
    throw new Instead(async () => <Gelesenes visit={visit} zeilen={zeilen} vorschau={vorschau} />);
  },
);

/** The rows that the preview carried, read anew. @throws Refused for what no preview carries */
function gelesene(json: string): Tabellenzeile[] {
  try {
    return Zeilen.parse(JSON.parse(json));
  } catch {
    throw new Refused("Diese Vorschau lässt sich nicht mehr eintragen. Lesen Sie die Datei noch einmal ein.");
  }
}

export const write = change(
  `${PATH}/eintragen`,
  permission,
  { schema: Gelesene, again: form },
  async (tx, { actor }, { zeilen }) =>
    stellenGetan.after(ORGANISATIONEN, "eingelesen", await importOrganisationen(tx, actor, gelesene(zeilen))),
);

const BEISPIEL = [
  "Beispielverein",
  "Verein oder Ehrenamt",
  "Sprache|Alltag, Behörden, Formulare",
  "Musterweg 1, 53721 Siegburg",
  "02241 0000",
  "info@beispiel.example",
  "Deutsch|Arabisch",
  "Montag 9–12 Uhr",
  "Ausweis oder Pass",
];

/** An empty file with the columns and one invented line. */
export const template: Route = page({
  path: `${ORGANISATIONEN}/vorlage`,
  permission,
  show: () =>
    new Response(csvOf([[...SPALTEN], BEISPIEL]), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="organisationen-vorlage.csv"',
      },
    }),
});
