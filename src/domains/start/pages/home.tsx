import { page, type Visit } from "../../../platform/access.ts";
import { isReleased, may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { ButtonLink, Card, Page } from "../../../ui/index.ts";
import { meineZahlen } from "../../beratungen/index.ts";
import { Steering, steers } from "../parts/steering.tsx";

const number = new Intl.NumberFormat("de-DE");

/** What waits and what was done, for whoever counsels. */
async function Counselling({ visit }: { readonly visit: Visit }) {
  const { heute, woche, entwuerfe, nochKeine } = await readAs(visit.actor, (tx) => meineZahlen(tx, visit.actor));
  return (
    <Card title="Beratungen" action={<ButtonLink href="/beratungen/neu">Beratung erfassen</ButtonLink>}>
      <p>
        Heute {number.format(heute)}, diese Woche {number.format(woche)}.{" "}
        <a href="/beratungen">Meine Beratungen ansehen</a>
      </p>
      {nochKeine && may(visit.actor, "uebernahme.schreiben") ? (
        <p>
          Gibt es Beratungen in einer Excel- oder CSV-Liste? <a href="/uebernahmen">Alte Liste übernehmen</a>
        </p>
      ) : null}
      {entwuerfe > 0 ? (
        <p>
          <a href="/beratungen/neu">
            {entwuerfe === 1 ? "1 angefangene Beratung" : `${entwuerfe} angefangene Beratungen`} weiterschreiben
          </a>
        </p>
      ) : null}
    </Card>
  );
}

export const home = page({
  path: "/",
  permission: "start.sehen",
  show: (visit) => {
    const counsels = may(visit.actor, "beratung.schreiben");
    const manages = may(visit.actor, "konto.traeger_verwalten");
    return (
      <Page frame={visit.frame} title="Start" heading={`Guten Tag, ${visit.frame.who?.name ?? ""}`}>
        {counsels && isReleased(visit.actor) ? <Counselling visit={visit} /> : null}
        {steers(visit) ? <Steering visit={visit} /> : null}
        {manages ? (
          <Card title="Verwaltung">
            <p>
              <a href="/verwaltung">Träger, Standorte und Mitarbeitende verwalten</a>
            </p>
          </Card>
        ) : null}
        {counsels || manages || steers(visit) ? null : (
          <Card title="Für Ihre Rolle gibt es hier noch keine Seiten">
            <p>Ihr Zugang ist eingerichtet. Was Ihre Rolle sehen darf, erscheint links, sobald es freigegeben ist.</p>
          </Card>
        )}
        <Card title="Mein Konto">
          <p>
            <a href="/konto">Passwort, zweiter Faktor und Anmeldungen</a> · <a href="/hilfe">Hilfe</a>
          </p>
        </Card>
      </Page>
    );
  },
});
