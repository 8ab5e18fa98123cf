import type { Actor, Recht } from "../../../platform/actor.ts";
import { BESTAETIGEN, RECHTE, ROLLEN } from "./rechte.ts";
import type { RechtDef, RolleDef } from "./vergabe.ts";

/** Roles that hold a permission. */
export const rollenMit = (gesucht: Recht): string[] =>
  Object.entries(ROLLEN)
    .filter(([, { rechte }]) => rechte.some((recht) => recht === gesucht))
    .map(([code]) => code);

/** Roles whose holders confirm renewed accounts, and what a Leitung orders. */
export const CONFIRMING: readonly string[] = rollenMit(BESTAETIGEN);

/** Roles whose holders keep files. */
export const COUNSELLING: readonly string[] = rollenMit("beratung.schreiben");

/** The known role of a stored code; undefined for one that this program does not know (any more). */
export const rolleOf = (code: string): RolleDef | undefined => DEFS.get(code);
const DEFS = new Map<string, RolleDef>(Object.entries(ROLLEN));

/** Everything that a set of roles may do. */
export const rechteOf = (codes: readonly string[]): ReadonlySet<Recht> =>
  new Set(codes.flatMap((code) => rolleOf(code)?.rechte ?? []));

/** The widest sight among the roles. */
export function sichtOf(codes: readonly string[]): RolleDef["sicht"] {
  const all = new Set(codes.map((code) => rolleOf(code)?.sicht));
  return all.has("kreis") ? "kreis" : all.has("traeger") ? "traeger" : "eigene";
}

/** Whether files lie behind a permission. */
export const opensFiles = (recht: Recht): boolean => FILES.has(recht);
const FILES = new Set<string>(Object.entries<RechtDef>(RECHTE).flatMap(([recht, { akten }]) => (akten ? [recht] : [])));

/** Whose files somebody may open today, and of these which by name. */
export type ActsFor = Pick<Actor, "konten" | "namentlich">;

/** Somebody with these roles as the one who acts; what the session makes of an account on every request. */
export const actorOf = (
  { kreis, traegerId, kontoId }: Pick<Actor, "kreis" | "traegerId" | "kontoId">,
  rollen: readonly string[],
  { konten, namentlich }: ActsFor = { konten: [kontoId], namentlich: [kontoId] },
): Actor => ({
  kreis,
  traegerId,
  kontoId,
  konten,
  namentlich,
  rollen,
  rechte: rechteOf(rollen),
  sicht: sichtOf(rollen),
});
