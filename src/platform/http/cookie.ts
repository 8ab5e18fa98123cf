/** `__Host-`: only over a secure (or loopback) connection, only this host, every path. */
export const COOKIE = "__Host-kim";

/** The session cookie's value, or "". */
export function cookieOf(header: string | undefined): string {
  const found = (header ?? "").split(/;\s*/).find((part) => part.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1) ?? "";
}

/** The `Set-Cookie` line; an empty value removes the cookie. It ends with the browser, the session with the server. */
export const setCookie = (value: string): string =>
  `${COOKIE}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${value === "" ? "; Max-Age=0" : ""}`;
