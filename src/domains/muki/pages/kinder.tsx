import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { placeInAddress } from "../../../platform/place.ts";
import { Card, Day, EmptyState, Entered, Page, Pager, Table } from "../../../ui/index.ts";
import { Wessen, vertretene } from "../../zustaendigkeit/index.ts";
import { STAENDE } from "../model/delfin.ts";
import { DELFIN, PLAETZE, getan } from "../parts/getan.ts";
import { WessenWahl, akteVon, beyond } from "../parts/wessen.tsx";
import { type KindKurz, kindListe } from "../queries/delfin.ts";

const Query = z.object({
  wessen: Wessen,
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});

/** The children of one's own, or of whom one stands in for, the last moved first. */
export const show = page({
  path: DELFIN,
  permission: "muki.lesen",
  notices: getan,
  show: async (visit) => {
    const { wessen, aeltere, neuere } = readQuery(Query, visit.url);
    const { liste, fuer } = await readAs(visit.actor, async (tx) => ({
      liste: await kindListe(tx, visit.actor, wessen, { older: aeltere, newer: neuere }),
      fuer: await vertretene(tx, visit.actor),
    }));
    const { kinder, neuer, aelter } = liste;
    const whose = { path: DELFIN, wessen, fuer };
    return (
      <Page frame={visit.frame} title="DELFIN 4" heading={false} wide>
        <Card title={wessen === undefined ? "Meine Kinder bei DELFIN 4" : "Kinder bei DELFIN 4"} level={1}>
          <p class="hint">
            Ein Kind nehmen Sie auf seiner Seite unter „Personen“ auf. Wie viele Plätze es gibt, steht unter{" "}
            <a href={PLAETZE}>Plätze</a>.
          </p>
          <WessenWahl {...whose} label="Wessen Kinder" />
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
              ...akteVon<KindKurz>(whose),
            ]}
          />
          <Pager newer={beyond(whose, "neuere", neuer)} older={beyond(whose, "aeltere", aelter)} />
        </Card>
      </Page>
    );
  },
});
