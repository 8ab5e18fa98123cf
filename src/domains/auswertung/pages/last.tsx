import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { Card, EmptyState, Entered, Page, Table } from "../../../ui/index.ts";
import { kleineZahlen } from "../model/definitionen.ts";
import { LASTPHASE, LASTPHASEN } from "../model/last.ts";
import { LAST } from "../parts/getan.ts";
import { Wege } from "../parts/wege.tsx";
import { zahlText } from "../parts/zahl-text.ts";
import { type Last, lastJeTraeger } from "../queries/last.ts";

/** What each Träger has to do today, for whoever coordinates: counts, and no way into a file. */
export const show = page({
  path: LAST,
  permission: "auswertung.kreis_lesen",
  show: async (visit) => {
    const { lasten, ab } = await readAs(visit.actor, lastJeTraeger);
    return (
      <Page frame={visit.frame} title="Auswertung: Auslastung" heading="Auslastung" wide extra>
        <Wege visit={visit} here={LAST} />
        <p class="hint">
          Offene Fälle und Fristen von jetzt, alle zehn Minuten neu gezählt. „Ohne Zuständige“: Wer sie führte, berät
          nicht mehr; die Leitung des Trägers verteilt sie. {kleineZahlen(ab)}
        </p>
        <Card title="Fälle je Träger">
          <Table
            caption="Offene Fälle je Träger nach Phase"
            hideCaption
            cards
            rows={lasten}
            empty={<EmptyState>Beim letzten Zählen war kein Fall und keine Frist offen.</EmptyState>}
            columns={[
              { label: "Träger", cell: Traeger },
              ...LASTPHASE.map((art) => ({
                label: LASTPHASEN[art],
                figure: true,
                cell: ({ phasen }: Last) => zahlText(phasen[art]),
              })),
              { label: "zusammen", figure: true, cell: ({ faelle }: Last) => zahlText(faelle) },
              { label: "ohne Zuständige", figure: true, cell: ({ ohne }: Last) => zahlText(ohne) },
            ]}
          />
        </Card>
        {lasten.length === 0 ? null : (
          <Card title="Fristen je Träger">
            <Table
              caption="Offene und überfällige Fristen je Träger"
              hideCaption
              rows={lasten}
              columns={[
                { label: "Träger", cell: Traeger },
                { label: "offene Fristen", figure: true, cell: ({ fristen }: Last) => zahlText(fristen) },
                { label: "davon überfällig", figure: true, cell: ({ ueberfaellig }: Last) => zahlText(ueberfaellig) },
              ]}
            />
          </Card>
        )}
      </Page>
    );
  },
});

const Traeger = ({ traegerId, name }: Last) => (traegerId === "" ? <strong>{name}</strong> : <Entered>{name}</Entered>);
