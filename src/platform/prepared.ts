import { type CompiledQuery, type RawBuilder, sql } from "kysely";
import type { Tx } from "./tx.ts";

/** Stands in a statement for a value that comes with each call. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A value, or what stands for it; for a part of statements of both kinds. */
export type Given<T> = T | RawBuilder<T>;

/** For each value what stands for it, wherever Kysely takes one. */
type Slots<P> = { readonly [K in keyof P]-?: RawBuilder<P[K]> };

type Built<R> = { readonly compile: (tx: Tx) => CompiledQuery<R> };

/** Every name it is asked for is a slot. */
function slots<P>(): Slots<P> {
  const none: Slots<P> = Object.create(null);
  return new Proxy(none, { get: (_, name) => sql`${new Slot(String(name))}` });
}

/**
 * A statement whose text does not depend on its values: built and compiled at its first call, and only filled from then on
 * (0103). `build` therefore decides nothing by a value; it has none. Answers with the rows.
 *
 *     const NAME = prepared<{ id: string }>()((db, { id }) => db.selectFrom("kim.traeger").select("name").where("id", "=", id));
 *     const [row] = await NAME(tx, { id });
 */
export const prepared =
  <P extends object = object>() =>
  <R>(build: (db: Tx, slots: Slots<P>) => Built<R>): ((tx: Tx, values: P) => Promise<R[]>) => {
    let built: CompiledQuery<R> | undefined;
    return async (tx, values) => {
      built ??= build(tx, slots()).compile(tx);
      const parameters = built.parameters.map((p) => (p instanceof Slot ? Reflect.get(values, p.name) : p));
      return (await tx.executeQuery<R>({ ...built, parameters })).rows;
    };
  };

/**
 * Statements of several kinds, each of which asks the same whoever asks: built at the first call of its kind, and only filled from then
 * on. Where parts of it come from elsewhere and take texts, texts are what stands for its values while it is built; `values` says for
 * each of them what it is this time. As above, nothing is decided by a value; what else stands in it belongs to the kind.
 * @param most so many kinds are kept
 */
export function preparedKinds<R>(most: number) {
  const known = new Map<string, CompiledQuery<R>>();
  return async (tx: Tx, kind: string, values: ReadonlyMap<unknown, string>, build: () => Built<R>): Promise<R[]> => {
    if (known.size > most) known.clear();
    const built = known.get(kind) ?? build().compile(tx);
    known.set(kind, built);
    const filled = (p: unknown): unknown => (Array.isArray(p) ? p.map(filled) : (values.get(p) ?? p));
    return (await tx.executeQuery<R>({ ...built, parameters: built.parameters.map(filled) })).rows;
  };
}
