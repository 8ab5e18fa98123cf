import type { Actor } from "../../src/platform/actor.ts";
import type { Beratungsstelle } from "../support/beratungsstelle.ts";
import type { TestDatabase } from "../support/db.ts";

/** Who sits at the browser, and how far they got with signing in. */
export type Wer =
  | "niemand"
  | "beraterin"
  | "neue"
  | "mukis"
  | "leitung"
  | "administration"
  | "neuerKreis"
  | "dezernat"
  | "koordination"
  | "datenschutz"
  | "abh"
  | "nebenan"
  | "erneuert"
  | "wartet"
  | "erstmals"
  | "gesperrt";

/** One page in one state: who looks, and at which address. `:word` stands for a record of the `Bestand`. */
export type Besuch = {
  readonly wer: Wer;
  readonly path: string;
  /** The status of the page; 200 where nothing is said. */
  readonly status?: number;
  /** Looked at only; forms of the route are sent from another state. */
  readonly forms?: false;
};

/** Every GET route of a room with the states it has: filled, empty, after something was done, gone. */
export type Wege = Readonly<Record<string, readonly Besuch[]>>;

/** What stands in addresses for `:id` and the like, by the word in the site map or the kind of record. */
export type Ids = Readonly<Record<string, string>>;

/** Where a room makes its records. */
export type Ort = {
  readonly db: TestDatabase;
  readonly stelle: Beratungsstelle;
  readonly actorOf: (wer: Wer) => Actor;
  /** What the rooms named under `after` have made. */
  readonly ids: Ids;
};

/** The test inventory of one room: `export const probe` of `tests/proben/<room>.ts`. */
export type Probe = {
  readonly wege: Wege;
  /** Addresses that answer with a file instead of a page; the room tests them. */
  readonly dateien?: readonly string[];
  /** Which kind of record stands at `:id`, by the beginning of the address. */
  readonly arten?: Readonly<Record<string, string>>;
  /** Beginnings of addresses under which only the employer's own people find anything. */
  readonly akten?: readonly string[];
  /** Rooms whose records must be there before. */
  readonly after?: readonly string[];
  /** Makes the records; their ids. */
  readonly make?: (ort: Ort) => Promise<Ids>;
  /** What would be in the way of other rooms while they make theirs: made when all of them are ready. */
  readonly zuletzt?: (ort: Ort) => Promise<Ids>;
};

export const besuch =
  (wer: Wer) =>
  (path: string): Besuch => ({ wer, path });
/** One more state of a page whose forms were sent already. */
export const nur = (wer: Wer, path: string): Besuch => ({ wer, path, forms: false });
