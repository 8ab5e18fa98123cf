// Says how much still fits into a field, as soon as it gets tight; loaded by the first key in a field with a bound. Nothing is cut:
// what is too long is refused by the server, and stands in the field until then.
import { announce } from "./kim.js";

const NUMBER = new Intl.NumberFormat("de-DE");

/** So near the end it is said: of a note the last tenth, of a name the last ten. */
const LEAST = 10;

/** @param {number} n */
const letters = (n) => `${NUMBER.format(n)} Zeichen`;

/** @param {number} left */
const words = (left) =>
  left < 0 ? `${letters(-left)} zu viel. So lässt es sich nicht speichern.` : `Noch ${letters(left)}.`;

/** @param {HTMLElement} field with a bound */
export function count(field) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const max = Number(field.dataset["max"]);
  const left = max - field.value.length;
  const id = `${field.id}-zeichen`;
  const old = document.getElementById(id);
  if (left > Math.max(LEAST, max / 10)) return old?.remove();
  const line = old ?? document.createElement("p");
  line.id = id;
  const state = left < 0 ? "error" : "hint";
  // Heard when it gets tight and when it is too much, not at every key.
  if (line.className !== state) announce(words(left));
  line.className = state;
  line.textContent = words(left);
  if (!old) (field.closest(".field, td") ?? field.parentElement)?.append(line);
}
