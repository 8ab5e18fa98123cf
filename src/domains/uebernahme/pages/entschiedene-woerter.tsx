import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { change, uploadChange } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected, Refused, Stale, readQuery, refuseUnknownFields } from "../../../platform/form.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  FileField,
  Form,
  HiddenField,
  Page,
  SelectCell,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { wortliste } from "../model/wortliste.ts";
import { BEDEUTUNG_NAMEN, WORTARTEN, type Wortart } from "../../../listen/index.ts";
import { assignWord } from "../commands/assign-word.ts";
import { importWords } from "../commands/import-words.ts";
import type { EntschiedenesWort } from "../model/uebernahme.ts";
import { DECIDED, LIST, WORDS, getan, permission } from "../parts/getan.ts";
import { Seitenweise, beginOf } from "../parts/seitenweise.tsx";
import { NICHTS, OVERTAKEN, type Optionen, chosenWords, wortOptionen } from "../parts/wort-wahl.ts";
import { optionenFor } from "../queries/kontext.ts";
import { entschiedeneWoerter } from "../queries/uebernahmen.ts";

const PAGE = 25;
const Query = z.object({ als: z.literal("csv").optional() });
const artOf = (text: string): Wortart => WORTARTEN.find((art) => art === text) ?? "thema";

/** Which of the two forms of the page was not accepted. */
type Abgelehnt = { readonly woerter?: Rejected; readonly datei?: Rejected };

async function form(visit: Visit, abgelehnt: Abgelehnt = {}) {
  const ab = beginOf(visit);
  const { woerter, optionen } = await readAs(visit.actor, async (tx) => {
    const all = await entschiedeneWoerter(tx, visit.actor);
    const arten = all.slice(ab, ab + PAGE).map(({ art }) => artOf(art));
    return { woerter: all, optionen: await optionenFor(tx, arten) };
  });
  return (
    <Page
      extra
      frame={visit.frame}
      title="Entschiedene Wörter"
      breadcrumb={[{ label: "Listen übernehmen", href: LIST }]}
      rejected={abgelehnt.woerter ?? abgelehnt.datei}
      wide
    >
      <Card
        title="Was Sie entschieden haben"
        action={woerter.length === 0 ? undefined : <a href={`${DECIDED}?als=csv`}>Als Wortliste herunterladen</a>}
      >
        {woerter.length === 0 ? (
          <EmptyState action={<ButtonLink href={LIST}>Zu meinen Listen</ButtonLink>}>
            Sie haben noch über kein Wort entschieden. Hier steht es, sobald Sie eine Liste damit übernehmen.
          </EmptyState>
        ) : (
          <Woerter woerter={woerter.slice(ab, ab + PAGE)} optionen={optionen} ab={ab} rejected={abgelehnt.woerter} />
        )}
        <Seitenweise self={DECIDED} ab={ab} page={PAGE} gesamt={woerter.length} was="Wörter" />
      </Card>
      <Card title="Wortliste eines anderen Trägers">
        <p>
          Eine Wortliste, die jemand anderes hier heruntergeladen hat, gilt danach auch für Listen Ihres Trägers. Was
          bei Ihnen schon entschieden ist, bleibt.
        </p>
        <Form action={`${DECIDED}/datei`} upload rejected={abgelehnt.datei}>
          <FileField
            {...fieldsOf(undefined, abgelehnt.datei)("datei")}
            label="Wortliste"
            accept=".csv"
            hint="CSV mit den Spalten art, wort und code, bis 1 MB."
          />
          <Actions>
            <Button kind="secondary">Wörter übernehmen</Button>
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

type Props = {
  readonly woerter: readonly EntschiedenesWort[];
  readonly optionen: Optionen;
  readonly ab: number;
  readonly rejected: Rejected | undefined;
};

function Woerter({ woerter, optionen, ab, rejected }: Props) {
  const values = Object.fromEntries(woerter.map(({ id, code }) => [`wort-${id}`, [code ?? NICHTS]]));
  const field = fieldsOf(values, rejected);
  return (
    <>
      <p>
        So versteht KIM diese Wörter in allen Listen Ihres Trägers. Was Sie ändern, gilt für Listen, die noch kommen,
        und für Beratungen, an denen das Wort noch steht. Freigegebene Berichte ändern sich nicht. Nur Sie sehen, was
        Sie entschieden haben.
      </p>
      <Form action={ab === 0 ? DECIDED : `${DECIDED}?ab=${ab}`} rejected={rejected}>
        {woerter.map(({ id, version }) => (
          <HiddenField name={`stand-${id}`} value={String(version)} />
        ))}
        <Table
          stack
          caption="Entschiedene Wörter"
          hideCaption
          rows={woerter}
          columns={[
            { label: "Wort", cell: ({ wort }) => <strong dir="auto">{wort}</strong> },
            { label: "Art", cell: ({ art }) => BEDEUTUNG_NAMEN[artOf(art)] },
            {
              label: "bedeutet",
              cell: ({ id, wort, art }) => (
                <SelectCell
                  {...field(`wort-${id}`)}
                  label={`${wort} bedeutet`}
                  options={wortOptionen(optionen.get(artOf(art)) ?? []).slice(1)}
                />
              ),
            },
          ]}
        />
        <Actions>
          <Button>Änderungen speichern</Button>
          <ButtonLink kind="tertiary" href={WORDS}>
            Nicht zugeordnete Wörter
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}

/** One's own decisions as a file for another Träger. */
async function download(visit: Visit): Promise<Response> {
  const all = await readAs(visit.actor, (tx) => entschiedeneWoerter(tx, visit.actor));
  return new Response(wortliste(all.map(({ art, wort, code }) => ({ spalte: artOf(art), wort, code }))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="kim-wortliste.csv"',
    },
  });
}

export const show = page({
  path: DECIDED,
  permission,
  notices: getan,
  show: (visit) => (readQuery(Query, visit.url).als === undefined ? form(visit) : download(visit)),
});

export const save = change(
  DECIDED,
  permission,
  { schema: z.object({}).catchall(z.array(z.string())), again: (visit, woerter) => form(visit, { woerter }) },
  async (tx, { actor }, sent) => {
    refuseUnknownFields(sent, /^(wort|stand)-[0-9a-f-]{36}$/);
    const before = new Map((await entschiedeneWoerter(tx, actor)).map((wort) => [wort.id, wort.code]));
    const changed = chosenWords(sent).filter(({ id, code }) => before.get(id) !== code);
    if (changed.length === 0) throw new Refused("Ändern Sie bei mindestens einem Wort, was es bedeutet.");
    try {
      for (const { code, ...at } of changed) await assignWord(tx, actor, at, { code });
    } catch (error) {
      throw error instanceof Stale || error instanceof NotFound ? new Refused(OVERTAKEN) : error;
    }
    return getan.after(DECIDED, "geaendert");
  },
);

export const saveDatei = uploadChange(
  `${DECIDED}/datei`,
  permission,
  { schema: NOTHING, file: "datei", again: (visit, datei) => form(visit, { datei }) },
  async (tx, { actor }, _, { bytes }) => getan.after(DECIDED, "woerter", await importWords(tx, actor, bytes)),
);
