/**
 * The permissions of the program, one key each. The platform knows none: `zugang/rechte.ts` writes its list in here
 * (`declare module`), so that a misspelt one fails to compile on every page and in every question. Type parameters instead
 * would have to be carried through actor, visit, route and frame.
 */
export interface Rights {}

export type Recht = keyof Rights;

/**
 * Whoever acts in a transaction. Made from the session on every request, so that a withdrawn role ends at once.
 * `sicht` is what the database lets through beyond one's own records: own, the employer's (Träger), the Kreis'.
 */
export type Actor = {
  readonly kreis: string;
  readonly traegerId: string;
  readonly kontoId: string;
  readonly rollen: readonly string[];
  readonly rechte: ReadonlySet<Recht>;
  readonly sicht: "eigene" | "traeger" | "kreis";
};

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The system itself, within one Kreis: set-up, jobs. Holds no permission and is nobody's colleague. */
export const systemActor = (kreis: string, traegerId = NOBODY): Actor => ({
  kreis,
  traegerId,
  kontoId: NOBODY,
  rollen: [],
  rechte: new Set(),
  sicht: "kreis",
});

/** Whether nobody but the system itself acts. */
export const isSystem = (actor: Actor): boolean => actor.kontoId === NOBODY;

/** Whether somebody holds a permission. */
export const may = (actor: Pick<Actor, "rechte">, recht: Recht): boolean => actor.rechte.has(recht);
