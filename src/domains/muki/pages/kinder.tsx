import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { Card, Day, EmptyState, Entered, Page, Pager, Table } from "../../../ui/index.ts";
import { STAENDE } from "../model/delfin.ts";
import { DELFIN, PLAETZE, getan } from "../parts/getan.ts";
import { kindListe } from "../queries/delfin.ts";

const Query = z.object({ aeltere: placeInAddress.optional(), neuere: placeInAddress.optional() });

/** The children of one's own, the last moved first. */
export const show = page({
  path: DELFIN,
  permission: "muki.lesen",
  notices: getan,
  show: async (visit) => {
    const { aeltere, neuere } = readQuery(Query, visit.url);
    const { kinder, neuer, aelter } = await readAs(visit.actor, (tx) =>
      kindListe(tx, visit.actor, { older: aeltere, newer: neuere }),
    );
    const beyond = (name: string, place: Place | undefined) =>
      place === undefined ? undefined : `${DELFIN}?${name}=${place.am}_${place.id}`;
    return (
      <Page frame={visit.frame} title="DELFIN 4" heading={false} wide>
        <Card title="Meine Kinder bei DELFIN 4" level={1}>
          <p class="hint">
            Ein Kind nehmen Sie auf seiner Seite unter „Personen“ auf. Wie viele Plätze es gibt, steht unter{" "}
            <a href={PLAETZE}>Plätze</a>.
          </p>
          <Table
            caption="Kinder, das zuletzt bewegte zuerst"
            hideCaption
            rows={kinder}
            href={({ id }) => `${DELFIN}/${id}`}
            empty={<EmptyState>Noch steht kein Kind bei DELFIN 4.</EmptyState>}
            columns={[
              { label: "Kind", cell: ({ person }) => <Entered>{person}</Entered> },
              { label: "Jahr", cell: ({ jahr }) => String(jahr) },
              { label: "Kommune", cell: ({ kommune }) => kommune },
              { label: "Stand", cell: ({ stand }) => STAENDE[stand] },
              { label: "seit", cell: ({ standSeit }) => <Day iso={standSeit} /> },
            ]}
          />
          <Pager newer={beyond("neuere", neuer)} older={beyond("aeltere", aelter)} />
        </Card>
      </Page>
    );
  },
});
