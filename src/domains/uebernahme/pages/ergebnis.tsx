import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Alert, WayCard } from "../../../ui/index.ts";
import { reopenList } from "../commands/reopen-list.ts";
import { berichteMit } from "../queries/berichtet.ts";
import { optionenOf } from "../queries/kontext.ts";
import { Laeuft, Listenseite, shownListe } from "../parts/listenseite.tsx";
import { schrittHref } from "../parts/schritte.tsx";
import { LAEUFT } from "../parts/stand.tsx";
import { LIST, getan, permission } from "../parts/getan.ts";
import { Uebernommen } from "../parts/uebernommen.tsx";
import { offeneWoerter } from "../queries/uebernahmen.ts";
import type { Uebernahme } from "../model/uebernahme.ts";

/** What came of a list: progress while it is taken over, then its figures, what stayed behind, and the way back. */
async function form(visit: Visit, rejected?: Rejected) {
  const liste = await shownListe(visit);
  const { stand, nachgeholt } = liste;
  const taken = stand === "uebernommen" || (stand === "gelesen" && nachgeholt);
  const more = await readAs(visit.actor, async (tx) => ({
    themen: await optionenOf(tx, "thema"),
    woerter: (await offeneWoerter(tx, visit.actor)).length,
    berichte: taken ? await berichteMit(tx, liste.id) : [],
  }));
  return (
    <Listenseite visit={visit} liste={liste} schritt="ergebnis" rejected={rejected}>
      {LAEUFT.has(stand) ? (
        <Laeuft liste={liste} again={visit.url.pathname} />
      ) : taken ? (
        <Uebernommen liste={liste} {...more} rejected={rejected} />
      ) : stand === "zurueckgenommen" ? (
        <Zurueckgenommen />
      ) : (
        <NochNicht liste={liste} />
      )}
    </Listenseite>
  );
}

export const show = page({ path: `${LIST}/:id/ergebnis`, permission, notices: getan, show: (visit) => form(visit) });

/** Opens what stayed behind for mending. */
export const saveReopen = change(
  `${LIST}/:id/nachholen`,
  permission,
  { schema: NOTHING, again: form },
  async (tx, { actor, at }) => {
    await reopenList(tx, actor, at);
    return schrittHref(at.id, "pruefen");
  },
);

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
