import { konto, signed } from "./keep.js";

/** When the server last heard from this account, from any tab of this browser. The session locks by it. */
let contact = Date.now();
const tabs = new BroadcastChannel("kim");

export const lastContact = () => contact;

/**
 * Tells the other tabs whether the session of an account is open. What another account does never counts for this one.
 * @param {boolean} open
 * @param {string} [who]
 */
export const tell = (open, who = konto()) => tabs.postMessage([who, open]);

export function heard() {
  contact = Date.now();
  document.dispatchEvent(new Event("kim:kontakt"));
}

tabs.addEventListener("message", ({ data: [who, open] }) => {
  const own = open && who === konto();
  if (own) heard();
  document.dispatchEvent(new Event(own ? "kim:wir" : "kim:andere"));
});

/** States of a server that is starting or too busy: the same request may succeed soon. */
const PAUSE = new Set([502, 503, 504]);

/**
 * Asks the server for the account that the page is shown to. `undefined`: it could not be reached; the request may or may not
 * have had its effect.
 * @param {string | URL} url
 * @param {RequestInit} [init]
 * @returns {Promise<Response | undefined>}
 */
export async function request(url, init = {}) {
  try {
    const signal = AbortSignal.timeout(30_000);
    const response = await fetch(url, { ...init, signal, headers: { "X-Konto": konto() } });
    return PAUSE.has(response.status) ? undefined : response;
  } catch {
    return undefined;
  }
}

/**
 * The same as a sign of life, heard in every tab. 401: the session of this page is locked, over, or somebody else's.
 * @param {string | URL} url
 * @param {RequestInit} [init]
 */
export async function ask(url, init) {
  const response = await request(url, init);
  if (response?.status === 401) document.dispatchEvent(new Event("kim:weg"));
  else if (response && signed()) {
    heard();
    tell(true);
  }
  return response;
}

/** @param {string | undefined} url */
export const post = (url, body = new URLSearchParams(), send = ask) => send(url ?? "", { method: "POST", body });

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
