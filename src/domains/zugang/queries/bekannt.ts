import type { Actor } from "../../../platform/actor.ts";
import { dayOf } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { prepared } from "../../../platform/prepared.ts";
import { tokenHash } from "../../../platform/token.ts";
import type { Zeiten } from "../model/sitzung.ts";

/** What a session says of its account. */
export type Wer = {
  readonly actor: Actor;
  readonly name: string;
  /** Names of the roles that are valid today. */
  readonly rollen: readonly string[];
  /** Träger and, where there is one, Standort. */
  readonly ort: string;
  readonly kreisName: string;
  /** Whether shortcuts of one key are on; they are until switched off. */
  readonly tasten: boolean;
  /** Somebody else renewed the way in, and this person has not been told yet. */
  readonly erneuert: boolean;
  /** Somebody else opened this person's files to a third, and she or he has not been told yet. */
  readonly neueVertretung: boolean;
};

/** The version of the accounts of a Kreis (db/code/zugang.sql); null: it has none, and nothing is kept. */
export const FASSUNG = sql<string | null>`(select z.fassung::text from kim.zugang_stand z where z.kreis = s.kreis)`;

/** The day by which the database says for whom somebody stands in. */
export const HEUTE = sql<string>`zustaendigkeit.heute()`;

/** What a request has to read of a session in any case: whether it is open, whose it is, and whether what is kept of her still holds. */
export type Opened = Zeiten & {
  readonly kreis: string;
  readonly sitzungId: string;
  readonly stand: string;
  readonly kontoId: string;
  readonly fassung: string | null;
  readonly heute: string;
};

const OPENED = prepared<{ readonly token: Buffer }>()((db, { token }) =>
  db
    .selectFrom("kim.sitzung as s")
    .select(["s.kreis", "s.id as sitzungId", "s.stand", "s.angelegt", "s.zuletzt", "s.konto_id as kontoId"])
    .select([FASSUNG.as("fassung"), HEUTE.as("heute")])
    .where("s.token_hash", "=", token),
);

/** The session of a cookie, whatever its state and that of its account; undefined for unknown ones. */
export const openedWith = async (tx: Tx, cookie: string): Promise<Opened | undefined> =>
  (await OPENED(tx, { token: tokenHash(cookie) }))[0];

/** So many accounts are kept, those that asked last. */
const MOST = 2000;
const kept = new Map<string, { readonly under: string; readonly wer: Wer }>();

type Account = Pick<Opened, "kreis" | "kontoId" | "fassung" | "heute">;

const keyOf = ({ kreis, kontoId }: Account): string => `${kreis} ${kontoId}`;
/** Roles begin and end by the day of the program, standing in by that of the database. */
const underOf = ({ fassung, heute }: Account, at: Date): string => `${fassung} ${heute} ${dayOf(at)}`;

/**
 * What the process knows of an account, as of now: it was read under the version that the database just said. Who changes anything
 * of it gives its Kreis another one in the same transaction, and what was kept is not found any more (0108).
 */
export function known(account: Account, at: Date): Wer | undefined {
  const key = keyOf(account);
  const found = kept.get(key);
  if (account.fassung === null || found === undefined) return undefined;
  kept.delete(key);
  if (found.under !== underOf(account, at)) return undefined;
  kept.set(key, found);
  return found.wer;
}

/** Keeps it. `account`: read in one statement with `wer`. */
export function keep(account: Account, at: Date, wer: Wer): void {
  if (account.fassung === null) return;
  kept.set(keyOf(account), { under: underOf(account, at), wer });
  for (const [oldest] of kept) if (kept.size > MOST) kept.delete(oldest);
}
