import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, Card, EmptyState, Page, Table } from "../../../ui/index.ts";
import { serieText } from "../model/serie.ts";
import { spanneText } from "../model/uhr.ts";
import { SERIES, WEEK, getan } from "../parts/getan.ts";
import { sprechstundenOf } from "../queries/sprechstunden.ts";

/** One's own series of hours. */
export const show = page({
  path: SERIES,
  permission: "beratung.lesen",
  notices: getan,
  show: async ({ actor, frame }) => {
    const all = await readAs(actor, (tx) => sprechstundenOf(tx, [actor.kontoId]));
    const action = (
      <ButtonLink kind="secondary" small href={`${SERIES}/neu`}>
        Sprechstunde eintragen
      </ButtonLink>
    );
    return (
      <Page frame={frame} title="Sprechstunden" heading={false} wide breadcrumb={[{ label: "Termine", href: WEEK }]}>
        <Card title="Meine Sprechstunden" level={1} {...(may(actor, "beratung.schreiben") ? { action } : {})}>
          <Table
            caption="Sprechstunden, die zuletzt begonnene zuerst"
            hideCaption
            rows={all}
            href={({ id }) => `${SERIES}/${id}`}
            empty={<EmptyState>Noch ist keine Sprechstunde eingetragen.</EmptyState>}
            columns={[
              { label: "Wann", cell: (s) => `${serieText(s)}, ${spanneText(s.beginn, s.ende)}` },
              { label: "Wo", cell: ({ standort, raum }) => [standort, raum].filter((p) => p !== null).join(", ") },
              { label: "seit", cell: ({ ab }) => tagText(ab) },
              { label: "bis", cell: ({ bis }) => (bis === null ? "auf Weiteres" : tagText(bis)) },
            ]}
          />
        </Card>
      </Page>
    );
  },
});
