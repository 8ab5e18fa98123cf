import { z } from "zod";
import { type PublicVisit, PageAs, publicAction, publicPage, Redirect } from "../../../platform/access.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { Actions, Button, EmptyState, Form, HiddenField, PlainPage } from "../../../ui/index.ts";
import { type DemoPerson, demoPersons, isLocal, signInAsDemo } from "../commands/sign-in-as-demo.ts";
import { endSessionOf } from "../commands/sessions.ts";
import { ROLLEN, type Rolle } from "../model/rechte.ts";

const Choice = ({ person }: { readonly person: DemoPerson }) => (
  <Form action="/demo" native>
    <HiddenField name="kreis" value={person.kreis} />
    <HiddenField name="konto" value={person.kontoId} />
    <Button kind="secondary" small>
      Als {person.name} anmelden
    </Button>
  </Form>
);

/** What shows the most in five minutes, and as whom. */
const RUNDGANG: readonly (readonly [rolle: Rolle, satz: string])[] = [
  [
    "cm_lokal",
    "Erfassen Sie eine Beratung, nur mit der Tastatur: „Beratung erfassen“, dann mit Tab von Feld zu Feld. Danach: „Listen übernehmen“ mit einer Datei aus dem Ordner „beispiele“.",
  ],
  [
    "abh_fachkraft",
    "Öffnen Sie unter „Freigegebene Kopien“, was die Beratung Ihnen freigegeben hat, und nennen Sie einen Termin. Suchen können Sie niemanden.",
  ],
  [
    "kim_koordination",
    "Sehen Sie unter „Auswertung“, was der Kreis daraus liest, und schreiben Sie unter „Berichte“ das Halbjahrespapier.",
  ],
  [
    "administration",
    "Legen Sie unter „Verwaltung“ einen Zugang an, und versuchen Sie, eine Akte zu öffnen: Es geht nicht.",
  ],
  [
    "datenschutz",
    "Lesen Sie unter „Protokoll“ nach, wer wann welche Akte geöffnet hat – auch, was Sie eben getan haben.",
  ],
];

function Rundgang({ persons }: { readonly persons: readonly DemoPerson[] }) {
  const steps = RUNDGANG.flatMap(([rolle, satz]) => {
    const person = persons.find((one) => one.rolle === ROLLEN[rolle].name);
    return person === undefined ? [] : [{ person, satz }];
  });
  return (
    <>
      <h2>In fünf Minuten</h2>
      <ol class="points">
        {steps.map(({ person, satz }) => (
          <li>
            <p>
              {person.rolle}: {satz}
            </p>
            <Actions>
              <Choice person={person} />
            </Actions>
          </li>
        ))}
      </ol>
    </>
  );
}

const DemoPage = ({ visit, persons }: { readonly visit: PublicVisit; readonly persons: readonly DemoPerson[] }) => (
  <PlainPage frame={publicFrame(visit.url.pathname)} title="KIM ausprobieren">
    <p>Alle Personen hier sind erfunden. Wählen Sie, in welcher Rolle Sie sich umsehen.</p>
    {persons.length === 0 ? <EmptyState>Die Demo-Daten fehlen noch.</EmptyState> : <Rundgang persons={persons} />}
    {[...Map.groupBy(persons, (p) => p.rolle)].map(([rolle, held]) => (
      <>
        <h2>{rolle}</h2>
        <p class="hint">{held[0]?.satz}</p>
        <Actions>
          {held.map((person) => (
            <Choice person={person} />
          ))}
        </Actions>
      </>
    ))}
  </PlainPage>
);

const elsewhere = (visit: PublicVisit) =>
  new PageAs(
    <PlainPage frame={publicFrame(visit.url.pathname)} title="Nur auf diesem Rechner">
      <p>Die Demo lässt sich nur von dem Rechner aus öffnen, auf dem sie läuft.</p>
    </PlainPage>,
    { status: 403 },
  );

const choose = async (visit: PublicVisit) =>
  isLocal(visit.address) ? <DemoPage visit={visit} persons={await demoPersons()} /> : elsewhere(visit);

export const show = publicPage({ path: "/demo", show: choose });

export const save = publicAction({
  path: "/demo",
  schema: z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), konto: z.uuid() }),
  run: async (visit, { kreis, konto }) => {
    if (!isLocal(visit.address)) return elsewhere(visit);
    const cookie = await signInAsDemo(kreis, konto);
    await endSessionOf(visit.cookie);
    return new Redirect("/", cookie);
  },
  again: choose,
});
