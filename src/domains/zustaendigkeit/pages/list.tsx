import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { anzahl } from "../../../platform/words.ts";
import { ButtonLink, Card, EmptyState, Entered, Page, Status, Table } from "../../../ui/index.ts";
import { Bestaetigen } from "../parts/bezeugen.tsx";
import { LIST, TEAMS, getan } from "../parts/getan.ts";
import { OffeneArbeit } from "../parts/offene-arbeit.tsx";
import { VertretungTabelle } from "../parts/vertretung-tabelle.tsx";
import { type Hindernis, hindernisse } from "../queries/bezeugen.ts";
import { type Team, teams } from "../queries/teams.ts";
import { offeneArbeit, wartendeUebergaben } from "../queries/uebergaben.ts";
import { type Vertretung, vertretungenImTraeger } from "../queries/vertretungen.ts";

const wayOf = (why: Hindernis) => ({
  label: "Ändern",
  cell: (v: Vertretung) => {
    if (v.stand === "zu Ende") return null;
    const end = <a href={`${LIST}/${v.id}/beenden`}>Beenden</a>;
    if (v.stand !== "wartet") return end;
    const cannot = why({ gegebenVon: v.gegebenVon, beteiligte: [v.vertreten, v.durch] });
    return (
      <>
        <Bestaetigen href={`${LIST}/${v.id}/bestaetigen`} why={cannot} /> · {end}
      </>
    );
  },
});

async function show(visit: Visit) {
  const { actor } = visit;
  const shown = await readAs(actor, async (tx) => ({
    rows: await vertretungenImTraeger(tx, actor),
    teams: await teams(tx, actor),
    offen: await offeneArbeit(tx, actor),
    wartend: await wartendeUebergaben(tx, actor),
    why: await hindernisse(tx, actor),
  }));
  const way = wayOf(shown.why);
  const orders = may(actor, "vertretung.anordnen");
  const open = shown.rows.filter((v) => v.stand !== "zu Ende");
  const past = shown.rows.filter((v) => v.stand === "zu Ende");
  return (
    <Page frame={visit.frame} title="Vertretungen" wide>
      <p class="slim">
        Wer vertritt, sieht und führt die Akten der vertretenen Person. Was eine Leitung anordnet, gilt erst, wenn eine
        zweite Person bestätigt hat, die nichts damit zu tun hat.
      </p>
      <OffeneArbeit offen={shown.offen} wartend={shown.wartend} why={shown.why} orders={orders} />
      <Card
        title="Vertretungen im Träger"
        {...(orders ? { action: <ButtonLink href={`${LIST}/neu`}>Vertretung anordnen</ButtonLink> } : {})}
      >
        <VertretungTabelle
          caption="Vertretungen, die gelten, geplant sind oder warten"
          rows={open}
          names="beide"
          way={way}
          empty="Gerade vertritt niemand jemanden."
        />
      </Card>
      <Teams found={shown.teams} orders={orders} />
      {past.length === 0 ? null : (
        <Card title="Zu Ende">
          <VertretungTabelle caption="Vertretungen, die zu Ende sind" rows={past} names="beide" way={way} empty="" />
        </Card>
      )}
    </Page>
  );
}

const wartet = (team: Team): number => team.mitglieder.filter((m) => m.seit === null).length;

const Teams = ({ found, orders }: { readonly found: readonly Team[]; readonly orders: boolean }) => (
  <Card title="Teams" {...(orders ? { action: <ButtonLink href={`${TEAMS}/neu`}>Team anlegen</ButtonLink> } : {})}>
    <Table
      caption="Teams"
      hideCaption
      rows={found}
      href={(team) => `${TEAMS}/${team.id}`}
      columns={[
        { label: "Team", cell: (team) => team.name },
        {
          label: "Wer dazugehört",
          cell: (team) => <Entered>{team.mitglieder.map((m) => m.name).join(", ") || "niemand"}</Entered>,
        },
        {
          label: "Stand",
          cell: (team) =>
            wartet(team) === 0 ? (
              ""
            ) : (
              <Status kind="warning">{anzahl(wartet(team), "wartet", "warten")} auf Bestätigung</Status>
            ),
        },
      ]}
      empty={<EmptyState>Noch kein Team. In einem Team stehen alle füreinander ein, bis es endet.</EmptyState>}
    />
  </Card>
);

export const showList = page({ path: LIST, permission: "konto.bestaetigen", notices: getan, show });
