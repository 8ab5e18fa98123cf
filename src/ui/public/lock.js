import { AWAY, hideBar, showBar } from "./announce.js";
import { saveDrafts } from "./draft.js";
import { isKept, keep, page, signed } from "./keep.js";
import { lastContact, pause, post, request, tell } from "./server.js";

let failed = 0;

/**
 * What is rarely needed comes from a file of its own, fetched when it is. Nothing comes of it where that did not arrive.
 * @template T
 * @param {(cover: typeof import("./cover.js")) => T} use
 */
const withCover = (use) => import("./cover.js").then(use, () => void failed++);

/** @returns {Promise<void>} */
function away() {
  showBar("sperre", `Gesperrt. ${AWAY}`);
  return pause(5000);
}

/** Covers the page at once, and shows what the server says is to be shown. */
export async function cover() {
  keep();
  if (!isKept() || (await withCover((file) => file.settle()))) return;
  await away();
  // The server is there, its file is not: it has been renewed since.
  if (failed > 2 && (await request(page().dataset["sperreUrl"] ?? ""))) location.reload();
  cover();
}

/** Milliseconds that the session stays open without activity; NaN where nobody is signed in, or the page is covered. */
const limit = () => Number(document.body.dataset["sperreIn"]) * 1000;

/** How often a page in sight asks whether its session is still there: nobody tells it what happens elsewhere. */
const EVERY = 60_000;
let looked = Date.now();

function look() {
  if (document.hidden || !signed() || isKept()) return;
  looked = Date.now();
  withCover((file) => file.gone());
}

function check() {
  const end = lastContact() + limit();
  const left = end - Date.now();
  if (left <= 0) lock();
  else if (left <= Number(document.body.dataset["sperreWarnung"]) * 1000) withCover((file) => file.warn(end));
  if (Date.now() - looked > EVERY) look();
}

/** Covers the page, and locks as soon as the drafts are safe. Saving them is a sign of life, so it locks afterwards. */
export async function lock() {
  if (!keep()) return;
  while (!((await saveDrafts()) && (await post(page().dataset["sperreJetzt"], undefined, request)))) await away();
  tell(false);
  cover();
}

/** Working without sending anything counts as well; the server hears of it now and then. */
function onActivity() {
  if (Date.now() - lastContact() > limit() / 4) post(page().dataset["sperreVerlaengern"]);
}

setInterval(check, 1000);
document.addEventListener("visibilitychange", () => {
  check();
  look();
});
document.addEventListener("kim:kontakt", () => {
  hideBar("sperre");
  hideBar("anmelden");
});
document.addEventListener("kim:weg", look);
document.addEventListener("kim:andere", cover);
document.addEventListener("kim:wir", () => {
  if (isKept()) cover();
});
document.addEventListener("kim:seite", say);
document.addEventListener("keydown", onActivity);
document.addEventListener("pointerdown", onActivity);
// What comes out of the back/forward cache is shown when the server agrees.
addEventListener("pagehide", ({ persisted }) => persisted && keep());
addEventListener("pageshow", ({ persisted }) => persisted && cover());

/** Each page says whose session is open, or that nobody's is. */
function say() {
  const { konto: who, weg } = document.body.dataset;
  if (who !== undefined) tell(weg === undefined, who);
}
say();
