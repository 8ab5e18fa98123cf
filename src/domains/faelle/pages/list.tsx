import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { Card, Choices, Day, EmptyState, Entered, Page, Pager, Table } from "../../../ui/index.ts";
import { aktenzeichen } from "../model/fall.ts";
import { PHASEN } from "../model/phasen.ts";
import { LIST, getan } from "../parts/getan.ts";
import { type Auswahl, fallListe } from "../queries/liste.ts";

const Query = z.object({
  stand: z.enum(["offen", "beendet", "alle"]).default("offen"),
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});

const STAENDE: Readonly<Record<Auswahl, string>> = { offen: "laufende", beendet: "beendete", alle: "alle" };

/** One's own cases: those that go on, until somebody asks for others. */
export const show = page({
  path: LIST,
  permission: "fall.lesen",
  notices: getan,
  show: async (visit) => {
    const { stand, aeltere, neuere } = readQuery(Query, visit.url);
    const { faelle, neuer, aelter } = await readAs(visit.actor, (tx) =>
      fallListe(tx, visit.actor, stand, { older: aeltere, newer: neuere }),
    );
    const href = (words: Readonly<Record<string, string>>) => `${LIST}?${new URLSearchParams(words).toString()}`;
    const beyond = (word: string, place: Place | undefined) =>
      place === undefined ? undefined : href({ stand, [word]: `${place.am}_${place.id}` });
    return (
      <Page frame={visit.frame} title="Fälle" heading={false} wide>
        <Card title="Meine Fälle" level={1}>
          <Choices
            label="Welche Fälle"
            items={(["offen", "beendet", "alle"] as const).map((one) => ({
              label: STAENDE[one],
              href: one === "offen" ? LIST : href({ stand: one }),
              current: one === stand,
            }))}
          />
          <Table
            caption="Fälle, der zuletzt begonnene zuerst"
            hideCaption
            rows={faelle}
            href={({ id }) => `${LIST}/${id}`}
            empty={<EmptyState>{stand === "offen" ? NICHTS_OFFEN : "Hier ist kein Fall."}</EmptyState>}
            columns={[
              { label: "Aktenzeichen", cell: (fall) => aktenzeichen(fall) },
              { label: "Person", cell: ({ person }) => <Entered>{person}</Entered> },
              { label: "Phase", cell: (fall) => PHASEN[fall.phase] },
              { label: "seit", cell: ({ phaseSeit }) => <Day iso={phaseSeit} /> },
              { label: "Anfrage", cell: ({ begonnen }) => <Day iso={begonnen} /> },
            ]}
          />
          <Pager newer={beyond("neuere", neuer)} older={beyond("aeltere", aelter)} />
        </Card>
      </Page>
    );
  },
});

const NICHTS_OFFEN = "Sie führen gerade keinen Fall. Einen Fall beginnen Sie auf der Seite einer Person.";
