/** `__Host-`: only over a secure (or loopback) connection, only this host, every path. */
export const COOKIE = "__Host-kim";
/** Recognises a device on which somebody signed in before; says nothing about who. */
const DEVICE_COOKIE = "__Host-kim-geraet";

const DEVICE_DAYS = 180;

/** The value of a cookie, or "". */
function valueOf(header: string | undefined, name: string): string {
  const found = (header ?? "").split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? "";
}

/** The session cookie's value, or "". */
export const cookieOf = (header: string | undefined): string => valueOf(header, COOKIE);

/** The device cookie's value, or "". */
export const deviceOf = (header: string | undefined): string => valueOf(header, DEVICE_COOKIE);

const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** The `Set-Cookie` line; an empty value removes the cookie. It ends with the browser, the session with the server. */
export const setCookie = (value: string): string =>
  `${COOKIE}=${value}; ${ATTRIBUTES}${value === "" ? "; Max-Age=0" : ""}`;

/** The `Set-Cookie` line of the device. */
export const setDevice = (value: string): string =>
  `${DEVICE_COOKIE}=${value}; ${ATTRIBUTES}; Max-Age=${DEVICE_DAYS * 24 * 3600}`;
