import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { anzahl } from "../../../platform/words.ts";
import { Actions, Alert, ButtonLink, Card, WayCard } from "../../../ui/index.ts";
import { berichteMit } from "../queries/berichtet.ts";
import { optionenOf } from "../queries/kontext.ts";
import { Laeuft, Listenseite, shownListe } from "../parts/listenseite.tsx";
import { schrittHref } from "../parts/schritte.tsx";
import { LAEUFT } from "../parts/stand.tsx";
import { LIST, WORDS, getan, permission } from "../parts/getan.ts";
import { Zahlen } from "../parts/zahlen.tsx";
import { offeneWoerter } from "../queries/uebernahmen.ts";
import type { Uebernahme } from "../model/uebernahme.ts";
import type { Wortoption } from "../../../listen/index.ts";

type Props = {
  readonly liste: Uebernahme;
  readonly themen: readonly Wortoption[];
  readonly woerter: number;
  /** Numbers of released reports that count the list. */
  readonly berichte: readonly string[];
};

/** What came of a list: progress while it is taken over, then its figures, and the way back. */
export const show = page({
  path: `${LIST}/:id/ergebnis`,
  permission,
  notices: getan,
  show: async (visit) => {
    const liste = await shownListe(visit);
    const more = await readAs(visit.actor, async (tx) => ({
      themen: await optionenOf(tx, "thema"),
      woerter: (await offeneWoerter(tx, visit.actor)).length,
      berichte: liste.stand === "uebernommen" ? await berichteMit(tx, liste.id) : [],
    }));
    const { stand } = liste;
    return (
      <Listenseite visit={visit} liste={liste} schritt="ergebnis">
        {LAEUFT.has(stand) ? (
          <Laeuft liste={liste} again={visit.url.pathname} />
        ) : stand === "uebernommen" ? (
          <Uebernommen liste={liste} {...more} />
        ) : stand === "zurueckgenommen" ? (
          <Zurueckgenommen />
        ) : (
          <NochNicht liste={liste} />
        )}
      </Listenseite>
    );
  },
});

function Uebernommen({ liste, themen, woerter, berichte }: Props) {
  const { id, zahlen, befund } = liste;
  const behind = zahlen === null ? 0 : zahlen.doppelt + zahlen.wartend + zahlen.fehlerhaft;
  return (
    <>
      <Card title="Die Liste ist übernommen">
        {befund?.meldung == null ? null : <Alert kind="info">{befund.meldung}</Alert>}
        {behind === 0 ? (
          <p>Keine Zeile ist zurückgeblieben.</p>
        ) : (
          <p>
            {anzahl(behind, "Zeile ist", "Zeilen sind")} nicht übernommen.{" "}
            {befund === null ? null : <a href={`${schrittHref(id, "pruefen")}?als=csv`}>Als Liste herunterladen</a>}
          </p>
        )}
        {woerter === 0 ? null : (
          <p>
            {anzahl(woerter, "Wort ist", "Wörter sind")} in Ihren Listen noch nicht zugeordnet.{" "}
            <a href={WORDS}>Wörter zuordnen</a>
          </p>
        )}
        <Actions>
          <ButtonLink kind="primary" href="/beratungen">
            Beratungen ansehen
          </ButtonLink>
          <ButtonLink href={LIST}>Weitere Liste übernehmen</ButtonLink>
        </Actions>
      </Card>
      {zahlen === null ? null : <Zahlen title="Was aus der Liste zählt" zahlen={zahlen} themen={themen} open />}
      <Card title="Stimmt etwas nicht?">
        {berichte.length === 0 ? (
          <p>
            Solange kein freigegebener Bericht die Liste mitzählt, lässt sie sich als Ganzes zurücknehmen.{" "}
            <a href={`${LIST}/${id}/zuruecknehmen`}>Übernahme zurücknehmen</a>
          </p>
        ) : (
          <p>
            {berichte.length === 1 ? "Der Bericht" : "Die Berichte"} {berichte.join(", ")}{" "}
            {berichte.length === 1 ? "zählt" : "zählen"} die Liste mit; sie lässt sich nicht mehr als Ganzes
            zurücknehmen. Ziehen Sie einzelne Beratungen zurück, wenn sie nicht stimmen.
          </p>
        )}
      </Card>
    </>
  );
}

function Zurueckgenommen() {
  return (
    <WayCard title="Die Übernahme ist zurückgenommen" way="Liste hochladen" href={LIST}>
      <p>Aus dieser Liste zählt nichts mehr. Wenn Sie sie berichtigt haben, laden Sie sie neu hoch.</p>
    </WayCard>
  );
}

function NochNicht({ liste }: { readonly liste: Uebernahme }) {
  return (
    <WayCard
      title="Noch nicht übernommen"
      way={liste.stand === "gelesen" ? "Prüfen und übernehmen" : "Zur Datei"}
      href={schrittHref(liste.id, liste.stand === "gelesen" ? "pruefen" : "datei")}
    >
      {liste.befund?.meldung == null ? null : <Alert kind="warning">{liste.befund.meldung}</Alert>}
    </WayCard>
  );
}
