import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { NotFound } from "../../../platform/form.ts";
import { ButtonLink, Card, EmptyState, Entered, Page, Status, Table } from "../../../ui/index.ts";
import { personNames } from "../../personen/index.ts";
import { isGueltig } from "../model/stand.ts";
import { ZWECKE } from "../model/zwecke.ts";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { angaben, bisText, standText, wem } from "../parts/worte.ts";
import { type EinwilligungKurz, einwilligungenOf } from "../queries/einwilligungen.ts";

const ZWECK = "einwilligung";

/** Everything a person agreed to or not: readable at a glance, before something leaves her file. */
export const show = page({
  path: listOf(":id"),
  permission: "einwilligung.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { name, alle } = await openRecordAs(actor, { art: "person", id }, ZWECK, async (tx) => ({
      name: (await personNames(tx, actor, [id])).get(id),
      alle: await einwilligungenOf(tx, actor, id),
    }));
    if (name === undefined) throw new NotFound();
    const heute = today();
    const neu = (
      <ButtonLink kind="secondary" small href={`${listOf(id)}/neu`}>
        Einwilligung vorbereiten
      </ButtonLink>
    );
    return (
      <Page
        frame={visit.frame}
        title="Einwilligungen"
        heading={false}
        wide
        breadcrumb={[
          { label: "Personen", href: "/personen" },
          { label: "Person", href: `/personen/${id}` },
        ]}
      >
        <Card title="Einwilligungen" level={1} {...(may(actor, "einwilligung.schreiben") ? { action: neu } : {})}>
          <p>
            <Entered>{name}</Entered>
          </p>
          <Table
            caption="Einwilligungen, die letzte zuerst"
            hideCaption
            rows={alle}
            href={(one) => `${ONE}/${one.id}`}
            empty={<EmptyState>{NICHTS}</EmptyState>}
            columns={[
              { label: "Wozu", cell: (one: EinwilligungKurz) => ZWECKE[one.zweck] },
              { label: "An wen", cell: (one: EinwilligungKurz) => <Entered>{wem(one)}</Entered> },
              { label: "Welche Angaben", cell: (one: EinwilligungKurz) => angaben(one.kategorien) },
              {
                label: "Stand",
                cell: (one: EinwilligungKurz) => (
                  <Status kind={isGueltig(one, heute) ? "success" : "info"}>{standText(one, heute)}</Status>
                ),
              },
              {
                label: "Gilt bis",
                cell: (one: EinwilligungKurz) => (one.gueltigAb === null ? "–" : bisText(one)),
              },
            ]}
          />
        </Card>
      </Page>
    );
  },
});

const NICHTS =
  "Noch keine. Beraten können Sie ohne. Bevor etwas an andere geht, braucht es eine: Bereiten Sie sie hier vor.";
