import type { Permission, Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm, Entered } from "../../../ui/index.ts";
import { confirmMitglied } from "../commands/confirm-mitglied.ts";
import { endTeam, leaveTeam } from "../commands/leave-team.ts";
import { Bezeugen } from "../parts/bezeugen.tsx";
import { LIST, OWN, TEAMS, getan } from "../parts/getan.ts";
import { hindernis } from "../queries/bezeugen.ts";
import type { Mitglied, Team } from "../queries/teams.ts";
import { shownTeam } from "./teams.tsx";

const bestaetigen = "konto.bestaetigen";
const ONE = `${TEAMS}/:team/mitglieder/:mitglied`;
const CLOSED = "Mit der nächsten Anfrage sind die Akten der anderen zu.";

/** Team and member of the address; the own one where the address names none. @throws NotFound */
async function shown(visit: Visit): Promise<{ readonly team: Team; readonly mitglied: Mitglied }> {
  const team = await shownTeam(visit);
  const id = visit.params["mitglied"];
  const mitglied = team.mitglieder.find((m) => (id === undefined ? m.konto === visit.actor.kontoId : m.id === id));
  if (mitglied === undefined) throw new NotFound();
  return { team, mitglied };
}

async function confirmForm(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { team, mitglied } = await shown(visit);
  const beteiligte = team.mitglieder.map((m) => m.konto);
  const why =
    mitglied.seit === null
      ? await readAs(actor, (tx) => hindernis(tx, actor, { gegebenVon: mitglied.gegebenVon, beteiligte }))
      : "Hier wartet nichts mehr.";
  const up = `${TEAMS}/${team.id}`;
  const action = `${up}/mitglieder/${mitglied.id}/bestaetigen`;
  return (
    <Bezeugen visit={visit} title="Mitglied bestätigen" action={action} back={up} why={why} rejected={rejected}>
      <p>
        <Entered>{mitglied.werGegeben}</Entered> möchte <Entered>{mitglied.name}</Entered> in {team.name} aufnehmen.
        Alle darin sehen und führen dann ihre Akten, und umgekehrt.
      </p>
    </Bezeugen>
  );
}

export const confirmMember = formPage(
  `${ONE}/bestaetigen`,
  bestaetigen,
  { form: confirmForm, schema: NOTHING },
  async (tx, visit) => {
    const team = idOf(visit, "team");
    await confirmMitglied(tx, visit.actor, { team, mitglied: idOf(visit, "mitglied") });
    return getan.after(`${TEAMS}/${team}`, "bestaetigt");
  },
);

type Leaving = { readonly path: string; readonly up: (team: string) => string; readonly permission: Permission };

/** The question before somebody leaves a team: by herself, or taken out. */
function leaving({ path, up, permission }: Leaving) {
  const own = !path.includes(":mitglied");
  const title = own ? "Team verlassen" : "Aus dem Team nehmen";
  const form = async (visit: Visit, rejected?: Rejected) => {
    const { team, mitglied } = await shown(visit);
    const action = path.replace(":team", team.id).replace(":mitglied", mitglied.id);
    return (
      <CardPage
        frame={visit.frame}
        title={title}
        rejected={rejected}
        breadcrumb={[{ label: own ? "Vertretung" : "Vertretungen", href: own ? OWN : LIST }]}
      >
        <Confirm action={action} confirm={title} back={up(team.id)} rejected={rejected}>
          <p>
            {own ? (
              "Sie stehen"
            ) : (
              <>
                <Entered>{mitglied.name}</Entered> steht
              </>
            )}{" "}
            dann für niemanden aus {team.name} mehr ein, und niemand daraus für {own ? "Sie" : "sie oder ihn"}. {CLOSED}
          </p>
        </Confirm>
      </CardPage>
    );
  };
  return formPage(path, permission, { form, schema: NOTHING }, async (tx, visit) => {
    const { team, mitglied } = await shown(visit);
    await leaveTeam(tx, visit.actor, { team: team.id, mitglied: mitglied.id });
    return getan.after(up(team.id), "verlassen");
  });
}

export const leaveOwn = leaving({
  path: `${OWN}/team/:team/verlassen`,
  up: () => OWN,
  permission: "vertretung.eigene",
});
export const takeOut = leaving({ path: `${ONE}/entfernen`, up: (team) => `${TEAMS}/${team}`, permission: bestaetigen });

async function endForm(visit: Visit, rejected?: Rejected) {
  const team = await shownTeam(visit);
  return (
    <CardPage
      frame={visit.frame}
      title="Team beenden"
      rejected={rejected}
      breadcrumb={[{ label: "Vertretungen", href: LIST }]}
    >
      <Confirm
        action={`${TEAMS}/${team.id}/beenden`}
        confirm="Team beenden"
        back={`${TEAMS}/${team.id}`}
        danger
        rejected={rejected}
      >
        <p>
          In {team.name} steht dann niemand mehr für jemanden ein. {CLOSED} Ein beendetes Team lässt sich nicht wieder
          öffnen.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const ending = formPage(
  `${TEAMS}/:team/beenden`,
  bestaetigen,
  { form: endForm, schema: NOTHING },
  async (tx, visit) => {
    await endTeam(tx, visit.actor, { id: idOf(visit, "team") });
    return getan.after(LIST, "verlassen");
  },
);
