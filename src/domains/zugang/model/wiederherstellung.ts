import { randomInt } from "node:crypto";
import { keyedHash } from "../../../platform/tresor/hash.ts";

/** Without letters and digits that look alike. 31 signs, 12 of them: about 59 bits. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 12;
const GROUP = /.{4}(?=.)/g;

export const CODES = 10;

/** Ten new recovery codes as they are shown: `ABCD-EFGH-JKMN`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: CODES }, () =>
    Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length)))
      .join("")
      .replace(GROUP, "$&-"),
  );

/**
 * What is stored of a code: a hash under the operator's key, for this account only. A slow hash is not needed for a random
 * code, and equality finds it in one atomic step.
 */
export const recoveryHash = (kontoId: string, code: string): Buffer =>
  keyedHash("wiederherstellung", `${kontoId}:${code.toUpperCase().replaceAll(/[^0-9A-Z]/g, "")}`);
