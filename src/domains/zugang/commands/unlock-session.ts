import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { now } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { NO_KREIS, kreisOf } from "../../../platform/token.ts";
import { checkPasswort } from "./passwortpruefung.ts";
import { sessionOf } from "../queries/sitzungen.ts";
import { standAt } from "../model/sitzung.ts";
import { WRONG_PASSWORD } from "../model/texte.ts";
import { passwortBrakes, settle } from "../rows/versuche.ts";
import { openSession, ownerOf } from "./sessions.ts";

type Unlock = { readonly cookie: string; readonly passwort: string; readonly address: string };

/**
 * Opens a locked session again by its password, under a new cookie. Undefined when there is nothing to unlock any more and
 * somebody has to sign in.
 * @throws Refused (field `passwort`) for a wrong password, and when somebody has to wait
 */
export async function unlockSession(input: Unlock, at: Date = now()): Promise<string | undefined> {
  const kreis = kreisOf(input.cookie);
  if (kreis === undefined || kreis === NO_KREIS) return undefined;
  const session = await readAs(systemActor(kreis), (tx) => sessionOf(tx, input.cookie, at));
  if (session === undefined || standAt(session, at) !== "gesperrt") return undefined;
  const { passwort, address } = input;
  // Only whoever has this session can try: nobody else uses its budget up.
  const from = { address, own: `sitzung:${session.sitzungId}` };
  const konto = await checkPasswort({ emailHash: session.emailHash, passwort, kreis, ...from }, at);
  if (konto?.kontoId !== session.kontoId) throw new Refused(WRONG_PASSWORD, "passwort");
  return writeAs(systemActor(kreis), async (tx) => {
    const cookie = await openSession(tx, kreis, session.sitzungId, session.stand, at);
    if (cookie === undefined) return undefined;
    await settle(tx, passwortBrakes(from, session.emailHash));
    const gegenstand = { art: "sitzung", id: session.sitzungId };
    await recordEvent(tx, ownerOf(session), { art: "sitzung.entsperrt", gegenstand });
    return cookie;
  });
}
