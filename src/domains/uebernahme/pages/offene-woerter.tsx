import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected, Refused, Stale, refuseUnknownFields } from "../../../platform/form.ts";
import { zahl } from "../../../platform/words.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  HiddenField,
  Page,
  SelectCell,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { assignWord } from "../commands/assign-word.ts";
import { BEDEUTUNG_NAMEN, WORTARTEN, type Wortart } from "../../../listen/index.ts";
import { optionenFor } from "../queries/kontext.ts";
import { Seitenweise, beginOf } from "../parts/seitenweise.tsx";
import { DECIDED, LIST, WORDS, getan, permission } from "../parts/getan.ts";
import { OVERTAKEN, type Optionen, chosenWords, wortOptionen } from "../parts/wort-wahl.ts";
import { offeneWoerter } from "../queries/uebernahmen.ts";
import type { OffenesWortKurz } from "../model/uebernahme.ts";

const PAGE = 25;
const artOf = (text: string): Wortart | undefined => WORTARTEN.find((art) => art === text);

async function form(visit: Visit, rejected?: Rejected) {
  const ab = beginOf(visit);
  const { woerter, optionen } = await readAs(visit.actor, async (tx) => {
    const all = await offeneWoerter(tx, visit.actor);
    const arten = all.slice(ab, ab + PAGE).flatMap(({ art }) => artOf(art) ?? []);
    return { woerter: all, optionen: await optionenFor(tx, arten) };
  });
  return (
    <Page
      extra
      frame={visit.frame}
      title="Nicht zugeordnete Wörter"
      breadcrumb={[{ label: "Listen übernehmen", href: LIST }]}
      rejected={rejected}
      wide
    >
      <Card>
        {woerter.length === 0 ? (
          <EmptyState action={<ButtonLink href={LIST}>Zu meinen Listen</ButtonLink>}>
            Jedes Wort aus Ihren Listen ist zugeordnet.
          </EmptyState>
        ) : (
          <Zuordnung woerter={woerter.slice(ab, ab + PAGE)} optionen={optionen} ab={ab} rejected={rejected} />
        )}
        <Seitenweise self={WORDS} ab={ab} page={PAGE} gesamt={woerter.length} was="Wörter" />
      </Card>
    </Page>
  );
}

type Props = {
  readonly woerter: readonly OffenesWortKurz[];
  readonly optionen: Optionen;
  readonly ab: number;
  readonly rejected: Rejected | undefined;
};

function Zuordnung({ woerter, optionen, ab, rejected }: Props) {
  const field = fieldsOf(undefined, rejected);
  const optionsOf = (art: string) => optionen.get(artOf(art) ?? "thema") ?? [];
  return (
    <>
      <p>
        Diese Wörter stehen in übernommenen Listen und zählen noch nirgends mit. Ordnen Sie eines zu, folgen alle Zahlen
        in wenigen Minuten, und KIM merkt es sich für Ihren Träger. Freigegebene Berichte ändern sich nicht.
      </p>
      <Form action={ab === 0 ? WORDS : `${WORDS}?ab=${ab}`} rejected={rejected}>
        {woerter.map(({ id, version }) => (
          <HiddenField name={`stand-${id}`} value={String(version)} />
        ))}
        <Table
          stack
          caption="Nicht zugeordnete Wörter"
          hideCaption
          rows={woerter}
          columns={[
            { label: "Wort", cell: ({ wort }) => <strong dir="auto">{wort}</strong> },
            { label: "Art", cell: ({ art }) => BEDEUTUNG_NAMEN[artOf(art) ?? "thema"] },
            { label: "kommt vor", figure: true, cell: (wort) => zahl(wort.anzahl) },
            {
              label: "bedeutet",
              cell: ({ id, wort, art }) => (
                <SelectCell
                  {...field(`wort-${id}`)}
                  label={`${wort} bedeutet`}
                  options={wortOptionen(optionsOf(art))}
                />
              ),
            },
          ]}
        />
        <Actions>
          <Button>Zuordnungen speichern</Button>
          <ButtonLink kind="tertiary" href={DECIDED}>
            Was Sie früher entschieden haben
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}

export const { show, save } = formPage(
  WORDS,
  permission,
  { form, schema: z.object({}).catchall(z.array(z.string())), notices: getan },
  async (tx, { actor }, sent) => {
    refuseUnknownFields(sent, /^(wort|stand)-[0-9a-f-]{36}$/);
    const woerter = chosenWords(sent);
    if (woerter.length === 0) throw new Refused("Wählen Sie für mindestens ein Wort aus, was es bedeutet.");
    try {
      for (const { code, ...at } of woerter) await assignWord(tx, actor, at, { code });
    } catch (error) {
      throw error instanceof Stale || error instanceof NotFound ? new Refused(OVERTAKEN) : error;
    }
    return getan.after(WORDS, "zugeordnet");
  },
);
