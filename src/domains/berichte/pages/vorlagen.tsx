import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { Card, EmptyState, Page, Status, Table } from "../../../ui/index.ts";
import { LIST, VORLAGEN, getan } from "../parts/getan.ts";
import { vorlagen } from "../queries/vorlagen.ts";

/** What papers of the Kreis begin with. */
export const show = page({
  path: VORLAGEN,
  permission: "bericht.schreiben",
  notices: getan,
  show: async (visit) => {
    const all = await readAs(visit.actor, vorlagen);
    return (
      <Page frame={visit.frame} title="Vorlagen" breadcrumb={[{ label: "Berichte", href: LIST }]} extra>
        <Card title="Vorlagen des Kreises">
          <Table
            caption="Vorlagen des Kreises"
            hideCaption
            rows={all}
            href={(v) => `${VORLAGEN}/${v.id}`}
            columns={[
              { label: "Name", cell: (v) => v.name },
              { label: "Kapitel", figure: true, cell: (v) => v.kapitel.filter((k) => !k.entfaellt).length },
              { label: "feste Texte", figure: true, cell: (v) => v.kapitel.filter((k) => k.text !== null).length },
              { label: "Word-Datei", cell: (v) => v.wordName ?? "–" },
              {
                label: "Stand",
                cell: (v) => (
                  <Status kind={v.aktiv ? "success" : undefined}>{v.aktiv ? "angeboten" : "inaktiv"}</Status>
                ),
              },
            ]}
            empty={
              <EmptyState>
                Es gibt noch keine Vorlage. Öffnen Sie einen Entwurf und wählen Sie „Als Vorlage speichern“.
              </EmptyState>
            }
          />
        </Card>
      </Page>
    );
  },
});
