import { z } from "zod";
import { type PublicVisit, Redirect, type Visit, action, publicAction, publicPage } from "../../../platform/access.ts";
import { type Rejected, first } from "../../../platform/form.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { Actions, Button, ButtonLink, Form, HiddenField, PasswordField, PlainPage } from "../../../ui/index.ts";
import { lockSession } from "../commands/sessions.ts";
import { unlockSession } from "../commands/unlock-session.ts";
import { PASSWORT } from "../model/neues-passwort.ts";
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
        <PasswordField
          name="passwort"
          label="Passwort"
          autocomplete="current-password"
          rejected={rejected}
          autofocus={rejected === undefined}
        />
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
async function show(visit: PublicVisit, weiter: string, rejected?: Rejected) {
  const who = await recognise(visit.cookie);
  if (who.stand === "offen") return new Redirect(weiter);
  if (who.stand !== "gesperrt") return new Redirect(signInPath(who.stand, weiter));
  return <LockPage visit={visit} person={who} weiter={weiter} {...(rejected ? { rejected } : {})} />;
}

const wanted = (visit: PublicVisit) => ownPath(visit.url.searchParams.get("weiter") ?? "/");

const sperre = publicPage({ path: "/sperre", show: (visit) => show(visit, wanted(visit)) });

const entsperren = publicAction({
  path: "/sperre",
  schema: z.object({
    passwort: PASSWORT,
    weiter: z.string().default("/"),
  }),
  run: async (visit, { passwort, weiter }) => {
    const { cookie, address } = visit;
    const opened = await unlockSession({ cookie, passwort, address });
    return opened === undefined ? show(visit, ownPath(weiter)) : new Redirect(ownPath(weiter), opened);
  },
  again: (visit, rejected) => show(visit, ownPath(first(rejected.values, "weiter")), rejected),
});

/** Locks at once, by the button beside the name or because the browser saw nobody for a quarter of an hour. */
async function lockNow(visit: Visit): Promise<Redirect> {
  await lockSession(visit.actor, visit.cookie);
  return new Redirect(signInPath("gesperrt", wanted(visit)));
}

const sperren = action({
  path: "/sperren",
  permission: "start.sehen",
  schema: z.object({}),
  run: lockNow,
  again: lockNow,
});

/** Somebody is still there: asking was enough, as every request of an open session is its sign of life. */
const stillHere = async () => new Response(null, { status: 204 });

const verlaengern = action({
  path: "/sitzung/verlaengern",
  permission: "start.sehen",
  schema: z.object({}),
  run: stillHere,
  again: stillHere,
});

export const sperreRoutes = [sperre, entsperren, sperren, verlaengern];
