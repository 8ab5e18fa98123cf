import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { confirmed } from "../../../platform/fields.ts";
import { NotFound, type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { anzahl, instant, zahl } from "../../../platform/words.ts";
import {
  Alert,
  ButtonLink,
  Card,
  CardPage,
  Checkbox,
  Confirm,
  EmptyState,
  Entered,
  ErrorSummary,
  Page,
  Pages,
  ResultCount,
  Status,
  Table,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import {
  ERNEUERUNG,
  type ErneuerungZeile,
  FREIGABE,
  Nummer,
  confirmKonto,
  countErneuerungen,
  erneuerungRows,
  isWitness,
  obstacle,
  waitingRows,
} from "../../zugang/index.ts";
import { agreeRolle } from "../commands/agree-rolle.ts";
import { getan } from "../parts/getan.ts";
import { AGREE, Appointed } from "../parts/wartende-rollen.tsx";
import { wartendeRollen } from "../queries/wartende-rollen.ts";

const LIST = "/verwaltung/erneuerungen";
const permission = "konto.bestaetigen";
const PAGE = 50;

const Query = z.object({ seite: z.coerce.number().int().min(1).max(10_000).default(1) });

const Who = ({ row }: { readonly row: ErneuerungZeile }) => <Entered>{row.name}</Entered>;

function Stand({ row }: { readonly row: ErneuerungZeile }) {
  if (row.frei === null) return <Status kind="warning">Akten geschlossen</Status>;
  if (row.freiDurch === undefined) return <>schließt keine Akten</>;
  return (
    <Status kind="success">
      {FREIGABE[row.freiDurch]}
      {row.freiWer === undefined ? "" : ` von ${row.freiWer}`}, {instant(row.frei)}
    </Status>
  );
}

const columns = [
  { label: "Wann", cell: (row: ErneuerungZeile) => instant(row.am) },
  { label: "Zugang von", names: true, cell: (row: ErneuerungZeile) => <Who row={row} /> },
  { label: "Was", cell: (row: ErneuerungZeile) => ERNEUERUNG[row.art] },
  { label: "Von wem", cell: (row: ErneuerungZeile) => <Entered>{row.wer}</Entered> },
];

/** One account may wait for several renewals; it is confirmed once. */
function Waiting(props: {
  readonly visit: Visit;
  readonly rows: readonly ErneuerungZeile[];
  readonly witness: boolean;
}) {
  const { visit, rows, witness } = props;
  const newest = [...new Map(rows.toReversed().map((row) => [row.kontoId, row])).values()].toReversed();
  const way = (row: ErneuerungZeile) => {
    const why = obstacle(
      visit.actor,
      witness,
      row.kontoId,
      rows.filter((one) => one.kontoId === row.kontoId),
    );
    return why ?? <a href={`${LIST}/${row.kontoId}/bestaetigen`}>Bestätigen</a>;
  };
  return (
    <Card title="Warten auf Bestätigung">
      <Table
        caption="Zugänge, deren Akten geschlossen sind"
        hideCaption
        rows={newest}
        columns={[...columns, { label: "Bestätigen", cell: way }]}
        empty="Niemand wartet."
      />
    </Card>
  );
}

async function list(visit: Visit, rejected?: Rejected) {
  const { seite } = readQuery(Query, visit.url);
  const { waiting, appointed, witness, rows, count } = await readAs(visit.actor, async (tx) => ({
    waiting: await waitingRows(tx, visit.actor),
    appointed: await wartendeRollen(tx, visit.actor),
    witness: await isWitness(tx, visit.actor),
    rows: await erneuerungRows(tx, visit.actor, { limit: PAGE, offset: (seite - 1) * PAGE }),
    count: await countErneuerungen(tx, visit.actor),
  }));
  const to = (n: number) => `${LIST}?seite=${n}`;
  const last = Math.max(1, Math.ceil(count / PAGE));
  return (
    <Page frame={visit.frame} title="Erneuerte Zugänge" wide rejected={rejected}>
      {rejected === undefined ? null : <ErrorSummary rejected={rejected} />}
      <p class="slim">
        Wer einer anderen Person einen neuen Weg hinein gibt, könnte ihn selbst benutzen. Darum bleiben deren Akten zu,
        bis sie sich selbst nachweist oder jemand sie nach einem Gespräch bestätigt.
      </p>
      <Waiting visit={visit} rows={waiting} witness={witness} />
      {appointed.length === 0 ? null : <Appointed visit={visit} rows={appointed} />}
      <Card title="Alle Erneuerungen">
        <ResultCount>{anzahl(count, "Erneuerung", "Erneuerungen")}</ResultCount>
        <Table
          caption="Alle Erneuerungen, die neueste zuerst"
          hideCaption
          rows={rows}
          columns={[...columns, { label: "Akten", cell: (row) => <Stand row={row} /> }]}
          empty={<EmptyState>Hier hat noch niemand einen Zugang erneuert.</EmptyState>}
        />
        {last === 1 ? null : (
          <Pages
            before={seite > 1 ? to(seite - 1) : undefined}
            after={seite < last ? to(seite + 1) : undefined}
            place={`Seite ${zahl(seite)} von ${zahl(last)}`}
          />
        )}
      </Card>
    </Page>
  );
}

export const show = page({ path: LIST, permission, notices: getan, show: (visit) => list(visit) });

export const saveAgree = change(
  AGREE,
  permission,
  { schema: z.object({ rolle: z.uuid() }), again: list },
  async (tx, { actor }, { rolle }) => {
    await agreeRolle(tx, actor, { id: rolle });
    return getan.after(LIST, "zugestimmt");
  },
);

async function confirmForm(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { rows, witness } = await readAs(visit.actor, async (tx) => ({
    rows: await waitingRows(tx, visit.actor, id),
    witness: await isWitness(tx, visit.actor),
  }));
  const [newest] = rows;
  if (newest === undefined) throw new NotFound();
  const why = obstacle(visit.actor, witness, id, rows);
  const field = fieldsOf(undefined, rejected);
  const frame = { frame: visit.frame, breadcrumb: [{ label: "Erneuerte Zugänge", href: LIST }] };
  if (why !== undefined)
    return (
      <CardPage {...frame} title="Zugang bestätigen">
        <Alert kind="info">{why}</Alert>
        <ButtonLink href={LIST}>Zurück</ButtonLink>
      </CardPage>
    );
  return (
    <CardPage {...frame} title="Zugang bestätigen" rejected={rejected}>
      <Confirm
        action={`${LIST}/${id}/bestaetigen`}
        confirm="Bestätigen und Akten öffnen"
        back={LIST}
        rejected={rejected}
      >
        <p>
          Sprechen Sie mit <Who row={newest} />, persönlich oder am Bildschirm, sodass Sie sie oder ihn erkennen. Fragen
          Sie:
        </p>
        <ul>
          <li>
            Haben Sie um den neuen Link gebeten? Erzeugt hat ihn <Entered>{newest.wer}</Entered> am {instant(newest.am)}
            .
          </li>
          {newest.angenommen === null ? null : (
            <li>Haben Sie selbst am {instant(newest.angenommen)} Ihr neues Passwort gesetzt?</li>
          )}
          <li>Welche Nummer steht bei Ihnen unter „Bestätigen lassen“?</li>
        </ul>
        <TextField
          {...field("nummer")}
          label="Nummer von der Seite der Person"
          hint="Sechs Ziffern. Lassen Sie sie sich zeigen oder vorlesen, nicht schreiben."
          inputmode="numeric"
        />
        <Checkbox {...field("erkannt")} label="Ich habe mit der Person gesprochen und sie erkannt." />
        <Alert kind="warning">
          Ist etwas anders, bestätigen Sie nicht, und sagen Sie es Ihren Datenschutzbeauftragten. Ihre Bestätigung steht
          im Protokoll.
        </Alert>
      </Confirm>
    </CardPage>
  );
}

const schema = z.object({
  nummer: Nummer,
  erkannt: confirmed("Bestätigen Sie nur, wen Sie gesprochen und erkannt haben."),
});

export const { show: showConfirm, save: saveConfirm } = formPage(
  `${LIST}/:id/bestaetigen`,
  permission,
  { form: confirmForm, schema },
  async (tx, { actor, at }, input) => {
    await confirmKonto(tx, actor, at, input);
    return getan.after(LIST, "bestaetigt");
  },
);
