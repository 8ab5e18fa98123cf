// Loaded by the first form that exchanges only a part of its page.
import { announce, ask, fieldsOf, parse, rename, show, showBar } from "./kim.js";

/**
 * Sends a form and exchanges one element of the page for its twin in the answer. The address follows a filter, so that
 * it can be bookmarked.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 * @param {string} selector
 * @param {string} action
 */
export async function exchange(form, submitter, selector, action) {
  const fields = fieldsOf(form, submitter);
  const url = new URL(action, location.href);
  const reads = form.method === "get";
  if (reads) url.search = String(filled(fields));
  const response = await ask(url, reads ? {} : { method: "POST", body: fields });
  if (!response) return showBar("fehler", "Server nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.");
  if (response.status === 401) return;
  const page = parse(await response.text());
  const fresh = page.querySelector(selector);
  const old = document.querySelector(selector);
  if (!fresh || !old || !response.ok) return reads ? location.assign(response.url) : show(response, page);
  const focused = old.contains(document.activeElement) ? document.activeElement?.id : "";
  old.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.focus();
  if (reads) rename(response.url);
  const count = (fresh.matches("[data-treffer]") ? fresh : fresh.querySelector("[data-treffer]"))?.textContent;
  if (count) announce(count);
}

/** The last question of each form: an answer to an earlier one says nothing any more. @type {WeakMap<HTMLFormElement, symbol>} */
const asked = new WeakMap();

/**
 * Asks about what is typed so far and shows what the answer says in its place. Nothing else changes: an answer that fails is none.
 * @param {HTMLFormElement} form with both attributes of `asks`, of which a field was left changed
 * @param {() => Promise<unknown>} keep saves what is typed: whoever follows what the answer offers finds it there
 */
export async function consult(form, keep) {
  const { fragt: action, antwort: selector } = form.dataset;
  if (!action || !selector) return;
  const question = Symbol();
  asked.set(form, question);
  const url = new URL(action, location.href);
  const [response] = await Promise.all([ask(url, { method: "POST", body: fieldsOf(form, null) }), keep()]);
  if (!response?.ok) return;
  const page = parse(await response.text());
  // The last that is waited for: meanwhile the form may have been sent, and its answer have the place and the focus.
  if (asked.get(form) !== question || !form.isConnected) return;
  const fresh = page.querySelector(selector);
  const old = document.querySelector(selector);
  if (!fresh || !old || fresh.innerHTML === old.innerHTML) return;
  old.replaceWith(fresh);
  const heading = fresh.querySelector("h2")?.textContent;
  if (heading) announce(heading);
}

/**
 * Without empty fields, so that the address says only what is set.
 * @param {URLSearchParams} fields
 */
const filled = (fields) => new URLSearchParams([...fields].filter(([, value]) => value !== ""));
