import type { Actor } from "../../platform/actor.ts";
import { isSystem } from "../../platform/actor.ts";
import { rolleOf } from "../zugang/rechte.ts";

/** A role with its first and last day (both included); `bis: null` has no end yet. */
export type RolleVonBis = { readonly rolle: string; readonly von: string; readonly bis: string | null };

/** How long an invitation can be accepted. */
export const INVITATION_DAYS = 7;

/**
 * Permissions that reach nothing but own records, because the database's walls let nothing else through (`akte`, `konto`
 * in db/policies.ts). Whoever gives them gives no sight of anything that exists. Every permission that is not in this list
 * can only be given by somebody who holds it.
 */
const EIGENES: ReadonlySet<string> = new Set([
  "start.sehen",
  "konto.eigenes",
  "beratung.schreiben",
  "beratung.lesen",
  "person.schreiben",
  "person.lesen",
]);

/** What the head of a Träger fills; all others have a task for the whole Kreis, the Land or the authority. */
const ROLLEN_DES_TRAEGERS: ReadonlySet<string> = new Set([
  "cm_lokal",
  "cm_mukis",
  "cm_abh",
  "verwaltungsassistenz",
  "traeger_leitung",
]);

const WEITE = { eigene: 0, traeger: 1, kreis: 2 } as const;

/**
 * Whether somebody may give (or end) a role: one that sees no further and administers nothing more than he or she does.
 * The head of a Träger gives only the roles of that Träger's own work.
 */
export function mayGrant(actor: Actor, code: string): boolean {
  if (isSystem(actor)) return true;
  const rolle = rolleOf(code);
  if (rolle === undefined) return false;
  const administers = actor.rechte.has("konto.verwalten");
  if (!administers && !(actor.rechte.has("konto.traeger_verwalten") && ROLLEN_DES_TRAEGERS.has(code))) return false;
  if (WEITE[rolle.sicht] > WEITE[actor.sicht]) return false;
  return rolle.rechte.every((recht) => EIGENES.has(recht) || actor.rechte.has(recht));
}

/**
 * Whether somebody may change an account that holds these roles: whoever resets a password or an address could take the
 * account over, so it takes the right to give each of its roles. Roles that this program no longer knows count for nothing.
 */
export const mayManage = (actor: Actor, rollen: readonly string[]): boolean =>
  rollen.every((code) => rolleOf(code) === undefined || mayGrant(actor, code));
