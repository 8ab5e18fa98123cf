import { z } from "zod";
import { type PublicVisit, Redirect, type Visit, action, publicAction, publicPage } from "../../../platform/access.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { type Rejected, first } from "../../../platform/form.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { Actions, Button, ButtonLink, Form, HiddenField, PlainPage, fieldsOf } from "../../../ui/index.ts";
import { lockSession } from "../commands/sessions.ts";
import { unlockSession } from "../commands/unlock-session.ts";
import { PASSWORT } from "../model/neues-passwort.ts";
import { CurrentPassword } from "../parts/new-password.tsx";
import { type Person, recognise } from "../queries/sitzungen.ts";
import { ownPath, signInPath } from "../model/weiter.ts";

type LockProps = {
  readonly visit: PublicVisit;
  readonly person: Person;
  readonly weiter: string;
  readonly rejected?: Rejected;
};

function LockPage({ visit, person, weiter, rejected }: LockProps) {
  return (
    <PlainPage frame={publicFrame(visit.url.pathname, person.kreisName)} title="Gesperrt" rejected={rejected}>
      <p>
        Die Sitzung von <bdi>{person.name}</bdi> ist gesperrt. Angefangene Eingaben sind gesichert.
      </p>
      <Form action="/sperre" rejected={rejected} native>
        <HiddenField name="weiter" value={weiter} />
        <CurrentPassword field={fieldsOf(undefined, rejected)} label="Passwort" autofocus={rejected === undefined} />
        <Actions>
          <Button>Entsperren</Button>
          <ButtonLink kind="tertiary" href="/anmelden">
            Als andere Person anmelden
          </ButtonLink>
        </Actions>
      </Form>
    </PlainPage>
  );
}

/** The lock page of a locked session; an open one goes on, a lost one signs in. */
async function form(visit: PublicVisit, weiter: string, rejected?: Rejected) {
  const who = await recognise(visit.cookie);
  if (who.stand === "offen") return new Redirect(weiter);
  if (who.stand !== "gesperrt") return new Redirect(signInPath(who.stand, weiter));
  return <LockPage visit={visit} person={who} weiter={weiter} {...(rejected ? { rejected } : {})} />;
}

const wanted = (visit: PublicVisit) => ownPath(visit.url.searchParams.get("weiter") ?? "/");

export const show = publicPage({ path: "/sperre", show: (visit) => form(visit, wanted(visit)) });

export const save = publicAction({
  path: "/sperre",
  schema: z.object({
    passwort: PASSWORT,
    weiter: z.string().default("/"),
  }),
  run: async (visit, { passwort, weiter }) => {
    const { cookie, address } = visit;
    const opened = await unlockSession({ cookie, passwort, address });
    return opened === undefined ? form(visit, ownPath(weiter)) : new Redirect(ownPath(weiter), opened);
  },
  again: (visit, rejected) => form(visit, ownPath(first(rejected.values, "weiter")), rejected),
});

/** Locks at once, by the button beside the name or because the browser saw nobody for a quarter of an hour. */
async function lockNow(visit: Visit): Promise<Redirect> {
  await lockSession(visit.actor, visit.cookie);
  return new Redirect(signInPath("gesperrt", wanted(visit)));
}

export const saveLock = action({
  path: "/sperren",
  permission: "start.sehen",
  schema: NOTHING,
  run: lockNow,
  again: lockNow,
});

/** Somebody is still there: asking was enough, as every request of an open session is its sign of life. */
const stillHere = async () => new Response(null, { status: 204 });

export const saveStillHere = action({
  path: "/sitzung/verlaengern",
  permission: "start.sehen",
  schema: NOTHING,
  run: stillHere,
  again: stillHere,
});
