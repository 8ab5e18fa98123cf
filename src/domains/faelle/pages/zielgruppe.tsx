import { page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, Card, Day, EmptyState, Page, Status, Table } from "../../../ui/index.ts";
import { ZIELGRUPPE as LIST, ZIELGRUPPE_TITLE, zielgruppeGetan as getan, standAm } from "../parts/zielgruppe-getan.ts";
import { Regel } from "../parts/zielgruppe-regel.tsx";
import { zielgruppen } from "../queries/zielgruppen.ts";

/** What holds today, and every rule before and after it. */
export const show = page({
  path: LIST,
  permission: "zielgruppe.pflegen",
  notices: getan,
  show: async ({ actor, frame }) => {
    const rules = await readAs(actor, zielgruppen);
    const now = rules.find((one) => standAm(one, today()) === "gilt");
    return (
      <Page frame={frame} title={ZIELGRUPPE_TITLE} heading={false} extra>
        <Card
          title={ZIELGRUPPE_TITLE}
          level={1}
          action={
            <ButtonLink kind="secondary" small href={`${LIST}/neu`}>
              Neue Regel
            </ButtonLink>
          }
        >
          {now === undefined ? (
            <EmptyState>
              Heute gilt keine Regel. Solange entscheiden die Case Manager:innen ohne Liste, wer zur Zielgruppe gehört.
            </EmptyState>
          ) : (
            <>
              <p>Gilt seit {tagText(now.ab)}. Danach wird in der Klärung jedes neuen Falls gefragt.</p>
              <Regel regel={now} />
            </>
          )}
        </Card>
        {rules.length === 0 ? null : (
          <Card title="Alle Regeln">
            <Table
              caption="Regeln, die jüngste zuerst"
              hideCaption
              rows={rules}
              href={({ id }) => `${LIST}/${id}`}
              columns={[
                { label: "Gilt ab", cell: ({ ab }) => <Day iso={ab} /> },
                { label: "bis", cell: ({ bis }) => (bis === null ? "auf Weiteres" : <Day iso={bis} />) },
                { label: "Fragen", figure: true, cell: ({ kriterien }) => String(kriterien.length) },
                {
                  label: "Stand",
                  cell: (one) => (
                    <Status kind={standAm(one, today()) === "gilt" ? "success" : undefined}>
                      {standAm(one, today())}
                    </Status>
                  ),
                },
              ]}
            />
          </Card>
        )}
      </Page>
    );
  },
});
