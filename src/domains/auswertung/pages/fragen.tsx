import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { Alert, EmptyState, Halves, Page } from "../../../ui/index.ts";
import { kleineZahlen } from "../model/definitionen.ts";
import { zeitraumName } from "../model/zeitraum.ts";
import { wunschOf } from "../parts/asked.ts";
import { Telefonsprechstunde } from "../parts/anrufe.tsx";
import { DelfinTafel } from "../parts/delfin.tsx";
import { LastJeVzae, ThemenVerlauf } from "../parts/fragen-bilder.tsx";
import { KeinAngebot, SprachenVerstaendigung } from "../parts/fragen-tafeln.tsx";
import { FRAGEN } from "../parts/getan.ts";
import { JeEinwohner } from "../parts/je-einwohner.tsx";
import { Wege } from "../parts/wege.tsx";
import { ZeitraumWahl } from "../parts/zeitraum-wahl.tsx";
import { fragen } from "../queries/fragen.ts";

/** What the figures answer beyond their counts; period and Träger stand in the address, as on the first page. */
export const show = page({
  path: FRAGEN,
  permission: "auswertung.traeger_lesen",
  show: async (visit) => {
    const { wunsch, problem } = wunschOf(visit);
    const f = await readAs(visit.actor, (tx) => fragen(tx, visit.actor, wunsch));
    const name = zeitraumName(f.zeitraum);
    const traeger = f.traeger.length > 0 ? f.traegerId : undefined;
    return (
      <Page
        frame={visit.frame}
        title={`Fragen an die Zahlen: ${name}`}
        heading={`Fragen an die Zahlen: ${name}`}
        wide
        extra
      >
        <Wege visit={visit} here={FRAGEN} zeitraum={f.zeitraum} traeger={traeger} />
        {problem === undefined ? null : (
          <Alert kind="warning" title="Dieser Zeitraum geht nicht">
            <p>{problem}</p>
          </Alert>
        )}
        <p>{f.traegerName ?? "Alle Träger des Kreises"}.</p>
        {f.jetzt.ab > 1 ? <p class="hint">{kleineZahlen(f.jetzt.ab)}</p> : null}
        <ZeitraumWahl zeitraum={f.zeitraum} traeger={traeger} alle={f.traeger} path={FRAGEN} />
        {f.gezaehlt === undefined ? (
          <EmptyState>Noch ist nichts gezählt. Die Antworten stehen hier, sobald Beratungen erfasst sind.</EmptyState>
        ) : (
          <Halves>
            <div>
              <ThemenVerlauf f={f} />
              <KeinAngebot f={f} />
              <DelfinTafel f={f} />
              <Telefonsprechstunde f={f} />
            </div>
            <div>
              <LastJeVzae f={f} />
              <SprachenVerstaendigung f={f} />
              <JeEinwohner f={f} einrichten={may(visit.actor, "auswertung.einrichten")} />
            </div>
          </Halves>
        )}
      </Page>
    );
  },
});
