import type { Actor, Recht } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { Bereichsname, Eintrag } from "../model/bereiche.ts";
import type { Kopf } from "./eintrag.ts";

/** What is written into the row of an entry besides its data. */
export type Geschrieben = { readonly falsch: boolean; readonly version: number };

/** How the entries of an area are read, held against the lists, and written: one object an area, one command for all. */
export type Bereich<E> = {
  readonly name: Bereichsname;
  readonly lesen: Recht;
  readonly schreiben: Recht;
  /** What the log calls it: `person.lage_…`, or a subject of its own. */
  readonly gegenstand: "person" | "schutzbedarf";
  readonly read: (
    tx: Tx,
    actor: Actor,
    of: { readonly person: string } | { readonly id: string },
  ) => Promise<Eintrag<E>[]>;
  /** @throws Refused naming the field of which something ended was chosen; what the entry has already may stay */
  readonly refuse: (tx: Tx, e: E, before: E | undefined) => Promise<void>;
  readonly insert: (tx: Tx, at: { readonly kopf: Kopf; readonly key: DataKey }, e: E, actor: Actor) => Promise<void>;
  readonly update: (
    tx: Tx,
    at: { readonly kopf: Kopf; readonly key: DataKey },
    e: E,
    written: Geschrieben,
  ) => Promise<void>;
};
