import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { zahl } from "../../../platform/words.ts";
import { Card, EmptyState, Entered, Page, Status, Table } from "../../../ui/index.ts";
import { type Last, auslastung } from "../queries/auslastung.ts";

const SPALTEN = [
  [["anfrage"], "Anfragen"],
  [["assessment", "hilfeplan", "umsetzung", "evaluation"], "laufende Fälle"],
  [["ruhend"], "ruhen"],
  [["frist"], "offene Fristen"],
  [["ueberfaellig"], "davon überfällig"],
] as const;

/** How much everybody of one's Träger has on her desk, as counts: no file is opened for it, and none can be from here. */
export const show = page({
  path: "/auslastung",
  permission: "vertretung.anordnen",
  show: async ({ actor, frame }) => {
    const lasten = await readAs(actor, (tx) => auslastung(tx, actor));
    return (
      <Page frame={frame} title="Auslastung" heading={false} wide>
        <Card title="Auslastung" level={1}>
          <p class="hint">
            Zahlen Ihres Trägers, alle zehn Minuten neu gezählt. Ohne Zuständige: Wer nicht mehr berät, hat noch Fälle;
            verteilen Sie sie unter <a href="/vertretungen">Vertretungen</a>.
          </p>
          <Table
            caption="Fälle und Fristen je Person"
            hideCaption
            cards
            rows={lasten}
            empty={<EmptyState>Bei Ihrem Träger gibt es noch keine Fälle und keine Fristen.</EmptyState>}
            columns={[
              {
                label: "Wer",
                cell: ({ name, fehlt }: Last) => (
                  <>
                    <Entered>{name}</Entered> {fehlt ? <Status kind="warning">ohne Zuständige</Status> : null}
                  </>
                ),
              },
              ...SPALTEN.map(([arten, label]) => ({
                label,
                figure: true,
                cell: ({ zahlen }: Last) => zahl(arten.reduce((sum, art) => sum + (zahlen[art] ?? 0), 0)),
              })),
            ]}
          />
        </Card>
      </Page>
    );
  },
});
