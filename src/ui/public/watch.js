// Looks again at a page on which something goes on by itself; loaded by the first such page.
import { ask, parse, show } from "./kim.js";

const EVERY = 1500;
/** Whoever went away is not held signed in by a page that looks again and again. */
const LONGEST = 20 * 60 * 1000;

let since = Date.now();

/** Shows the page whole as soon as it is over. */
async function look() {
  const old = document.querySelector("[data-nachsehen]");
  if (!old || document.hidden || Date.now() - since > LONGEST) return;
  const address = location.href;
  const response = await ask(address);
  // A server that fails for the moment says nothing about what goes on there.
  if (!response || response.status === 401 || response.status >= 500) return;
  if (location.href !== address || !old.isConnected) return;
  const page = parse(await response.text());
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

document.addEventListener("kim:seite", () => (since = Date.now()));
setTimeout(again, EVERY);
