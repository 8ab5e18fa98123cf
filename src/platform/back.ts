/** The list that a page was reached from, with its filter: carried in the address of everything below that list. */
const FROM = "liste";
/** What a list says or shows once is no part of where it stands. */
const ONCE = ["getan", "n", "formular"];

const ORIGIN = "http://kim.invalid";
const textOf = (url: URL): string => url.pathname + url.search;

/** The list that this address stands below or is, if it was filtered, sorted or paged; a path of ours, nothing else. */
function listOf(address: string, below: string): URL | undefined {
  const at = new URL(address, ORIGIN);
  const carried = at.searchParams.get(FROM);
  const list = new URL(carried ?? textOf(at), ORIGIN);
  if (list.origin !== ORIGIN) return undefined;
  for (const word of carried === null ? ONCE : []) list.searchParams.delete(word);
  return list.search !== "" && (below === list.pathname || below.startsWith(`${list.pathname}/`)) ? list : undefined;
}

/**
 * `href` as it is reached from the page at `address`: a page below a list remembers the list's filter, and the way back to
 * the list leads to what was seen there. Works without script and in several tabs, because it stands in the address.
 */
export function carried(address: string, href: string): string {
  const to = new URL(href, ORIGIN);
  const list = href.startsWith("/") ? listOf(address, to.pathname) : undefined;
  if (list === undefined || to.origin !== ORIGIN || to.searchParams.has(FROM)) return href;
  if (to.pathname !== list.pathname) to.searchParams.set(FROM, textOf(list));
  // Only the bare list is the way back to it; with words of its own the address asks for something else.
  else if (to.search === "" && new URL(address, ORIGIN).pathname !== list.pathname) return textOf(list);
  else return href;
  return textOf(to) + to.hash;
}
