import { isSignedOut, parse, show } from "./answer.js";
import { ask } from "./server.js";

const EVERY = 1500;
/** Whoever went away is not held signed in by a page that looks again and again. */
const LONGEST = 20 * 60 * 1000;

let since = Date.now();

/** Looks again at a page on which something goes on by itself, and shows it whole as soon as that is over. */
async function look() {
  const old = document.querySelector("[data-nachsehen]");
  if (!old || document.hidden || Date.now() - since > LONGEST) return;
  const address = location.href;
  const response = await ask(address);
  // A server that fails for the moment says nothing about what goes on there.
  if (!response || response.status >= 500 || location.href !== address || !old.isConnected) return;
  const page = parse(await response.text());
  if (isSignedOut(response, page)) return location.assign(response.url);
  const fresh = page.querySelector("[data-nachsehen]");
  if (!fresh) return show(response, page);
  const inside = old.contains(document.activeElement);
  old.replaceWith(fresh);
  if (inside) fresh.querySelector("a")?.focus();
}

/** @returns {Promise<void>} */
async function again() {
  await look().catch(() => undefined);
  setTimeout(again, EVERY);
}

export function watchProgress() {
  document.addEventListener("kim:seite", () => (since = Date.now()));
  setTimeout(again, EVERY);
}
