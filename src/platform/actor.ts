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
  /**
   * The accounts whose files one may act for today: one's own first, and whom one stands in for; nothing as long as somebody
   * else's renewal of one's way in is not released. The walls of the files ask it (`app.konten`), not `kontoId`.
   */
  readonly konten: readonly string[];
  /**
   * Of `konten`, those that one keeps or was named for, for days of absence; a team is not asked to keep a secret. The wall before
   * persons with an Auskunftssperre asks it (`app.namentlich`).
   */
  readonly namentlich: readonly string[];
  readonly rollen: readonly string[];
  readonly rechte: ReadonlySet<Recht>;
  readonly sicht: "eigene" | "traeger" | "kreis";
};

/** Whoever acts before anybody is known, and the system itself. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The system itself, within one Kreis: set-up, jobs. Holds no permission and is nobody's colleague. */
export const systemActor = (kreis: string, traegerId = NOBODY): Actor => ({
  kreis,
  traegerId,
  kontoId: NOBODY,
  konten: [],
  namentlich: [],
  rollen: [],
  rechte: new Set(),
  sicht: "kreis",
});

/** Whether nobody but the system itself acts. */
export const isSystem = (actor: Actor): boolean => actor.kontoId === NOBODY;

/** Whose file something is written to: that of the account it belongs to, not always of whoever writes. */
export type Owner = Pick<Actor, "kreis" | "traegerId" | "kontoId">;

/** The file of an account of one's own Träger that one may act for. */
export const fileOf = ({ kreis, traegerId }: Actor, kontoId: string): Owner => ({ kreis, traegerId, kontoId });

/** Who wrote a row, where that is told and was neither whoever keeps the file nor the program itself. */
export const writerOf = (row: { readonly konto_id: string; readonly erfasst_von: string | null }): string | null =>
  row.erfasst_von === row.konto_id || row.erfasst_von === NOBODY ? null : row.erfasst_von;

/** Whether somebody holds a permission. */
export const may = (actor: Pick<Actor, "rechte">, recht: Recht): boolean => actor.rechte.has(recht);

/** Whether somebody's files are open: not while a renewal by somebody else waits for its release. */
export const isReleased = (actor: Pick<Actor, "kontoId" | "konten">): boolean => actor.konten.includes(actor.kontoId);
