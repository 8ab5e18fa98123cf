import { clock, hideBar, showBar } from "./announce.js";
import { saveDrafts } from "./draft.js";
import { ask, isLocked, lastContact, pause } from "./server.js";

let locking = false;

/** Milliseconds of the page's lock, undefined where nobody is signed in. */
function limits() {
  const { sperreIn, sperreWarnung, sperreJetzt, sperreUrl, sperreVerlaengern } = document.body.dataset;
  if (!sperreIn || !sperreUrl) return undefined;
  const after = Number(sperreIn) * 1000;
  const warn = Number(sperreWarnung) * 1000;
  return { after, warn, now: sperreJetzt ?? "", page: sperreUrl, extend: sperreVerlaengern ?? "" };
}

/** Tells the server that somebody is here. */
async function extend() {
  const response = await ask(limits()?.extend ?? "", { method: "POST", body: new URLSearchParams() });
  if (response && isLocked(response)) await lock();
}

function check() {
  const limit = limits();
  if (!limit || locking) return;
  const end = lastContact() + limit.after;
  if (Date.now() >= end) lock();
  else if (Date.now() >= end - limit.warn) warn(end);
}

/**
 * No countdown: it would be read out all the time, and hurries nobody who is not there.
 * @param {number} end
 */
function warn(end) {
  if (document.querySelector('.bar[data-grund="sperre"]')) return;
  const button = document.createElement("button");
  const label = document.createElement("span");
  label.className = "kern-label";
  label.textContent = "Angemeldet bleiben";
  button.type = "button";
  button.className = "kern-btn kern-btn--secondary small";
  button.append(label);
  button.addEventListener("click", extend);
  const text = `Um ${clock(new Date(end))} Uhr wird die Sitzung gesperrt. Ihre Eingaben bleiben erhalten.`;
  showBar("sperre", text, button);
}

/** Covers the page at once, and leaves it as soon as the drafts are safe. Saving them was a sign of life: so it locks. */
async function lock() {
  const limit = limits();
  if (!limit || locking) return;
  locking = true;
  document.body.classList.add("locked");
  hideBar("sperre");
  while (!((await saveDrafts()) && (await ask(limit.now, { method: "POST", body: new URLSearchParams() })))) {
    showBar("sperre", "Gesperrt. Der Server ist nicht erreichbar; Ihre Eingaben bleiben hier stehen.");
    await pause(5000);
  }
  location.assign(`${limit.page}?weiter=${encodeURIComponent(location.pathname + location.search)}`);
}

/** Working without sending anything counts as well; the server hears of it now and then. */
function onActivity() {
  const limit = limits();
  if (limit && !locking && Date.now() - lastContact() > limit.after / 4) extend();
}

setInterval(check, 1000);
document.addEventListener("visibilitychange", check);
document.addEventListener("kim:kontakt", () => {
  hideBar("sperre");
  hideBar("anmelden");
});
document.addEventListener("keydown", onActivity);
document.addEventListener("pointerdown", onActivity);
addEventListener("pageshow", (event) => {
  if (event.persisted) locking = false;
});
