import { randomBytes, timingSafeEqual } from "node:crypto";
import { keyedHash } from "../../../platform/tresor/hash.ts";

/**
 * A device somebody signed in with before. Its cookie is a random name and, for each account that got through the second factor
 * there, a signature of the name and the account's address; it says nothing about anybody. Attempts from it have a budget of
 * their own, so that no flood of strangers keeps its owner out.
 */
const DEVICE = /^([\w-]{22})((?:\.[\w-]{22}){1,5})$/;

/** More people seldom share a desk; who signed in longest ago goes. */
const MOST = 5;
const BYTES = 16;

const sign = (name: string, emailHash: Buffer): Buffer =>
  keyedHash("geraet", `${name}:${emailHash.toString("hex")}`).subarray(0, BYTES);

/** The name of a device on which this account signed in before; undefined for any other. */
export function knownDevice(cookie: string, emailHash: Buffer): string | undefined {
  const [, name = "", signatures = ""] = DEVICE.exec(cookie) ?? [];
  if (name === "") return undefined;
  const own = sign(name, emailHash);
  const known = signatures
    .slice(1)
    .split(".")
    .some((one) => timingSafeEqual(Buffer.from(one, "base64url"), own));
  return known ? name : undefined;
}

/** The cookie of a device on which this account signed in just now. */
export function rememberDevice(cookie: string, emailHash: Buffer): string {
  const [, name = randomBytes(BYTES).toString("base64url"), signatures = ""] = DEVICE.exec(cookie) ?? [];
  const own = sign(name, emailHash).toString("base64url");
  const others = signatures.split(".").filter((one) => one !== "" && one !== own);
  return [name, own, ...others.slice(0, MOST - 1)].join(".");
}
