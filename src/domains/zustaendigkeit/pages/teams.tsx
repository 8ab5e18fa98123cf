import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change, formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { instant } from "../../../platform/words.ts";
import {
  ButtonLink,
  Card,
  Checkbox,
  CardPage,
  Entered,
  Form,
  Page,
  SelectField,
  Status,
  Submit,
  Table,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { addMitglied } from "../commands/add-mitglied.ts";
import { foundTeam } from "../commands/found-team.ts";
import { MitgliedEingabe, TeamEingabe } from "../model/vertretung.ts";
import { Bestaetigen } from "../parts/bezeugen.tsx";
import { LIST, TEAMS, getan } from "../parts/getan.ts";
import { hindernisse } from "../queries/bezeugen.ts";
import { type Mensch, beratende, menschOptions } from "../queries/menschen.ts";
import { type Mitglied, type Team, teamOf } from "../queries/teams.ts";

const anordnen = "vertretung.anordnen";
const breadcrumb = [{ label: "Vertretungen", href: LIST }];

const newForm = (visit: Visit, rejected?: Rejected) => (
  <CardPage frame={visit.frame} title="Team anlegen" rejected={rejected} breadcrumb={breadcrumb}>
    <p>In einem Team sehen und führen alle die Akten der anderen, bis jemand es verlässt oder es endet.</p>
    <Form action={TEAMS} rejected={rejected}>
      <TextField {...fieldsOf(undefined, rejected)("name")} label="Name des Teams" />
      <Submit label="Team anlegen" cancel={LIST} />
    </Form>
  </CardPage>
);

export const founding = formPage(
  TEAMS,
  anordnen,
  { form: newForm, schema: TeamEingabe, shownAt: `${TEAMS}/neu` },
  async (tx, { actor }, input) => getan.after(`${TEAMS}/${await foundTeam(tx, actor, input)}`, "team"),
);

/** The team of the address. @throws NotFound */
export async function shownTeam(visit: Visit): Promise<Team> {
  const team = await readAs(visit.actor, (tx) => teamOf(tx, visit.actor, idOf(visit, "team")));
  if (team === undefined) throw new NotFound();
  return team;
}

const at = (team: Team, m: Mitglied, verb: string) => `${TEAMS}/${team.id}/mitglieder/${m.id}/${verb}`;

async function show(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const team = await shownTeam(visit);
  const orders = may(actor, anordnen);
  const why = await readAs(actor, (tx) => hindernisse(tx, actor));
  const beteiligte = team.mitglieder.map((m) => m.konto);
  const free = orders
    ? await readAs(actor, (tx) => beratende(tx, actor, [actor.kontoId, ...team.mitglieder.map((m) => m.konto)]))
    : [];
  return (
    <Page frame={visit.frame} title={team.name} rejected={rejected} breadcrumb={breadcrumb}>
      <Card
        title="Wer dazugehört"
        action={
          <ButtonLink kind="secondary" small href={`${TEAMS}/${team.id}/beenden`}>
            Team beenden
          </ButtonLink>
        }
      >
        <Table
          caption="Mitglieder"
          hideCaption
          rows={team.mitglieder}
          empty="Noch niemand."
          columns={[
            { label: "Name", names: true, cell: (m) => <Entered>{m.name}</Entered> },
            { label: "Aufgenommen von", cell: (m) => <Entered>{m.werGegeben}</Entered> },
            {
              label: "Gilt seit",
              cell: (m) => (m.seit === null ? <Status kind="warning">wartet auf Bestätigung</Status> : instant(m.seit)),
            },
            {
              label: "Ändern",
              cell: (m) => (
                <>
                  {m.seit === null ? (
                    <>
                      <Bestaetigen
                        href={at(team, m, "bestaetigen")}
                        why={why({ gegebenVon: m.gegebenVon, beteiligte })}
                      />{" "}
                      ·{" "}
                    </>
                  ) : null}
                  <a href={at(team, m, "entfernen")}>Entfernen</a>
                </>
              ),
            },
          ]}
        />
      </Card>
      {orders ? <Aufnehmen team={team} free={free} rejected={rejected} /> : null}
    </Page>
  );
}

type Adding = { readonly team: Team; readonly free: readonly Mensch[]; readonly rejected: Rejected | undefined };

function Aufnehmen({ team, free, rejected }: Adding) {
  const field = fieldsOf(undefined, rejected);
  return (
    <Card title="Jemanden aufnehmen">
      <p>Es gilt, sobald eine zweite Person bestätigt hat. Alle im Team erfahren es bei der nächsten Anmeldung.</p>
      <Form action={`${TEAMS}/${team.id}/mitglieder`} rejected={rejected}>
        <SelectField {...field("konto")} label="Wer dazukommt" options={menschOptions(free)} empty="Bitte wählen" />
        <Checkbox {...field("weiss")} label="Sie oder er weiß, dass dann alle im Team ihre oder seine Akten sehen." />
        <Submit label="Aufnehmen" cancel={LIST} />
      </Form>
    </Card>
  );
}

export const showTeam = page({
  path: `${TEAMS}/:team`,
  permission: "konto.bestaetigen",
  notices: getan,
  show: (visit) => show(visit),
});

export const saveMitglied = change(
  `${TEAMS}/:team/mitglieder`,
  anordnen,
  { schema: MitgliedEingabe, again: show },
  async (tx, visit, { konto }) => {
    const team = idOf(visit, "team");
    await addMitglied(tx, visit.actor, { team, konto });
    return getan.after(`${TEAMS}/${team}`, "aufgenommen");
  },
);
