import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { yes } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ConflictNotice,
  EmptyState,
  Entered,
  ErrorSummary,
  Form,
  HiddenField,
  Page,
  Status,
} from "../../../ui/index.ts";
import { moveLuecke } from "../commands/move-luecke.ts";
import { SchrittEingabe, nameVon } from "../model/luecke.ts";
import { STAENDE } from "../model/stand.ts";
import { Gefragt } from "../parts/antwort.tsx";
import { LIST, MEINE, getan } from "../parts/getan.ts";
import { StandWort } from "../parts/worte.tsx";
import { type Meine, markRead, meineLuecken, wantMail } from "../queries/meine.ts";

const permission = "luecke.melden";
const KEYS = [{ keys: "l", does: "Systemlücke melden" }] as const;

async function seite(visit: Visit, rejected?: Rejected) {
  const mine = await readAs(visit.actor, (tx) => meineLuecken(tx, visit.actor));
  const bis = Math.max(0, ...mine.flatMap(({ verlauf }) => verlauf.map(({ nr }) => nr)));
  const neu = mine.some(({ verlauf }) => verlauf.some((s) => s.neu));
  return (
    <Page frame={visit.frame} title="Meine Meldungen" rejected={rejected} keys={KEYS}>
      <ConflictNotice rejected={rejected} fields={[]} stored={MEINE} />
      {rejected === undefined || rejected.conflict !== undefined ? null : <ErrorSummary rejected={rejected} />}
      {mine.length === 0 ? (
        <EmptyState>
          Sie haben noch keine Systemlücke gemeldet. Fehlt vielen etwas, sagen Sie es in einem Satz: am Fall, an der
          Beratung oder hier.
        </EmptyState>
      ) : null}
      <Actions>
        <ButtonLink kind="primary" href={`${LIST}/neu`} shortcut="l">
          Systemlücke melden
        </ButtonLink>
        {may(visit.actor, "luecke.lesen") ? <ButtonLink href={LIST}>Alle im Kreis</ButtonLink> : null}
      </Actions>
      {neu ? (
        <Form action={`${MEINE}/gelesen`}>
          <HiddenField name="bis" value={String(bis)} />
          <Actions>
            <Button kind="secondary" small>
              Alles gelesen
            </Button>
          </Actions>
        </Form>
      ) : null}
      {mine.map((one) => (
        <Eine meine={one} liest={may(visit.actor, "luecke.lesen")} />
      ))}
    </Page>
  );
}

export const show = page({ path: MEINE, permission, notices: getan, show: (visit) => seite(visit) });

type EineProps = { readonly meine: Meine; readonly liest: boolean };

/** What one reported and every step since. */
function Eine({ meine, liest }: EineProps) {
  const { luecke, wurzel, verlauf, mail } = meine;
  const self = `${LIST}/${luecke.id}`;
  return (
    <Card title={<Entered>{luecke.satz}</Entered>}>
      <p>
        <StandWort stand={wurzel.stand} />{" "}
        {wurzel.id === luecke.id ? null : (
          <>
            zählt bei: <Entered>{nameVon(wurzel)}</Entered>
          </>
        )}
      </p>
      <ol class="plain-list">
        {verlauf.map((s) => (
          <li>
            {s.neu ? <Status kind="info">neu</Status> : null} {tagText(s.am)}: {STAENDE[s.nach]}
            {s.grund === null ? null : (
              <>
                {" – "}
                <Entered>{s.grund}</Entered>
              </>
            )}
          </li>
        ))}
      </ol>
      {liest ? (
        <p>
          <a href={`${LIST}/${wurzel.id}`}>Ansehen</a>
        </p>
      ) : null}
      <Gefragt meine={meine} />
      <Form action={`${self}/mail`}>
        {mail ? null : <HiddenField name="mail" value="ja" />}
        <Actions>
          <Button kind="tertiary" small>
            {mail ? "Keine Mail mehr" : "Auch per Mail Bescheid sagen"}
          </Button>
        </Actions>
      </Form>
      {luecke.stand === "gemeldet" ? (
        <Form action={`${self}/zurueckziehen`} record={{ version: luecke.version, values: undefined }}>
          <Actions>
            <Button kind="tertiary" small>
              Meldung zurückziehen
            </Button>
          </Actions>
        </Form>
      ) : null}
    </Card>
  );
}

const Bis = z.object({
  bis: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});

/** Reads marks as the page showed them: what came since stays new. */
export const saveRead = change(
  `${MEINE}/gelesen`,
  permission,
  { schema: Bis, again: seite },
  async (tx, visit, input) => {
    await markRead(tx, visit.actor, input.bis);
    return getan.after(MEINE, "gelesen");
  },
);

export const saveMail = change(
  `${LIST}/:id/mail`,
  permission,
  { schema: z.object({ mail: yes }), again: seite },
  async (tx, visit, input) => {
    await wantMail(tx, visit.actor, idOf(visit), input.mail);
    return getan.after(MEINE, "mail");
  },
);

/** A report that was a mistake, as long as nobody looked at it. */
export const saveWithdraw = change(
  `${LIST}/:id/zurueckziehen`,
  permission,
  { schema: z.object({}), again: seite },
  async (tx, { actor, at }) => {
    await moveLuecke(tx, actor, at, SchrittEingabe.parse({ nach: "abgelehnt" }));
    return getan.after(MEINE, "zurueckgezogen");
  },
);
