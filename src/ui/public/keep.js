/**
 * What the page showed before it was covered. It is out of the document: nobody sees it, and nothing typed in it is lost.
 * @typedef {{ body: HTMLElement, title: string, url: string, top: number, focus: Element | null }} Kept
 */

/** @type {Kept | undefined} */
let kept;

export const isKept = () => kept !== undefined;

/** The page itself, covered or not. */
export const page = () => kept?.body ?? document.body;

/** The account that it is shown to. */
export const konto = () => page().dataset["konto"] ?? "";

/** Whether it is for somebody who is signed in. */
export const signed = () => "sperreIn" in page().dataset;

/** Takes the page out of the document; `false` where there is nothing to take. */
export function keep() {
  if (kept || !signed()) return false;
  const { body, title, activeElement: focus } = document;
  kept = { body, title, url: location.href, top: scrollY, focus };
  document.title = "KIM";
  body.replaceWith(document.createElement("body"));
  return true;
}

/**
 * The answer to a form that was on its way when the page was covered takes its place.
 * @param {HTMLElement} body
 * @param {string} title
 * @param {string} url
 */
export const replaceKept = (body, title, url) => (kept = { body, title, url, top: 0, focus: null });

/** Puts the page back as it was. */
export function giveBack() {
  if (!kept) return;
  const { body, title, url, top, focus } = kept;
  kept = undefined;
  document.title = title;
  document.body.replaceWith(body);
  history.replaceState(null, "", url);
  scrollTo(0, top);
  if (focus instanceof HTMLElement) focus.focus();
}

/** Address of the page, covered or not. */
export const here = () => kept?.url ?? location.href;

/** @param {string} url */
export function moveKept(url) {
  if (kept) kept.url = url;
}
