import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { inTurn } from "./in-turn.ts";

/**
 * Argon2id with 46 MiB, 2 passes, 1 lane: above both of OWASP's equal minimums (46 MiB/1, 19 MiB/2). About 35 ms on one
 * core. The parameters stand in every hash, so they can be raised any time; `isWeak` finds the old ones at sign-in.
 */
const COST = { memoryCost: 47_104, timeCost: 2, parallelism: 1 } as const;

/** One core stays free for those who are signed in already. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));
const WAITING = 20;

let done = 0;

/** How many passwords were hashed since the start of the process; for the metrics and the tests of the brakes. */
export const hashesDone = (): number => done;

/**
 * The gate in front of every password check. Hashing is made to be slow, so that only a few may run and wait at once;
 * otherwise a flood of sign-ins would stop the work of everybody else. Nothing was counted for who is sent away.
 * @throws TooManyWaiting
 */
export const inHashTurn = inTurn(AT_ONCE, WAITING);

/** The same for whoever is known already – an open session, a device of before – so that no flood stands in their way. */
export const inKnownHashTurn = inTurn(1, WAITING);

/** The same text typed on another keyboard may be composed differently; it is the same password. */
const bytesOf = (password: string): string => password.normalize("NFC");

/** Hashes a password. Call it inside of `inHashTurn`. */
export async function hashPassword(password: string): Promise<string> {
  done += 1;
  return hash(bytesOf(password), COST);
}

let dummy: Promise<string> | undefined;

/**
 * Whether a password belongs to a hash. Without a hash (unknown account) the same work is done on a dummy, so that the
 * time of the answer tells nothing. Call it inside of `inHashTurn`.
 */
export async function verifyPassword(hashed: string | undefined, password: string): Promise<boolean> {
  dummy ??= hash(randomBytes(16), COST);
  const against = hashed ?? (await dummy);
  done += 1;
  const right = await verify(against, bytesOf(password));
  return right && hashed !== undefined;
}

/** Whether a hash was made with less effort than today's. */
export function isWeak(hashed: string): boolean {
  const { memoryCost, timeCost } = parseOptions(hashed);
  return memoryCost * timeCost < COST.memoryCost * COST.timeCost || memoryCost < COST.memoryCost;
}
