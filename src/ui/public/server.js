/** When the server last heard from this browser, from any tab. The session locks by it. */
let contact = Date.now();
const tabs = new BroadcastChannel("kim");
tabs.addEventListener("message", heard);
if ("sperreIn" in document.body.dataset) tabs.postMessage("gehört");

export const lastContact = () => contact;

function heard() {
  contact = Date.now();
  document.dispatchEvent(new Event("kim:kontakt"));
}

/**
 * Whether the server sent us to where a password is asked for.
 * @param {Response} response
 */
export const isLocked = ({ redirected, url }) =>
  redirected && new URL(url).pathname === document.body.dataset["sperreUrl"];

/** States of a server that is starting or too busy: the same request may succeed soon. */
const PAUSE = new Set([502, 503, 504]);

/**
 * Asks the server. `undefined`: it could not be reached; the request may or may not have had its effect.
 * @param {string | URL} url
 * @param {RequestInit} [init]
 * @returns {Promise<Response | undefined>}
 */
export async function ask(url, init = {}) {
  try {
    const signal = AbortSignal.timeout(30_000);
    const response = await fetch(url, { ...init, signal, headers: { "X-Requested-With": "kim" } });
    if (PAUSE.has(response.status)) return undefined;
    if (!isLocked(response)) {
      heard();
      tabs.postMessage("gehört");
    }
    return response;
  } catch {
    return undefined;
  }
}

/**
 * Waits, but not longer than until the network is back.
 * @param {number} ms
 * @returns {Promise<void>}
 */
export const pause = (ms) =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
  });

/**
 * The fields of a form as the browser would send them.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} [submitter]
 */
export function fieldsOf(form, submitter) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === "string") fields.append(name, value);
  }
  return fields;
}
