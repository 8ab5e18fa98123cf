// Progressive enhancement. Every page works without these files; with them nothing typed is lost, and hands stay on the keys.
import "./lock.js";
import { announce } from "./announce.js";
import { watchHistory } from "./answer.js";
import { saveDrafts, watchDrafts } from "./draft.js";
import { tidyChips, watchKeys } from "./keys.js";
import { watchForms } from "./send.js";

// For what is fetched only when it is needed (cover.js, watch.js): the same modules, not once more.
export { announce, clock, hideBar, showBar } from "./announce.js";
export { focusFirst, parse, rename, show } from "./answer.js";
export { giveBack, here, isKept, konto, page } from "./keep.js";
export { cover } from "./lock.js";
export { ask, fieldsOf, heard, post, request, tell } from "./server.js";

/**
 * Prepares a page, the first one and each that replaced it. Listeners sit on the document and stay.
 * @param {Event} [event] a page that came without loading: nobody else says that it is another one
 */
function prepare(event) {
  tidyChips();
  if (document.querySelector("[data-nachsehen]")) import("./watch.js");
  for (const field of document.querySelectorAll("[data-unterschrift]"))
    import("./sign.js").then((file) => file.sign(field));
  const menu = document.querySelector("[data-menue]");
  if (matchMedia("(min-width: 60.01rem)").matches) menu?.setAttribute("open", "");
  const message = document.querySelector("[data-meldung]")?.textContent ?? (event ? document.title : "");
  if (message && !document.getElementById("fehler")) announce(message);
}

document.documentElement.classList.add("js");
watchHistory();
watchDrafts();
watchForms();
watchKeys();
prepare();
document.addEventListener("kim:seite", prepare);
document.addEventListener("change", ({ target }) => {
  const form = target instanceof Element ? target.closest("form") : null;
  if (form?.dataset["fragt"]) import("./part.js").then((file) => file.consult(form, saveDrafts));
});
document.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLElement && target.dataset["max"]) import("./count.js").then((file) => file.count(target));
});
