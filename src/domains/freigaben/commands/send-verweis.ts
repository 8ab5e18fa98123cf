import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import {
  einwilligungZu,
  isOffener,
  noteKontakt,
  organisationOf,
  verweisOf,
  verweisValues,
} from "../../verweise/index.ts";
import type { VerweisLink } from "../model/eingabe.ts";
import { freigabeOf } from "../queries/freigaben.ts";
import { prepareLink } from "./prepare-freigabe.ts";
import { type Geheimnis, releaseFreigabe } from "./release-freigabe.ts";

/** Said where the place is an authority: it has a way of its own. */
export const BEHOERDE =
  "An die Ausländer- oder Einbürgerungsbehörde geht eine Kopie, kein Link: unter „Freigaben“ bei der Person.";

/**
 * Sends a referral to its place as a link, in one step: what is ticked goes out if a consent names this place and covers it, and
 * what the place answers belongs to the referral. Returns the release and its secret, which is nowhere else.
 * @throws NotFound, Stale; Refused saying what is missing
 */
export async function sendVerweis(
  tx: Tx,
  actor: Actor,
  at: At,
  { anliegen, ...freigabe }: VerweisLink,
): Promise<Geheimnis & { readonly freigabe: string }> {
  const v = held(await verweisOf(tx, actor, at.id), at.version, verweisValues);
  if (!isOffener(v.stand)) throw new Refused("Dieser Verweis ist beendet. Nehmen Sie ihn erst wieder auf.");
  const organisation = await organisationOf(tx, v.organisationId);
  const { zweck, empfaengerArt } = einwilligungZu(organisation.art);
  if (zweck !== "weitergabe") throw new Refused(BEHOERDE);
  const id = await prepareLink(tx, actor, {
    personId: v.personId,
    verweis: v.id,
    fall: v.fallId,
    empfaengerArt,
    empfaenger: organisation.name,
    anliegen,
  });
  const secret = await releaseFreigabe(tx, actor, { id, version: 1 }, freigabe);
  const { weitergabeId } = await freigabeOf(tx, actor, id);
  if (secret === undefined || weitergabeId === null) throw new Error("Ein Link hat ein Geheimnis.");
  await noteKontakt(tx, actor, at, weitergabeId);
  return { ...secret, freigabe: id };
}
