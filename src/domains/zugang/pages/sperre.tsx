import { z } from "zod";
import {
  type PublicVisit,
  type Visit,
  action,
  PageAs,
  publicAction,
  publicPage,
  Redirect,
} from "../../../platform/access.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { resumePath } from "../../../platform/draft-form.ts";
import { TooManyDrafts } from "../../../platform/drafts.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { type Rejected, first } from "../../../platform/form.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { type Unsent, openUnsent } from "../../../platform/unsent.ts";
import { keepDraft } from "../commands/drafts.ts";
import { lockSession } from "../commands/sessions.ts";
import { unlockSession } from "../commands/unlock-session.ts";
import { PASSWORT } from "../model/neues-passwort.ts";
import { ownPath, signInPath } from "../model/weiter.ts";
import { StillUnsent } from "./hand-back.tsx";
import { LockPage } from "../parts/lock-page.tsx";
import { recognise } from "../queries/sitzungen.ts";

/** The lock page of a locked session; an open one goes on, a lost one signs in. */
async function form(visit: PublicVisit, weiter: string, rejected?: Rejected) {
  const who = await recognise(visit.cookie);
  // A script of ours asks whether its page may be shown: of an open session it may, as that of anybody else was refused before.
  if (who.stand === "offen")
    return visit.script === undefined ? new Redirect(weiter) : new Response(null, { status: 204 });
  if (who.stand !== "gesperrt") return new Redirect(signInPath(who.stand, weiter));
  const unsent = first(rejected?.values ?? {}, "eingabe") || undefined;
  return <LockPage person={who} weiter={weiter} unsent={unsent} rejected={rejected} />;
}

const wanted = (visit: PublicVisit) => ownPath(visit.url.searchParams.get("weiter") ?? "/");

export const show = publicPage({ path: "/sperre", show: (visit) => form(visit, wanted(visit)) });

export const save = publicAction({
  path: "/sperre",
  schema: z.object({
    passwort: PASSWORT,
    weiter: z.string().default("/"),
    eingabe: z.string().optional(),
  }),
  run: async (visit, { passwort, weiter, eingabe }) => {
    const { cookie, address } = visit;
    const opened = await unlockSession({ cookie, passwort, address });
    if (opened === undefined) return form(visit, ownPath(weiter));
    return (await goOn(opened, eingabe)) ?? new Redirect(ownPath(weiter), opened);
  },
  again: (visit, rejected) => form(visit, ownPath(first(rejected.values, "weiter")), rejected),
});

/** What was sent to the locked session goes to the drafts now that its owner is here, or is shown to be sent again. */
async function goOn(cookie: string, sealed: string | undefined) {
  const who = await recognise(cookie);
  if (sealed === undefined || who.stand !== "offen") return undefined;
  const { actor } = who;
  const unsent = await readAs(actor, (tx) => openUnsent(tx, actor, sealed));
  if (unsent === undefined) return undefined;
  const { draft, values } = unsent;
  const id = first(values, "_entwurf");
  if (draft !== undefined && id !== "" && (await isKept(actor, unsent)))
    return new Redirect(resumePath(draft.form, id, draft.record), cookie);
  const frame = { ...publicFrame("/sperre", who.kreisName), konto: actor.kontoId };
  return new PageAs(<StillUnsent frame={frame} unsent={unsent} />, { cookie });
}

async function isKept(actor: Actor, { draft, values }: Unsent): Promise<boolean> {
  if (draft === undefined) return false;
  try {
    await keepDraft(actor, draft.form, draft.record, values);
    return true;
  } catch (error) {
    if (error instanceof TooManyDrafts) return false;
    throw error;
  }
}

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
