import { isKept, moveKept, replaceKept } from "./keep.js";

/** Address that the page on the screen belongs to, without fragment. */
let shown = location.pathname + location.search;

/** @param {Response} response */
export const isPage = (response) => response.headers.get("content-type")?.startsWith("text/html") ?? false;

/** @param {string} html */
export const parse = (html) => new DOMParser().parseFromString(html, "text/html");

/** @param {Document} page */
const scriptOf = (page) => page.querySelector("script")?.getAttribute("src");

/**
 * Changes the address without loading, for a filter or a draft.
 * @param {string | URL} url
 */
export function rename(url) {
  if (isKept()) return moveKept(String(url));
  history.replaceState(null, "", url);
  shown = location.pathname + location.search;
}

/**
 * Shows an answered page in place of this one, as if the browser had gone there.
 * @param {Response} response
 * @param {Document} page
 */
export function show(response, page) {
  if (isKept()) return replaceKept(page.body, page.title, response.url);
  // A new version of the product came meanwhile: its scripts have to be loaded.
  if (scriptOf(page) !== scriptOf(document)) return location.assign(response.url);
  document.body.replaceWith(page.body);
  if (response.redirected) {
    if (response.url !== location.href) history.pushState(null, "", response.url);
    rename(response.url);
  }
  // Afterwards: the history notes it for the address that is shown.
  document.title = page.title;
  scrollTo(0, 0);
  document.dispatchEvent(new Event("kim:seite"));
  focusFirst();
}

/** What has the focus on a new page: the error summary, the field that asks for it, or the content. */
export function focusFirst() {
  const wanted = [...document.querySelectorAll("[autofocus]"), ...document.querySelectorAll("main")];
  for (const element of wanted) {
    if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue;
    return element.focus();
  }
}

/** Back and forward between pages that were shown without loading load them. */
export function watchHistory() {
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) location.reload();
  });
}
