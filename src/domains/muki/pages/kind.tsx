import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { Actions, ButtonLink, Card, Day, DescriptionList, Entered, Page, Table } from "../../../ui/index.ts";
import { ENDE, STAENDE, schritteAus } from "../model/delfin.ts";
import { DELFIN, getan } from "../parts/getan.ts";
import { type Kind, kindOf } from "../queries/delfin.ts";

/** A child: where it is, what comes next, how it came here. */
export const show = page({
  path: `${DELFIN}/:id`,
  permission: "muki.lesen",
  notices: getan,
  show: async (visit) => {
    const id = idOf(visit);
    const kind = await openRecordAs(visit.actor, { art: "delfin", id }, "ansicht", (tx) => kindOf(tx, visit.actor, id));
    return (
      <Page
        frame={visit.frame}
        title={`DELFIN 4, ${kind.jahr}`}
        heading={false}
        breadcrumb={[{ label: "DELFIN 4", href: DELFIN }]}
      >
        <Card title={`DELFIN 4, ${kind.jahr}`} level={1}>
          <DescriptionList
            items={[
              {
                term: "Kind",
                value: (
                  <a href={`/personen/${kind.personId}`}>
                    <Entered>{kind.person}</Entered>
                  </a>
                ),
              },
              { term: "Stand", value: `${STAENDE[kind.stand]}` },
              { term: "seit", value: <Day iso={kind.standSeit} /> },
              { term: "Kommune", value: kind.kommune },
              { term: "Kita oder Familienzentrum", value: kind.kita === null ? "–" : <Entered>{kind.kita}</Entered> },
            ]}
          />
          {may(visit.actor, "muki.schreiben") ? <Schritte kind={kind} /> : null}
        </Card>
        <Card title="Verlauf">
          <Table
            caption="Schritte des Kindes"
            hideCaption
            rows={kind.schritte}
            columns={[
              { label: "Stand", cell: ({ nach }) => STAENDE[nach] },
              { label: "am", cell: ({ am }) => <Day iso={am} /> },
            ]}
          />
        </Card>
      </Page>
    );
  },
});

function Schritte({ kind }: { readonly kind: Kind }) {
  const self = `${DELFIN}/${kind.id}`;
  const first = schritteAus(kind.stand)[0]?.nach;
  return (
    <Actions>
      {schritteAus(kind.stand).map(({ nach, verb }) => (
        <ButtonLink
          kind={nach === first && !ENDE.some((e) => e === nach) ? "primary" : "secondary"}
          small
          href={`${self}/schritt?nach=${nach}`}
        >
          {verb}
        </ButtonLink>
      ))}
      <ButtonLink kind="tertiary" small href={`${self}/bearbeiten`}>
        Angaben ändern
      </ButtonLink>
    </Actions>
  );
}
