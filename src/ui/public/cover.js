// What stands in place of a page whose session is locked, over or somebody else's: loaded when that happens. The page comes
// from the server, and its forms are sent from here, so that what was covered is still there when its owner is back.

import {
  clock,
  cover,
  fieldsOf,
  focusFirst,
  giveBack,
  heard,
  here,
  hideBar,
  isKept,
  konto,
  page,
  parse,
  post,
  request,
  showBar,
  tell,
} from "./kim.js";

/** Where the server says what is to be shown instead of the page. */
function lockPage() {
  const { pathname, search } = new URL(here());
  return `${page().dataset["sperreUrl"]}?weiter=${encodeURIComponent(pathname + search)}`;
}

/**
 * Shows an answer in place of what is covered; gives the page back as soon as its owner is here.
 * @param {Response} response
 */
async function receive(response) {
  // Somebody else has signed in here, and the way went on to a page that is not for the one that is covered.
  if (response.status === 401) return void (await settle());
  const answer = parse(await response.text());
  if (!isKept()) return;
  if (response.status === 204 || "sperreIn" in answer.body.dataset) {
    giveBack();
    hideBar("sperre");
    heard();
    return tell(true);
  }
  document.title = answer.title;
  document.body.replaceWith(answer.body);
  history.replaceState(null, "", response.url);
  focusFirst();
}

/**
 * Asks the server what is to be shown: the lock, the sign-in, that somebody else is here, or the page itself again.
 * `false`: the server is not there.
 */
export async function settle() {
  const response = await request(lockPage());
  if (response) await receive(response);
  return response !== undefined;
}

/**
 * Sends a form of what stands in place of the page.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
async function send(form, submitter) {
  const body = fieldsOf(form, submitter);
  const response = await post(form.action, body, request);
  if (!response) return showBar("netz", "Server nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.");
  const who = body.get("_konto");
  if (who && who !== konto()) tell(false, who);
  await receive(response);
}

document.addEventListener(
  "submit",
  (event) => {
    if (!isKept() || !(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    send(event.target, event.submitter);
  },
  true,
);

// A link to another step of signing in leads there, and what is covered stays behind it.
document.addEventListener("click", async (event) => {
  const { target } = event;
  const link = isKept() && target instanceof Element ? target.closest("a[href^='/anmelden']") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  const response = await request(link.href);
  if (response) await receive(response);
});

/** @param {Element} field */
function isChanged(field) {
  if (field instanceof HTMLSelectElement) return [...field.options].some((o) => o.selected !== o.defaultSelected);
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

/** Whether somebody is in the middle of something on this page. */
const isTyping = () =>
  [...document.querySelectorAll("main form")].some(
    (form) => form instanceof HTMLFormElement && form.method === "post" && [...form.elements].some(isChanged),
  );

/**
 * The session is not there, and nobody said so in this browser. Whoever types keeps the form in sight and is asked to sign in;
 * everything else is covered, and whatever it is where somebody else signed in.
 */
export async function gone() {
  const response = await request(lockPage());
  if (!response || response.status === 204 || isKept()) return;
  if (response.status === 409 || !isTyping()) return cover();
  const link = document.createElement("a");
  link.href = lockPage();
  link.target = "_blank";
  link.textContent = "Anmelden (neuer Tab)";
  const what = new URL(response.url).pathname === page().dataset["sperreUrl"] ? "gesperrt" : "beendet";
  showBar(
    "anmelden",
    `Ihre Sitzung ist ${what}. Ihre Eingaben bleiben hier stehen, sind aber nicht gespeichert. Können Sie sich nicht mehr anmelden, kopieren Sie sie.`,
    link,
    button("Hier anmelden", "tertiary", cover),
  );
}

/**
 * @param {string} text
 * @param {string} kind
 * @param {() => unknown} press
 */
function button(text, kind, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `kern-btn kern-btn--${kind} small`;
  made.append(Object.assign(document.createElement("span"), { className: "kern-label", textContent: text }));
  made.addEventListener("click", press);
  return made;
}

/**
 * Says that the session is about to be locked. No countdown: it would be read out all the time, and hurries nobody who is not
 * there.
 * @param {number} end
 */
export function warn(end) {
  if (document.querySelector('.bar[data-grund="sperre"]')) return;
  const text = `Um ${clock(new Date(end))} Uhr wird die Sitzung gesperrt. Ihre Eingaben bleiben erhalten.`;
  showBar(
    "sperre",
    text,
    button("Angemeldet bleiben", "secondary", () => post(page().dataset["sperreVerlaengern"])),
  );
}
