import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { Card, Choices, Day, EmptyState, Entered, Page, Pager, Table } from "../../../ui/index.ts";
import { LIST, getan } from "../parts/getan.ts";
import { StandWort, warteText } from "../parts/vorgang.tsx";
import { behoerdeText } from "../queries/behoerden.ts";
import { AUSWAHL, type Auswahl, type Zeile, einbuergerungListe } from "../queries/einbuergerungen.ts";

const Query = z.object({
  auswahl: z.enum(AUSWAHL).default("offen"),
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});
const NAMEN: Readonly<Record<Auswahl, string>> = { offen: "offene", beendet: "beendete" };

/** One's own naturalisations: how far each is and how long it takes. */
export const show = page({
  path: LIST,
  permission: "person.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const { auswahl, aeltere, neuere } = readQuery(Query, visit.url);
    const { zeilen, newer, older } = await readAs(actor, (tx) =>
      einbuergerungListe(tx, actor, auswahl, { older: aeltere, newer: neuere }),
    );
    const at = (name: string, place: Place | undefined) =>
      place === undefined ? undefined : `${LIST}?auswahl=${auswahl}&${name}=${place.am}_${place.id}`;
    return (
      <Page frame={visit.frame} title="Einbürgerungen" heading={false} wide>
        <Card title="Meine Einbürgerungen" level={1}>
          <Choices
            label="Welche Einbürgerungen"
            items={AUSWAHL.map((one) => ({
              label: NAMEN[one],
              href: one === "offen" ? LIST : `${LIST}?auswahl=${one}`,
              current: one === auswahl,
            }))}
          />
          <Table
            caption="Einbürgerungen, die zuletzt weitergingen zuerst"
            hideCaption
            rows={zeilen}
            href={({ id }: Zeile) => `${LIST}/${id}`}
            empty={
              <EmptyState>
                {auswahl === "offen"
                  ? "Gerade läuft keine Einbürgerung. Sie beginnt auf der Seite einer Person unter „Einbürgerung und Aufenthalt“."
                  : "Noch ist keine Einbürgerung beendet."}
              </EmptyState>
            }
            columns={[
              { label: "Person", cell: (one: Zeile) => <Entered>{one.person}</Entered> },
              { label: "Stand", cell: ({ stand }: Zeile) => <StandWort stand={stand} /> },
              { label: "seit", cell: ({ standSeit }: Zeile) => <Day iso={standSeit} /> },
              { label: "Wartezeit", cell: (one: Zeile) => warteText(one) },
              { label: "Behörde", cell: ({ ebh }: Zeile) => <Entered>{behoerdeText(ebh)}</Entered> },
              { label: "Nach", cell: ({ paragraf }: Zeile) => paragraf },
            ]}
          />
          <Pager newer={at("neuere", newer)} older={at("aeltere", older)} />
        </Card>
      </Page>
    );
  },
});
