export const AWAY = "Server nicht erreichbar – Ihre Eingaben bleiben hier stehen, wird wiederholt.";

/**
 * Says something through the page's one live region, so that every message is heard exactly once.
 * @param {string} text
 */
export function announce(text) {
  const region = document.querySelector("[data-ansage]");
  if (!region) return;
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text.trim();
  }, 100);
}

/**
 * A line at the lower edge for what concerns the whole page. One at a time; `reason` says who may take it away again.
 * @param {string} reason
 * @param {string} text
 * @param {HTMLElement[]} controls
 */
export function showBar(reason, text, ...controls) {
  const old = document.querySelector(".bar");
  if (old?.getAttribute("data-grund") === reason && old.querySelector("p")?.textContent === text) return;
  const bar = document.createElement("section");
  bar.className = "bar";
  bar.ariaLabel = "Hinweis";
  bar.dataset["grund"] = reason;
  const words = document.createElement("p");
  words.textContent = text;
  bar.append(words, ...controls);
  old?.remove();
  document.body.append(bar);
  announce(text);
}

/** @param {string} reason */
export function hideBar(reason) {
  document.querySelector(`.bar[data-grund="${reason}"]`)?.remove();
}

/** Time of day, as one says it. */
export const clock = (when = new Date()) => when.toLocaleTimeString("de", { timeStyle: "short" });
