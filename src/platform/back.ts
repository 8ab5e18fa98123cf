/** The list that a page was reached from, with its filter: carried in the address of everything below that list. */
const FROM = "liste";
/** What a list says or shows once is no part of where it stands. */
const ONCE = ["getan", "n", "formular"];

const ORIGIN = "http://kim.invalid";
const textOf = (url: URL): string => url.pathname + url.search;

/** The list that this address stands below or is, if it was filtered, sorted or paged; a path of ours, nothing else. */
function listOf(at: URL): URL | undefined {
  const carried = at.searchParams.get(FROM);
  const list = new URL(carried ?? textOf(at), ORIGIN);
  if (list.origin !== ORIGIN) return undefined;
  for (const word of carried === null ? ONCE : []) list.searchParams.delete(word);
  return list.search === "" ? undefined : list;
}

/**
 * How a link is written on the page at `address`: a page below a list remembers the list's filter, and the way back to the list
 * leads to what was seen there. Works without script and in several tabs, because it stands in the address. Which list it is
 * is found once; a page has a hundred links.
 */
export function carrying(address: string): (href: string) => string {
  // Neither a filter nor a list to come from.
  if (!address.includes("?")) return (href) => href;
  const at = new URL(address, ORIGIN);
  const list = listOf(at);
  if (list === undefined) return (href) => href;
  return (href) => {
    if (!href.startsWith("/")) return href;
    const to = new URL(href, ORIGIN);
    const isBelow = to.pathname === list.pathname || to.pathname.startsWith(`${list.pathname}/`);
    if (!isBelow || to.origin !== ORIGIN || to.searchParams.has(FROM)) return href;
    if (to.pathname !== list.pathname) to.searchParams.set(FROM, textOf(list));
    // Only the bare list is the way back to it; with words of its own the address asks for something else.
    else if (to.search === "" && at.pathname !== list.pathname) return textOf(list);
    else return href;
    return textOf(to) + to.hash;
  };
}

/** One link of the page at `address`. */
export const carried = (address: string, href: string): string => carrying(address)(href);
