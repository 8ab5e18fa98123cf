import type { Actor } from "../../../platform/actor.ts";
import type { Option } from "../../../ui/index.ts";
import { ROLLEN, rolleOf } from "../../zugang/index.ts";
import { mayGrant } from "../model/konto.ts";

/** The name of a role; its code where this program no longer knows it. */
export const roleName = (code: string): string => rolleOf(code)?.name ?? code;

/** Names of several roles in one line. */
export const roleNames = (codes: readonly string[]): string => codes.map(roleName).join(", ");

/** All roles, for a filter. */
export const allRoles = (): readonly Option[] =>
  Object.entries(ROLLEN).map(([value, { name }]) => ({ value, label: name }));

/** The roles that somebody may give, each with the sentence of what it does. */
export const grantableRoles = (actor: Actor): readonly Option[] =>
  Object.entries(ROLLEN)
    .filter(([code]) => mayGrant(actor, code))
    .map(([value, { name, satz }]) => ({ value, label: `${name} – ${satz}` }));
