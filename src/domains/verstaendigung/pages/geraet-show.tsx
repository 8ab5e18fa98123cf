import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Actions,
  ButtonLink,
  Card,
  Day,
  DescriptionList,
  EmptyState,
  Entered,
  Page,
  Table,
} from "../../../ui/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { ZUSTAENDE } from "../model/geraet.ts";
import { LageWort } from "../parts/geraet.tsx";
import { getan } from "../parts/getan.ts";
import { GERAETE } from "../parts/wege.ts";
import { type Ausleihe, type Geraet, ausleihenOf, geraetOf } from "../queries/geraete.ts";

/** One device: where it is, and to whom it was lent. */
export const show = page({
  path: `${GERAETE}/:id`,
  permission: "sprachmittlung.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { g, verlauf, sprachen } = await readAs(actor, async (tx) => ({
      g: await geraetOf(tx, actor, id),
      verlauf: await ausleihenOf(tx, actor, id),
      sprachen: (await codelisten(tx)).sprache,
    }));
    const change = (
      <ButtonLink kind="secondary" small href={`${GERAETE}/${id}/bearbeiten`}>
        Bearbeiten
      </ButtonLink>
    );
    return (
      <Page
        frame={visit.frame}
        title={g.name}
        heading={false}
        extra
        breadcrumb={[{ label: "Übersetzungsgeräte", href: GERAETE }]}
      >
        <Card title={g.name} level={1} {...(may(actor, "sprachmittlung.pflegen") ? { action: change } : {})}>
          <DescriptionList
            items={[
              { term: "Stand", value: <LageWort geraet={g} heute={today()} /> },
              ...(g.verliehen === null ? [] : [{ term: "Verliehen an", value: <Entered>{g.verliehen.wer}</Entered> }]),
              { term: "Standort", value: g.standort },
              {
                term: "Sprachen",
                value: g.sprachen.map((code) => nameOf(sprachen, code)).join(", ") || "nicht angegeben",
              },
              { term: "Inventarnummer", value: g.inventar ?? "–" },
              { term: "Hinweis", value: g.hinweis ?? "–" },
            ]}
          />
          {may(actor, "sprachmittlung.buchen") ? <Tut g={g} /> : null}
        </Card>
        <Verlauf verlauf={verlauf} />
      </Page>
    );
  },
});

function Tut({ g }: { readonly g: Geraet }) {
  const self = `${GERAETE}/${g.id}`;
  if (g.verliehen === null) {
    return g.zustand === "bereit" ? (
      <Actions>
        <ButtonLink kind="secondary" small href={`${self}/verleihen`}>
          Verleihen
        </ButtonLink>
      </Actions>
    ) : null;
  }
  return (
    <Actions>
      <ButtonLink kind="secondary" small href={`${self}/zurueck`}>
        Zurückgenommen
      </ButtonLink>
      <ButtonLink kind="tertiary" small href={`${self}/verlaengern`}>
        Verlängern
      </ButtonLink>
    </Actions>
  );
}

const Verlauf = ({ verlauf }: { readonly verlauf: readonly Ausleihe[] }) => (
  <Card title="Verlauf">
    <Table
      caption="An wen es verliehen war, das Letzte zuerst"
      hideCaption
      cards
      first={10}
      rows={verlauf}
      empty={<EmptyState>Noch nie verliehen.</EmptyState>}
      columns={[
        { label: "An", cell: ({ wer }) => <Entered>{wer}</Entered> },
        { label: "Seit", cell: ({ seit }) => <Day iso={seit} /> },
        { label: "Sollte zurück", cell: ({ bis }) => <Day iso={bis} /> },
        { label: "Kam zurück", cell: ({ zurueck }) => (zurueck === null ? "noch nicht" : <Day iso={zurueck} />) },
        { label: "Zustand", cell: ({ zustand }) => (zustand === null ? "–" : ZUSTAENDE[zustand]) },
      ]}
    />
  </Card>
);
