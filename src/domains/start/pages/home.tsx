import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { Actions, ButtonLink, Card, Figure, Figures, Page } from "../../../ui/index.ts";
import { Heute } from "../parts/heute.tsx";
import { zusammen } from "../model/lage.ts";
import { Punkte } from "../parts/punkte.tsx";
import { lagen } from "../queries/lage.ts";

const KEYS = [{ keys: "l", does: "Systemlücke melden" }] as const;

/** What is to do now, what changed, and a few figures of one's own work. */
export const home = page({
  path: "/",
  permission: "start.sehen",
  show: async ({ actor, frame }) => {
    const { all, heute } = await readAs(actor, (tx) => lagen(tx, actor));
    const counsels = heute !== undefined;
    const meldet = counsels && may(actor, "luecke.melden");
    const keys = meldet ? { keys: KEYS } : {};
    const { tun, neu, zahlen } = zusammen(all ?? []);
    return (
      <Page frame={frame} title="Start" heading={`Guten Tag, ${frame.who?.name ?? ""}`} extra {...keys}>
        {heute === undefined ? null : <Heute eintraege={heute} />}
        {all === undefined ? (
          <Card title="Für Ihre Rolle gibt es hier noch keine Seiten">
            <p>Ihr Zugang ist eingerichtet. Was Ihre Rolle sehen darf, erscheint links, sobald es freigegeben ist.</p>
          </Card>
        ) : (
          <Punkte title="Zu tun" punkte={tun} empty="Gerade wartet nichts auf Sie.">
            {counsels ? (
              <Actions>
                <ButtonLink kind="primary" href="/beratungen/neu">
                  Beratung erfassen
                </ButtonLink>
                <ButtonLink href="/beratungen">Meine Beratungen</ButtonLink>
                {meldet ? (
                  <ButtonLink href="/luecken/neu" shortcut="l">
                    Systemlücke melden
                  </ButtonLink>
                ) : null}
              </Actions>
            ) : null}
          </Punkte>
        )}
        <Punkte title="Gut zu wissen" punkte={neu} />
        {zahlen.length === 0 ? null : (
          <Figures label="Zahlen">
            {zahlen.map(({ label, wert, dazu }) => (
              <Figure label={label} value={wert} note={dazu} />
            ))}
          </Figures>
        )}
        {counsels ? (
          <p>
            <a href="/beratungen/zahlen">Meine Zahlen: Monat für Monat, Themen, Sprachen</a>
          </p>
        ) : null}
        <p class="hint">
          <a href="/konto">Mein Konto: Passwort, zweiter Faktor, Anmeldungen</a>
        </p>
      </Page>
    );
  },
});
