import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { now } from "../../../platform/clock.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import {
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  Entered,
  ErrorSummary,
  Form,
  HiddenField,
  Page,
} from "../../../ui/index.ts";
import { endOtherSessions, endOwnSession, switchKeys } from "../commands/own-konto.ts";
import { type EigenesKonto, eigenesKonto } from "../queries/konto.ts";
import { getan } from "../parts/getan.ts";
import { SessionTable } from "../parts/session-table.tsx";
import { type Signed, recognise } from "../queries/sitzungen.ts";
import { ownPath } from "../model/weiter.ts";

const permission = "konto.eigenes";

/** Whose request this is, with the id of its session. @throws NotFound when the session ended this very moment */
export async function signedOf(visit: Visit): Promise<Signed> {
  const who = await recognise(visit.cookie);
  if (who.stand !== "offen") throw new NotFound();
  return who;
}

type KontoProps = {
  readonly visit: Visit;
  readonly konto: EigenesKonto;
  readonly sitzungId: string;
  readonly rejected?: Rejected | undefined;
};

function KontoPage({ visit, konto, sitzungId, rejected }: KontoProps) {
  const { who, keys } = visit.frame;
  return (
    <Page frame={visit.frame} title="Mein Konto" rejected={rejected}>
      {rejected === undefined ? null : <ErrorSummary rejected={rejected} />}
      <Card title="Angaben zu Ihnen">
        <DescriptionList
          items={[
            { term: "Name", value: <Entered>{who?.name}</Entered> },
            { term: "E-Mail-Adresse", value: konto.email },
            { term: "Rolle", value: who?.role },
            { term: "Träger und Standort", value: who?.place },
          ]}
        />
        <p class="hint">Stimmt etwas nicht, sagen Sie es Ihrer Administration.</p>
      </Card>
      <Card title="Anmeldung">
        <DescriptionList
          items={[
            { term: "Passwort", value: <a href="/konto/passwort">Passwort ändern</a> },
            { term: "Zweiter Faktor", value: <a href="/konto/zweiter-faktor">Auf einem anderen Telefon einrichten</a> },
            { term: "Eingaben", value: <a href="/konto/angefangen">Was Sie angefangen und nicht gespeichert haben</a> },
            {
              term: "Wiederherstellungscodes",
              value: (
                <>
                  {konto.codes === 1 ? "Noch ein Code übrig" : `Noch ${konto.codes} Codes übrig`} ·{" "}
                  <a href="/konto/codes">Neue Codes erzeugen</a>
                </>
              ),
            },
            { term: "Von anderen erneuert", value: <a href="/konto/erneuerung">Wer, was und wann</a> },
          ]}
        />
      </Card>
      <Card title="Wo Sie angemeldet sind">
        <SessionTable sitzungen={konto.sitzungen} current={sitzungId} />
        {konto.sitzungen.length > 1 ? (
          <Form action="/konto/sitzungen" native>
            <HiddenField name="sitzung" value="andere" />
            <Button kind="secondary">Alle anderen beenden</Button>
          </Form>
        ) : null}
      </Card>
      <Card title="Tastenkürzel">
        <p>Kürzel aus einer einzelnen Taste sind {keys.on ? "eingeschaltet" : "ausgeschaltet"}.</p>
        <Form action="/konto/tasten" native>
          <HiddenField name="tasten" value={keys.on ? "aus" : "an"} />
          <HiddenField name="weiter" value={getan.after("/konto", "tasten")} />
          <Button kind="secondary">{keys.on ? "Kürzel ausschalten" : "Kürzel einschalten"}</Button>
        </Form>
      </Card>
      <div class="actions">
        <ButtonLink kind="tertiary" href="/">
          Zur Startseite
        </ButtonLink>
      </div>
    </Page>
  );
}

async function form(visit: Visit, rejected?: Rejected) {
  const [konto, { sitzungId }] = [await eigenesKonto(visit.actor, now()), await signedOf(visit)];
  return <KontoPage visit={visit} konto={konto} sitzungId={sitzungId} rejected={rejected} />;
}

export const show = page({ path: "/konto", permission, notices: getan, show: (visit) => form(visit) });

export const saveSitzungen = change(
  "/konto/sitzungen",
  permission,
  { schema: z.object({ sitzung: z.union([z.literal("andere"), z.uuid()]) }), again: form },
  async (tx, { actor, cookie }, { sitzung }) => {
    if (sitzung === "andere") await endOtherSessions(tx, actor, { cookie });
    else await endOwnSession(tx, actor, { id: sitzung });
    return getan.after("/konto", "sitzung");
  },
);

/** From the page of the account, and from the help that stands on every page: back to where it was switched. */
export const saveTasten = change(
  "/konto/tasten",
  permission,
  { schema: z.object({ tasten: z.enum(["an", "aus"]), weiter: z.string().default("/konto") }), again: form },
  async (tx, { actor }, { tasten, weiter }) => {
    await switchKeys(tx, actor, { an: tasten === "an" });
    return ownPath(weiter);
  },
);
