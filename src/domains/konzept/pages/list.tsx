import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { anzahl } from "../../../platform/words.ts";
import { Actions, ButtonLink, Card, Day, EmptyState, Entered, Page, Table } from "../../../ui/index.ts";
import { zeitraumName } from "../../auswertung/index.ts";
import { FASSUNG, LIST, OFFEN, getan } from "../parts/getan.ts";
import { geltende } from "../queries/fassungen.ts";
import { type KonzeptZeile, konzepte } from "../queries/konzepte.ts";

const standWort = ({ fassungen: n }: KonzeptZeile): string => (n === 0 ? "Entwurf" : `arbeitet an Fassung ${n + 1}`);

/** What holds, and what somebody is writing at. */
export const show = page({
  path: LIST,
  permission: "konzept.lesen",
  notices: getan,
  show: async ({ actor, frame }) => {
    const { entwuerfe, gelten } = await readAs(actor, async (tx) => ({
      entwuerfe: await konzepte(tx, actor),
      gelten: await geltende(tx),
    }));
    const steuert = may(actor, "konzept.steuern");
    return (
      <Page frame={frame} title="Handlungskonzept" extra>
        {steuert ? (
          <Actions>
            <ButtonLink kind="primary" href={`${LIST}/neu`}>
              Konzept beginnen
            </ButtonLink>
            <ButtonLink href={`${LIST}/word`}>Aus einer Word-Datei</ButtonLink>
          </Actions>
        ) : null}
        <Card title="Was gilt">
          <Table
            caption="Beschlossene Fassungen"
            hideCaption
            rows={gelten}
            href={({ id }) => `${FASSUNG}/${id}`}
            empty={<EmptyState>Noch ist kein Handlungskonzept beschlossen.</EmptyState>}
            columns={[
              { label: "Konzept", cell: ({ titel }) => <Entered>{titel}</Entered> },
              { label: "Fassung", cell: ({ nummer }) => nummer, figure: true },
              { label: "beschlossen am", cell: ({ beschlossenAm }) => <Day iso={beschlossenAm} /> },
              { label: "öffentlich", cell: ({ oeffentlich }) => (oeffentlich ? "ja" : "nein") },
            ]}
          />
          {gelten.some(({ oeffentlich }) => oeffentlich) ? (
            <p>
              <a href={`${OFFEN}/${actor.kreis}`}>Öffentliche Seite ansehen</a>
            </p>
          ) : null}
        </Card>
        <Card title="Woran geschrieben wird">
          <Table
            caption="Entwürfe"
            hideCaption
            rows={entwuerfe}
            href={({ id }) => `${LIST}/${id}`}
            empty={
              <EmptyState>
                {steuert
                  ? "Noch hat niemand begonnen."
                  : "Sie gehören zu keiner Konzeptarbeitsgruppe. Aufnehmen kann Sie die KIM-Koordination."}
              </EmptyState>
            }
            columns={[
              { label: "Konzept", cell: ({ titel }) => <Entered>{titel}</Entered> },
              { label: "Stand", cell: standWort },
              { label: "Zahlen aus", cell: zeitraumName },
              { label: "Gruppe", cell: ({ gruppe }) => anzahl(gruppe, "Person", "Personen") },
            ]}
          />
        </Card>
      </Page>
    );
  },
});
