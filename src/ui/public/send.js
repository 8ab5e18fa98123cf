import { AWAY, announce, hideBar, showBar } from "./announce.js";
import { isPage, parse, show } from "./answer.js";
import { hasUnsaved, resumeDraft, saveDrafts, stopDraft } from "./draft.js";
import { lock } from "./lock.js";
import { fieldsOf, pause, post } from "./server.js";

/** Forms on their way. A second press does nothing. @type {Set<HTMLFormElement>} */
const underway = new Set();

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
const addressOf = (form, submitter) => submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";

/**
 * Sends a form and does not give up: the server may restart meanwhile. The idempotency key goes along every time, so it
 * has one effect. Until there is an answer nothing can be changed, as that would not arrive.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
async function send(form, submitter) {
  const body = fieldsOf(form, submitter);
  const url = addressOf(form, submitter);
  const focused = document.activeElement;
  form.inert = true;
  await stopDraft(form);
  let response = await post(url, body);
  for (let wait = 1000; !response; wait = Math.min(wait * 2, 15_000)) {
    showBar("netz", AWAY);
    await pause(wait);
    response = await post(url, body);
  }
  hideBar("netz");
  form.inert = false;
  if (focused instanceof HTMLElement) focused.focus();
  const from = location.pathname;
  await receive(form, response);
  if (response.redirected && location.pathname === from) stay(form, submitter);
}

/**
 * A button that stands alone is often pressed again: an item that moves up moves on. Where the page that follows is the same
 * one, the focus stays on it, or on the other button of its item.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
function stay(form, submitter) {
  if (form.querySelector(".in, label")) return;
  const there = [...document.querySelectorAll("button")].filter((button) => button.form?.action === form.action);
  (there.find(({ textContent }) => textContent === submitter?.textContent) ?? there[0])?.focus();
}

/**
 * @param {HTMLFormElement} form
 * @param {Response} response
 */
async function receive(form, response) {
  if (response.status === 401) return resumeDraft(form);
  if (!isPage(response)) return location.assign(response.url);
  const page = parse(await response.text());
  if (response.ok || page.querySelector("main form")) {
    show(response, page);
    const again = response.ok ? null : document.querySelector("form:has(#fehler)");
    if (again instanceof HTMLFormElement) resumeDraft(again);
    return;
  }
  // An error page without a form would throw away what was typed: only its words are shown, all of them.
  const words = [...page.querySelectorAll("main p")].map((p) => p.textContent);
  const [what = "Das hat nicht geklappt.", ...more] = words;
  showBar("fehler", [what, "Ihre Eingaben stehen noch hier.", ...more].join(" "));
  resumeDraft(form);
}

const away = () => showBar("fehler", "Server nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.");

/** @param {SubmitEvent} event */
async function onSubmit(event) {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  const locks = addressOf(form, submitter).startsWith(document.body.dataset["sperreJetzt"] ?? "?");
  if (locks) lock();
  if (locks || underway.has(form)) return event.preventDefault();
  const part = submitter?.dataset["teil"] ?? form.dataset["teil"];
  const native = form.method !== "post" || "nativ" in form.dataset || form.enctype === "multipart/form-data";
  if (!part && native) return leave(event, form, submitter);
  event.preventDefault();
  underway.add(form);
  hideBar("fehler");
  try {
    await (part
      ? import("./part.js").then((file) => file.exchange(form, submitter, part, addressOf(form, submitter)), away)
      : send(form, submitter));
  } finally {
    underway.delete(form);
  }
}

/**
 * A form that the browser sends itself, such as signing out: drafts go first, while the session is still there.
 * @param {SubmitEvent} event
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
async function leave(event, form, submitter) {
  if (form.method !== "post") return;
  underway.add(form);
  setTimeout(() => underway.delete(form), 3000);
  if (!hasUnsaved()) return;
  event.preventDefault();
  await saveDrafts();
  underway.delete(form);
  if (!hasUnsaved()) form.requestSubmit(submitter);
  else showBar("fehler", "Ihr Entwurf ist noch nicht gesichert. Bitte versuchen Sie es gleich noch einmal.");
}

export function watchForms() {
  document.addEventListener("submit", onSubmit);
  addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[inert]")) event.preventDefault();
  });
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-zeigen]") : null;
    const does = button?.getAttribute("data-tut");
    if (does === "print") return print();
    const field = document.getElementById(button?.getAttribute("data-zeigen") ?? "");
    if (!button || !(field instanceof HTMLInputElement)) return;
    if (button.matches("[data-kalender]")) return import("./calendar.js").then((calendar) => calendar.open(field));
    if (does) {
      field.select();
      button.children[0]?.replaceChildren("Kopiert");
      announce("Kopiert");
      return navigator.clipboard.writeText(field.value);
    }
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.children[0]?.replaceChildren(shown ? "Anzeigen" : "Verbergen");
  });
}
