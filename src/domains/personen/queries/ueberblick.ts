import type { Recht } from "../../../platform/actor.ts";
import type { sql } from "../../../platform/db.ts";
import type { Given } from "../../../platform/prepared.ts";
import type { DataKey } from "../../../platform/tresor.ts";

/**
 * What another room says about a person on her page. The page asks the database once for all rooms together: a room gives an
 * expression, and reads what came back. A room that is added costs the page no statement.
 */
export type Ueberblick = {
  /** Without this permission nothing of it is read. */
  readonly recht: Recht;
  /**
   * One JSON value about the person `p` of the statement (`p.kreis`), bounded in length whatever the history: of rows where
   * `person_id = ${OF_SAME}`, in an order with `EACH_OF_SAME`, because those merged into her are rows of their own. Sealed columns come
   * as `encode(…, 'base64')`. The statement is built once, so nothing but `heute` (ISO) says which day it is.
   */
  readonly json: (heute: Given<string>) => ReturnType<typeof sql<unknown>>;
  /** Reads the value; `key` opens what lies under the person's key, `keys` has that of everybody merged into her, by id. */
  readonly sagt: (json: unknown, at: BlickKeys) => Sagt;
  /** The section below, and where it leads; without it the room only adds to the head of the page. */
  readonly abschnitt?: {
    readonly titel: string;
    readonly href: (person: string) => string;
    /** What is begun there so often that it has a button here, and a key. */
    readonly neu?: Beginn;
  };
};

export type Beginn = {
  readonly label: string;
  readonly taste: string;
  readonly recht: Recht;
  readonly href: (person: string) => string;
};

export type BlickKeys = {
  readonly kreis: string;
  readonly key: DataKey;
  readonly keys: ReadonlyMap<string, DataKey>;
};

/** Whoever reads this has ten seconds. */
export type Sagt = {
  /** At most three short lines for the section. */
  readonly zeilen?: readonly string[];
  /** What cannot wait, a short sentence each. */
  readonly dringend?: readonly string[];
  readonly naechstes?: readonly Naechstes[];
};

/** What is to be done, and by which day (ISO). */
export type Naechstes = { readonly am: string; readonly was: string; readonly href?: string };

/** One room's word, as the page shows it. */
export type Gesagt = Sagt & Pick<Ueberblick, "abschnitt">;
