const MAX_LENGTH = 2000;

/** Only for reading the path; nothing ever goes there. */
const SELF = "http://kim.invalid";

/**
 * Where somebody wanted to go before signing in, if that is a page of ours; else the start. An address that leads
 * elsewhere (`//boese.example`, `/\boese.example`, `https:…`) never comes through: what the browser would make of it is
 * asked of the same URL parser.
 */
export function ownPath(text: string): string {
  if (!text.startsWith("/") || text.length > MAX_LENGTH || !URL.canParse(text, SELF)) return "/";
  const { origin, pathname, search } = new URL(text, SELF);
  // `/.//boese.example` is a path here, and `//boese.example` what is left of it.
  return origin === SELF && !pathname.startsWith("//") ? pathname + search : "/";
}

/** Where somebody goes whose session is locked or gone. */
export function signInPath(stand: "gesperrt" | "abgelaufen" | "unbekannt", next: string): string {
  const weiter = ownPath(next);
  const query = new URLSearchParams({
    ...(stand === "abgelaufen" ? { grund: "abgelaufen" } : {}),
    ...(weiter === "/" ? {} : { weiter }),
  }).toString();
  const path = stand === "gesperrt" ? "/sperre" : "/anmelden";
  return query === "" ? path : `${path}?${query}`;
}
