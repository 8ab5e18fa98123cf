import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { tagText } from "../../../platform/span.ts";
import { Alert, Button, ButtonLink, Card, EmptyState, Entered, Form, Page } from "../../../ui/index.ts";
import { markRead } from "../commands/mark-read.ts";
import { OWN, getan } from "../parts/getan.ts";
import { Uebergaben, was } from "../parts/uebergaben.tsx";
import { VertretungTabelle } from "../parts/vertretung-tabelle.tsx";
import { type Team, eigeneTeams, hatUngelesenes } from "../queries/teams.ts";
import { type Uebergabe, eigeneUebergaben } from "../queries/uebergaben.ts";
import { type Vertretung, eigeneVertretungen } from "../queries/vertretungen.ts";

const permission = "vertretung.eigene";
const isOpen = (v: Vertretung) => v.stand !== "zu Ende";

const end = {
  label: "Ändern",
  cell: (v: Vertretung) => (isOpen(v) ? <a href={`${OWN}/${v.id}/beenden`}>Beenden</a> : null),
};

/** The lists that show the files of whoever one stands in for; what has a day first. */
const AKTEN = [
  ["/termine", "Termine"],
  ["/fristen", "Fristen"],
  ["/faelle", "Fälle"],
  ["/personen", "Personen"],
  ["/beratungen", "Beratungen"],
] as const;

/** Whoever was away looks up first what happened meanwhile. */
const meanwhile = {
  label: end.label,
  cell: (v: Vertretung) =>
    v.stand === "zu Ende" ? (
      <a href={`/beratungen?von=${v.von}&bis=${v.bis}`}>Ihre Beratungen in dieser Zeit</a>
    ) : (
      end.cell(v)
    ),
};

async function show(visit: Visit) {
  const { actor } = visit;
  const { all, teams, neu, uebergaben } = await readAs(actor, async (tx) => ({
    all: await eigeneVertretungen(tx, actor),
    teams: await eigeneTeams(tx, actor),
    neu: await hatUngelesenes(tx, actor),
    uebergaben: await eigeneUebergaben(tx, actor),
  }));
  const me = all.filter((v) => v.vertreten === actor.kontoId);
  const others = all.filter((v) => v.durch === actor.kontoId);
  return (
    <Page frame={visit.frame} title="Vertretung" extra>
      {neu ? <Neues vertretungen={me} uebergaben={uebergaben.filter((u) => u.neu && u.an === actor.kontoId)} /> : null}
      <Card title="Wer mich vertritt" action={<ButtonLink href={`${OWN}/neu`}>Vertretung eintragen</ButtonLink>}>
        <VertretungTabelle
          caption="Wer mich vertritt"
          rows={me}
          names="durch"
          way={meanwhile}
          empty={teams.length === 0 ? "Niemand. Ihre Akten sehen nur Sie selbst." : "Niemand außer Ihrem Team."}
        />
      </Card>
      <Card title="Für wen ich einstehe">
        <VertretungTabelle
          caption="Für wen ich einstehe"
          rows={others}
          names="wer"
          way={{
            label: "Ändern",
            cell: (v) =>
              v.stand === "gilt" ? (
                <>
                  {AKTEN.map(([href, label]) => (
                    <>
                      <a href={`${href}?wessen=${v.vertreten}`}>{label}</a> ·{" "}
                    </>
                  ))}
                  {end.cell(v)}
                </>
              ) : (
                end.cell(v)
              ),
          }}
          empty="Für niemanden. Hier steht, wer Sie als Vertretung einträgt."
        />
      </Card>
      <Teams teams={teams} />
      <Uebergeben rows={uebergaben} kontoId={actor.kontoId} />
    </Page>
  );
}

/** What somebody else decided about one's own files, or handed over: until it was read, every page says so. */
type NeuesProps = { readonly vertretungen: readonly Vertretung[]; readonly uebergaben: readonly Uebergabe[] };

function Neues({ vertretungen, uebergaben }: NeuesProps) {
  const neu = vertretungen.filter((v) => !v.gesehen && v.werBestaetigt !== undefined);
  return (
    <Alert kind="info" title="Neu für Sie">
      {neu.map((v) => (
        <p>
          <Entered>{v.werGegeben}</Entered> hat <Entered>{v.werDurch}</Entered> vom {tagText(v.von)} bis{" "}
          {tagText(v.bis)} eingesetzt, <Entered>{v.werBestaetigt}</Entered> hat bestätigt.{" "}
          {isOpen(v)
            ? "Stimmt das nicht, beenden Sie es unten und sagen Sie es Ihren Datenschutzbeauftragten."
            : "Das ist zu Ende. Stimmte es nicht, sagen Sie es Ihren Datenschutzbeauftragten."}
        </p>
      ))}
      {uebergaben.map((u) => (
        <p>
          <a href={`${OWN}/uebergaben/${u.id}`}>
            <Entered>{u.werVon}</Entered> hat Ihnen übergeben: {was(u)}
          </a>
        </p>
      ))}
      {neu.length + uebergaben.length === 0 ? (
        <p>In Ihrem Team ist jemand dazugekommen. Wer dazugehört, steht unten.</p>
      ) : null}
      <Form action={`${OWN}/gelesen`} native>
        <Button kind="secondary">Gelesen</Button>
      </Form>
    </Alert>
  );
}

const Teams = ({ teams }: { readonly teams: readonly Team[] }) => (
  <Card title="Mein Team">
    {teams.length === 0 ? (
      <EmptyState>
        Sie gehören zu keinem Team. Ein Team legt Ihre Leitung an; alle darin stehen füreinander ein.
      </EmptyState>
    ) : (
      teams.map((team) => (
        <>
          <h3>{team.name}</h3>
          <p>
            <Entered>
              {team.mitglieder
                .filter((m) => m.seit !== null)
                .map((m) => m.name)
                .join(", ")}
            </Entered>
            . Alle sehen und führen die Akten der anderen.
          </p>
          <ButtonLink kind="secondary" small href={`${OWN}/team/${team.id}/verlassen`}>
            Team verlassen
          </ButtonLink>
        </>
      ))
    )}
  </Card>
);

type UebergebenProps = { readonly rows: readonly Uebergabe[]; readonly kontoId: string };

const Uebergeben = ({ rows, kontoId }: UebergebenProps) => (
  <Card
    title="Übergaben"
    action={
      <ButtonLink kind="secondary" small href={`${OWN}/uebergeben`}>
        Alles übergeben
      </ButtonLink>
    }
  >
    <Uebergaben
      caption="Was Sie übergeben und übernommen haben"
      rows={rows}
      fuer={kontoId}
      href={(u) => `${OWN}/uebergaben/${u.id}`}
      empty="Noch nichts. Einzelne Personen übergeben Sie auf deren Seite."
    />
  </Card>
);

export const showOwn = page({ path: OWN, permission, notices: getan, show });

export const saveGelesen = change(
  `${OWN}/gelesen`,
  permission,
  { schema: NOTHING, again: show },
  async (tx, { actor }) => {
    await markRead(tx, actor);
    return getan.after(OWN, "gelesen");
  },
);
