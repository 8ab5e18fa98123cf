import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, EmptyState, Entered, Page, Table } from "../../../ui/index.ts";
import { spanneText } from "../../termine/index.ts";
import type { Sitzung } from "../model/eingabe.ts";
import { ARTEN, type Gremium, RHYTHMEN } from "../model/gremium.ts";
import { taktVon } from "../model/takt.ts";
import { AUFTRAEGE, BESCHLUESSE, LIST, SITZUNGEN, VORLAGEN, getan } from "../parts/getan.ts";
import { Naechste, zuletztText } from "../parts/takt.tsx";
import { SitzungWort } from "../parts/worte.tsx";
import { gremien } from "../queries/gremien.ts";
import { sitzungen } from "../queries/sitzungen.ts";

/** The bodies of the Kreis, and when they meet. */
export const show = page({
  path: LIST,
  permission: "gremium.lesen",
  notices: getan,
  show: async ({ actor, frame }) => {
    const heute = today();
    const { alle, meetings } = await readAs(actor, async (tx) => ({
      alle: await gremien(tx),
      meetings: await sitzungen(tx),
    }));
    const kommende = meetings.filter(({ tag, stand }) => tag >= heute && stand !== "abgesagt").toReversed();
    const offen = meetings.filter(({ tag, stand }) => tag < heute && stand !== "freigegeben" && stand !== "abgesagt");
    return (
      <Page frame={frame} title="Gremien" wide>
        <Actions>
          {may(actor, "gremium.schreiben") ? (
            <ButtonLink kind="primary" href={`${LIST}/neu`}>
              Gremium anlegen
            </ButtonLink>
          ) : null}
          {may(actor, "gremium.schreiben") ? <ButtonLink href={`${VORLAGEN}/neu`}>Vorlage schreiben</ButtonLink> : null}
          <ButtonLink href={BESCHLUESSE}>Beschlüsse</ButtonLink>
          <ButtonLink href={AUFTRAEGE}>Aufträge</ButtonLink>
        </Actions>
        <Card title="Nächste Sitzungen">
          <SitzungTabelle rows={kommende} empty="Keine Sitzung ist geplant. Geplant wird auf der Seite des Gremiums." />
        </Card>
        {offen.length === 0 ? null : (
          <Card title="Noch kein Protokoll">
            <SitzungTabelle rows={offen} empty="" />
          </Card>
        )}
        <Alle rows={alle} meetings={meetings} heute={heute} />
      </Page>
    );
  },
});

type TabelleProps = { readonly rows: readonly Sitzung[]; readonly empty: string };

const SitzungTabelle = ({ rows, empty }: TabelleProps) => (
  <Table
    caption="Sitzungen"
    hideCaption
    rows={rows}
    href={({ id }) => `${SITZUNGEN}/${id}`}
    empty={<EmptyState>{empty}</EmptyState>}
    columns={[
      { label: "Tag", cell: ({ tag, beginn, ende }) => `${tagText(tag)}, ${spanneText(beginn, ende)}` },
      { label: "Gremium", cell: ({ gremium }) => <Entered>{gremium}</Entered> },
      { label: "Ort", cell: ({ ort }) => <Entered>{ort}</Entered> },
      { label: "Stand", cell: ({ stand }) => <SitzungWort stand={stand} /> },
    ]}
  />
);

type AlleProps = { readonly rows: readonly Gremium[]; readonly meetings: readonly Sitzung[]; readonly heute: string };

function Alle({ rows, meetings, heute }: AlleProps) {
  const own = Map.groupBy(meetings, ({ gremiumId }) => gremiumId);
  const taktOf = (g: Gremium) => taktVon(g, own.get(g.id) ?? [], heute);
  return (
    <Card title="Alle Gremien">
      <Table
        caption="Gremien"
        hideCaption
        rows={rows}
        href={({ id }) => `${LIST}/${id}`}
        empty={<EmptyState>Noch ist kein Gremium angelegt. Beginnen Sie mit der Lenkungsgruppe.</EmptyState>}
        columns={[
          { label: "Gremium", cell: ({ name }) => <Entered>{name}</Entered> },
          { label: "Art", cell: ({ art }) => ARTEN[art] },
          { label: "Trifft sich", cell: ({ rhythmus }) => RHYTHMEN[rhythmus] },
          { label: "Zuletzt", cell: (g) => zuletztText(taktOf(g)) },
          { label: "Nächste", cell: (g) => <Naechste takt={taktOf(g)} /> },
          {
            label: "Besteht",
            cell: (g) => (g.beendetAm === null ? `seit ${tagText(g.gegruendetAm)}` : `bis ${tagText(g.beendetAm)}`),
          },
        ]}
      />
    </Card>
  );
}
