import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { ButtonLink, Card, DescriptionList, EmptyState, Entered, Page, Status } from "../../../ui/index.ts";
import { vertretene } from "../../zustaendigkeit/index.ts";
import { alleinerziehende } from "../model/familie.ts";
import { belowPerson } from "../parts/below.tsx";
import { familiePath, getan } from "../parts/getan.ts";
import { type Sicht, Frueher, Mitglieder, Sorge } from "../parts/mitglieder.tsx";
import { type Angehoerige, familieOf } from "../queries/familie.ts";

/** Why somebody opens the person; the purpose of the access log. */
const ZWECK = "familie";

export const show = page({
  path: "/personen/:id/familie",
  permission: "person.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { familie, fuer } = await openRecordAs(actor, { art: "person", id }, ZWECK, async (tx) => ({
      familie: await familieOf(tx, actor, id),
      fuer: actor.konten.length > 1 ? await vertretene(tx, actor) : [],
    }));
    const { person } = familie;
    const sicht: Sicht = {
      ...familie,
      heute: today(),
      fuehrt: new Map(fuer.map((one) => [one.id, one.name])),
      schreibt: may(actor, "person.schreiben"),
    };
    return (
      <Page {...belowPerson(visit, person)} title="Familie" heading={false} wide>
        <Card
          title={
            <>
              Familie von <Entered>{person.name}</Entered>
            </>
          }
          level={1}
          {...(sicht.schreibt ? { action: <Ergaenzen person={person} visit={visit} /> } : {})}
        >
          <Mitglieder sicht={sicht} />
          <p class="hint">
            Hier steht nur, wen Sie sehen dürfen. Jede Beziehung ist einmal festgehalten und zeigt sich auf beiden
            Seiten.
          </p>
        </Card>
        <Haushalt sicht={sicht} />
        <Sorge sicht={sicht} />
        <Frueher sicht={sicht} />
      </Page>
    );
  },
});

const Ergaenzen = ({ person, visit }: { readonly person: Angehoerige; readonly visit: Visit }) => (
  <div class="actions">
    <ButtonLink small href={`${familiePath(person.id)}/neu`}>
      Angehörige ergänzen
    </ButtonLink>
    {may(visit.actor, "beratung.schreiben") ? (
      <ButtonLink kind="tertiary" small href={`/beratungen/neu?person=${person.id}`}>
        Beratung erfassen
      </ButtonLink>
    ) : null}
  </div>
);

/** Who lives together, since when, and whether somebody raises children alone. */
function Haushalt({ sicht }: { readonly sicht: Sicht }) {
  const { person, personen, beziehungen, heute } = sicht;
  const change = (
    <ButtonLink kind="secondary" small href={`${familiePath(person.id)}/haushalt`}>
      Haushalt ändern
    </ButtonLink>
  );
  const together = person.haushalt === null ? [] : personen.filter((one) => one.haushalt === person.haushalt);
  const alone = alleinerziehende(personen.map(withBand), beziehungen, heute);
  const alleinerziehend = personen.filter((one) => alone.has(one.id));
  return (
    <Card title="Haushalt" {...(sicht.schreibt && personen.length > 1 ? { action: change } : {})}>
      {together.length < 2 ? (
        <EmptyState>Mit wem die Person zusammenlebt, ist nicht festgehalten.</EmptyState>
      ) : (
        <DescriptionList
          items={[
            {
              term: `${together.length} Personen`,
              value: <Entered>{together.map(({ name }) => name).join(", ")}</Entered>,
            },
            ...alleinerziehend.map(({ name }) => ({
              term: "Alleinerziehend",
              value: (
                <Status kind="info">
                  <Entered>{name}</Entered>
                </Status>
              ),
            })),
          ]}
        />
      )}
    </Card>
  );
}

/** The rules ask for the code of an age band, the page shows its words. */
const withBand = ({ id, geburtsdatum, altersband, haushalt }: Angehoerige) => ({
  id,
  geburtsdatum,
  altersgruppe: altersband,
  haushalt,
});
