import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { now } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { hashPassword } from "../../../platform/password-hash.ts";
import { type Wege, offerTotp, renewRecoveryCodes, setPasswort, wegeOf } from "../rows/anmeldewege.ts";
import { checkNeuesPasswort } from "../model/neues-passwort.ts";
import { checkPasswort, inTurn } from "./passwortpruefung.ts";
import { WRONG_PASSWORD } from "../model/texte.ts";
import { newTotpSecret } from "../model/totp.ts";
import { type Von, codeBrakes, passwortBrakes, settle } from "../rows/versuche.ts";
import { countCode } from "./confirm-code.ts";
import { takeTotp } from "./enrol-second-factor.ts";
import { endSession, endSessions } from "./sessions.ts";
import { sessionOf } from "../queries/sitzungen.ts";
import { openEmail, openName } from "../queries/kontodaten.ts";

/** Who proves by the password, once more, that it is still the same person who sits there. */
type Proof = { readonly passwort: string; readonly address: string };

/** @throws Refused (field `passwort`) for a wrong password, and when somebody has to wait */
async function prove(actor: Actor, { passwort, address }: Proof, at: Date): Promise<void> {
  const emailHash = (await readAs(actor, (tx) => ownKonto(tx, actor))).email_hash;
  const from = openSessionOf(actor, address);
  const konto = await checkPasswort({ emailHash, passwort, kreis: actor.kreis, ...from }, at);
  if (konto?.kontoId !== actor.kontoId) throw new Refused(WRONG_PASSWORD, "passwort");
  await writeAs(actor, (tx) => settle(tx, passwortBrakes(from, emailHash)));
}

/** Only whoever has an open session of the account can try here: strangers do not use this budget up. */
const openSessionOf = ({ kontoId }: Actor, address: string): Von => ({ address, own: `offen:${kontoId}` });

async function ownKonto(tx: Tx, actor: Actor) {
  const konto = await tx
    .selectFrom("kim.konto")
    .select(["name", "email", "email_hash"])
    .where("id", "=", actor.kontoId)
    .executeTakeFirst();
  if (konto === undefined) throw new NotFound();
  return konto;
}

async function ownWege(tx: Tx, actor: Actor, at: Date): Promise<Wege> {
  const wege = await wegeOf(tx, actor, at);
  if (wege === undefined) throw new NotFound();
  return wege;
}

type NewPassword = Proof & {
  readonly neu: string;
  readonly wiederholung: string;
  readonly sitzungId: string;
  /** Names of Kreis and Träger, which a password is not to be made of. */
  readonly orte: readonly string[];
};

/**
 * Changes one's own password; the one of before is asked for. All other sessions end.
 * @throws Refused (fields `passwort`, `neu`, `wiederholung`)
 */
export async function changePasswort(actor: Actor, input: NewPassword, at: Date = now()): Promise<void> {
  const kontext = await readAs(actor, async (tx) => {
    const [konto, { key }] = [await ownKonto(tx, actor), await ownWege(tx, actor, at)];
    const { kreis, kontoId } = actor;
    const name = openName(key, kreis, kontoId, konto.name);
    return { name, email: openEmail(key, kreis, kontoId, konto.email), orte: input.orte };
  });
  await checkNeuesPasswort(input, kontext);
  await prove(actor, input, at);
  const hash = await inTurn(() => hashPassword(input.neu), true);
  await writeAs(actor, async (tx) => {
    await setPasswort(tx, actor, (await ownWege(tx, actor, at)).key, hash);
    await endSessions(tx, actor.kontoId, input.sitzungId);
    await changed(tx, actor, "konto.passwort_geaendert");
  });
}

/** Makes a new second factor and puts it beside the old one, to be confirmed. @throws Refused (field `passwort`) */
export async function offerNewTotp(actor: Actor, proof: Proof, at: Date = now()): Promise<void> {
  await prove(actor, proof, at);
  await writeAs(actor, async (tx) => {
    const { key } = await ownWege(tx, actor, at);
    await offerTotp(tx, actor, key, newTotpSecret(), at);
  });
}

type NewCode = { readonly code: string; readonly address: string; readonly sitzungId: string };

/**
 * Confirms the new second factor by a code of the app; the old one and all other sessions end. Returns new recovery codes,
 * undefined when there is nothing to confirm any more.
 * @throws Refused (field `code`)
 */
export async function confirmNewTotp(
  actor: Actor,
  input: NewCode,
  at: Date = now(),
): Promise<readonly string[] | undefined> {
  const from = openSessionOf(actor, input.address);
  await countCode(actor.kontoId, from, at);
  return writeAs(actor, async (tx) => {
    const { neuesTotp } = await ownWege(tx, actor, at);
    if (neuesTotp === undefined) return undefined;
    const codes = await takeTotp(tx, actor, neuesTotp, input.code, at);
    await settle(tx, codeBrakes(from, actor.kontoId));
    await endSessions(tx, actor.kontoId, input.sitzungId);
    return codes;
  });
}

/** Ten new recovery codes in place of the old ones. @throws Refused (field `passwort`) */
export async function renewOwnCodes(actor: Actor, proof: Proof, at: Date = now()): Promise<readonly string[]> {
  await prove(actor, proof, at);
  return writeAs(actor, async (tx) => {
    const codes = await renewRecoveryCodes(tx, actor);
    await changed(tx, actor, "konto.codes_erneuert");
    return codes;
  });
}

/** Ends one session of one's own. @throws NotFound for one that is not there or somebody else's */
export async function endOwnSession(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  if (!(await endSession(tx, actor, id))) throw new NotFound();
}

/** Ends all sessions of one's own but the one of this cookie. @throws NotFound where that one has ended itself */
export async function endOtherSessions(
  tx: Tx,
  actor: Actor,
  { cookie }: { readonly cookie: string },
  at: Date = now(),
): Promise<void> {
  const own = await sessionOf(tx, cookie, at);
  if (own?.kontoId !== actor.kontoId) throw new NotFound();
  const count = await endSessions(tx, actor.kontoId, own.sitzungId);
  if (count > 0) await changed(tx, actor, "konto.sitzungen_beendet");
}

/** Switches shortcuts of one key on or off for this account (WCAG 2.1.4). */
export async function switchKeys(tx: Tx, actor: Actor, { an }: { readonly an: boolean }): Promise<void> {
  const werte = JSON.stringify({ an });
  await tx
    .insertInto("kim.vorgabe")
    .values({ kreis: actor.kreis, konto_id: actor.kontoId, formular: "tasten", werte })
    .onConflict((c) => c.columns(["kreis", "konto_id", "formular"]).doUpdateSet({ werte }))
    .execute();
}

const changed = (tx: Tx, actor: Actor, art: string) =>
  recordEvent(tx, actor, { art, gegenstand: { art: "konto", id: actor.kontoId } });
