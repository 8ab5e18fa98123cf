import { z } from "zod";
import { PageAs, Redirect, type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { monateSpaeter } from "../../../platform/span.ts";
import { Alert, Card, Choices, EmptyState, Form, Page, Pager, Submit } from "../../../ui/index.ts";
import { type Kodewahl, codelisten, kodesAm } from "../../codelisten/index.ts";
import { settleStille } from "../commands/settle-stille.ts";
import { MONATE, ROWS, StilleEingabe, cellName, zeilenIn } from "../model/stille.ts";
import { LIST, getan } from "../parts/getan.ts";
import { StilleTabelle } from "../parts/stille.tsx";
import { type StillerFall, stilleFaelle } from "../queries/stille.ts";

const PATH = `${LIST}/ohne-kontakt`;
const permission = "fall.schreiben";
const TITLE = "Fälle ohne Kontakt";

const Query = z.object({
  monate: z.enum(MONATE).default("6"),
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});

/** What was told of a case that could not be done; kept by its id, as the list is another one by then. */
const Gescheiterte = z.array(
  z.object({ fall: z.string(), tun: z.string(), grund: z.string(), ende: z.string(), satz: z.string() }),
);
type Gescheiterte = z.output<typeof Gescheiterte>;

type Zurueck = { readonly rejected?: Rejected | undefined; readonly gescheitert?: Gescheiterte };

async function view(visit: Visit, { rejected, gescheitert = [] }: Zurueck = {}) {
  const { actor } = visit;
  const { monate, aeltere, neuere } = readQuery(Query, visit.url);
  const { liste, gruende } = await readAs(actor, async (tx) => ({
    liste: await stilleFaelle(tx, actor, monateSpaeter(today(), -Number(monate)), { older: aeltere, newer: neuere }),
    gruende: kodesAm((await codelisten(tx)).abschlussgrund, today()),
  }));
  const href = (words: Readonly<Record<string, string>>) => `${PATH}?${new URLSearchParams(words).toString()}`;
  const beyond = (word: string, place: Place | undefined) =>
    place === undefined ? undefined : href({ monate, [word]: `${place.am}_${place.id}` });
  const told = gescheitert.length === 0 ? rejected : retold(liste.faelle, gescheitert);
  return (
    <Page
      frame={visit.frame}
      title={TITLE}
      heading={false}
      wide
      rejected={rejected}
      breadcrumb={[{ label: "Fälle", href: LIST }]}
    >
      <Card title={TITLE} level={1}>
        <p>
          Laufende Fälle, in denen seit so langer Zeit nichts geschah: kein Schritt, keine Beratung, keine Besprechung,
          kein Punkt. „Wecken“ heißt, Kontakt aufzunehmen: Der Fall geht weiter, und das steht zwei Wochen bei den
          offenen Punkten. Jeder Fall bekommt seinen eigenen Grund.
        </p>
        <Choices
          label="Wie lange ohne Kontakt"
          items={MONATE.map((one) => ({
            label: `${one} Monate`,
            href: href({ monate: one }),
            current: one === monate,
          }))}
        />
        <Verschwunden faelle={liste.faelle} gescheitert={gescheitert} />
        <Liste faelle={liste.faelle} gruende={gruende} action={`${PATH}${visit.url.search}`} rejected={told} />
        <Pager byDay={false} newer={beyond("neuere", liste.neuer)} older={beyond("aeltere", liste.aelter)} />
      </Card>
    </Page>
  );
}

type ListeProps = {
  readonly faelle: readonly StillerFall[];
  readonly gruende: readonly Kodewahl[];
  readonly action: string;
  readonly rejected: Rejected | undefined;
};

function Liste({ faelle, gruende, action, rejected }: ListeProps) {
  if (faelle.length === 0) return <EmptyState>In allen laufenden Fällen gab es seither Kontakt.</EmptyState>;
  return (
    <Form action={action} rejected={rejected}>
      <StilleTabelle faelle={faelle} gruende={gruende.map(optionOf)} rejected={rejected} />
      <Submit label="Ausführen" cancel={LIST} />
    </Form>
  );
}

/** What could not be done, beside the row of its case on the list as it is now. */
function retold(faelle: readonly StillerFall[], gescheitert: Gescheiterte): Rejected {
  const rows = ROWS.flatMap((row) => {
    const one = gescheitert.find(({ fall }) => fall === faelle[row - 1]?.id);
    return one === undefined ? [] : [{ row, ...one }];
  });
  return {
    values: Object.fromEntries(
      rows.flatMap(({ row, tun, grund, ende }) => [
        [cellName(row, "tun"), [tun]],
        [cellName(row, "grund"), [grund]],
        [cellName(row, "ende"), [ende]],
      ]),
    ),
    errors: rows.map(({ row, satz }) => ({ field: cellName(row, "tun"), message: satz })),
  };
}

/** Cases that are not on the list any more, and why they were not done. */
function Verschwunden({
  faelle,
  gescheitert,
}: {
  readonly faelle: readonly StillerFall[];
  readonly gescheitert: Gescheiterte;
}) {
  const gone = gescheitert.filter(({ fall }) => !faelle.some(({ id }) => id === fall));
  if (gone.length === 0) return null;
  return (
    <Alert kind="warning" title="Nicht ausgeführt">
      <ul>
        {gone.map(({ fall, satz, grund }) => (
          <li>
            <a href={`${LIST}/${fall}`}>Fall ansehen</a>: {satz} Ihr Grund war: {grund}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

export const show = page({ path: PATH, permission, notices: getan, show: (visit) => view(visit) });

export const save = change(
  PATH,
  permission,
  {
    schema: StilleEingabe,
    again: (visit, rejected) => view(visit, { rejected }),
    answer: async (visit, to, once) => {
      if (once === undefined) return new Redirect(to);
      return new PageAs(await view(visit, { gescheitert: Gescheiterte.parse(JSON.parse(once)) }));
    },
  },
  async (tx, { actor }, input) => {
    const zeilen = zeilenIn(input);
    const failed = await settleStille(tx, actor, zeilen);
    const done = zeilen.length - failed.length;
    const to = getan.after(PATH, failed.length === 0 ? "stille" : "teils", done);
    if (failed.length === 0) return to;
    const told = failed.map(({ zeile: { fall, tun, grund, ende }, satz }) => ({
      fall,
      tun,
      grund,
      ende: ende ?? "",
      satz,
    }));
    return { to, once: JSON.stringify(told) };
  },
);
