import type { BrowserContext, Locator, Page } from "playwright-core";
import { pressOften } from "../support/devtools.ts";

/** The machine may be busy, and some steps hash a password. */
const PATIENCE = { timeout: 30_000 };

/**
 * Somebody who uses KIM and knows it only by the words on the screen. A journey is written once for all of them.
 */
export abstract class Mensch {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE.timeout);
  }

  /** Replaces what stands in the field with this label. */
  abstract type(label: string, text: string): Promise<void>;
  /** Chooses the first option that begins with these words, in the field with this label. */
  abstract choose(label: string, option: string): Promise<void>;
  abstract tick(label: string): Promise<void>;
  /** Follows a link or presses a button. */
  abstract press(name: string): Promise<void>;

  /** Types an address, or opens a link that came in a letter. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
  }

  /** Waits for the page with this heading. */
  async arrivesAt(heading: string): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor(PATIENCE);
  }

  /** Waits until a text stands in the page. */
  async reads(text: string | RegExp): Promise<string> {
    const found = this.page.locator("main").getByText(text).first();
    await found.waitFor(PATIENCE);
    return found.innerText();
  }
}

/** A label as it stands before its field; "(freiwillig)" may follow. */
const labelled = (page: Page, label: string): Locator =>
  page.getByLabel(label, { exact: true }).or(page.getByLabel(`${label} (freiwillig)`, { exact: true }));

/** A browser without scripts; the mouse is allowed. */
export class OhneSkript extends Mensch {
  async type(label: string, text: string): Promise<void> {
    await labelled(this.page, label).fill(text);
  }

  async choose(label: string, option: string): Promise<void> {
    const field = labelled(this.page, label);
    const options = await field.locator("option").allInnerTexts();
    await field.selectOption({ index: options.findIndex((text) => text.startsWith(option)) });
  }

  async tick(label: string): Promise<void> {
    await this.page.getByRole("checkbox", { name: label, exact: true }).check();
  }

  async press(name: string): Promise<void> {
    const wanted = { name, exact: true };
    await this.page.getByRole("link", wanted).or(this.page.getByRole("button", wanted)).first().click();
  }
}

/** More stops than any page has. */
const TOO_FAR = 200;

/** Keys alone: what cannot be reached with Tab, arrows, Space and Enter does not exist. */
export class AmTastenfeld extends Mensch {
  /** Tab until the field, or the link or button, with this name has the focus. @throws Error when it never has */
  async tabTo(kind: "field" | "press", name: string): Promise<void> {
    const wanted = { name, field: kind === "field" };
    for (let pressed = 0; pressed < TOO_FAR;) {
      const at = await this.page.evaluate(focused, wanted);
      if (at.name === name && at.field === wanted.field) return;
      await pressOften(this.page, "Tab", at.stops);
      pressed += at.stops;
    }
    throw new Error(`Tab führt nie zu „${name}“.`);
  }

  async type(label: string, text: string): Promise<void> {
    await this.tabTo("field", label);
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.type(text);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.tabTo("field", label);
    // Letters that the tool's keyboard lacks it would not type but insert, and where the caret was last: in another field.
    await this.page.keyboard.type(/^[a-z]*/i.exec(option)?.[0] ?? "");
    for (let pressed = 0; pressed < TOO_FAR;) {
      const { chosen, after } = await this.page.evaluate(focused, { name: label, field: true });
      if (chosen.startsWith(option)) return;
      const way = Math.max(1, after.findIndex((text) => text.startsWith(option)) + 1);
      await pressOften(this.page, "ArrowDown", way);
      pressed += way;
    }
    throw new Error(`„${label}“ hat nichts, das mit „${option}“ beginnt.`);
  }

  async tick(label: string): Promise<void> {
    for (let pressed = 0; pressed < TOO_FAR; pressed++) {
      const at = await this.page.evaluate(focused, { name: label, field: true });
      if (at.name === label) return this.page.keyboard.press("Space");
      // Chips and radios are one stop; arrows go from one to the next.
      if (at.group.includes(label)) await this.page.keyboard.press("ArrowRight");
      else await pressOften(this.page, "Tab", at.stops);
    }
    throw new Error(`Kein Weg führt zu „${label}“.`);
  }

  async press(name: string): Promise<void> {
    await this.tabTo("press", name);
    await this.page.keyboard.press("Enter");
  }
}

/**
 * Runs in the page. The control that has the focus: what a screen reader calls it, without "(freiwillig)", whether one types
 * or chooses in it, what is chosen and can be chosen after it, and the words of its group of chips or radios; and how often to press
 * Tab until the one that is wanted has the focus, as far as one can tell from here: only the focus itself says where it is.
 */
function focused(wanted: { readonly name: string; readonly field: boolean }) {
  const element = document.activeElement;
  const isField = (one: Element | null) =>
    one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement;
  const nameOf = (one: Element | null) => {
    const labels = isField(one) && "labels" in one && one.labels instanceof NodeList ? one.labels : [];
    const copy = document.createElement("p");
    const [label] = labels;
    copy.innerHTML = (label instanceof Element ? label : one)?.innerHTML ?? "";
    for (const unsaid of copy.querySelectorAll("[aria-hidden], .opt")) unsaid.remove();
    return (one?.getAttribute("aria-label") ?? copy.textContent).replaceAll(/\s+/g, " ").trim();
  };
  const groupOf = (one: Element | null) =>
    [...(one?.closest("[data-chips], [role=radiogroup]")?.querySelectorAll("label > span") ?? [])].map(
      (span) => span.textContent,
    );
  const isStop = (one: Element) =>
    one instanceof HTMLElement &&
    one.tabIndex >= 0 &&
    !one.matches(":disabled, [inert] *, input[type=hidden]") &&
    one.checkVisibility({ visibilityProperty: true });
  const isWanted = (one: Element) =>
    isField(one) === wanted.field && (nameOf(one) === wanted.name || groupOf(one).includes(wanted.name));
  const controls = "a[href], button, input, select, textarea, summary, [tabindex]";
  const ahead = [...(document.querySelector("dialog:modal") ?? document).querySelectorAll(controls)].filter(
    (one) =>
      isStop(one) &&
      (element === null || (element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0),
  );
  // Of radio buttons with one name one is a stop.
  const radioOf = (one: Element | null) =>
    one instanceof HTMLInputElement && one.type === "radio" ? one.name : undefined;
  const radios = new Set([radioOf(element)]);
  const stops = ahead.filter((one) => {
    const radio = radioOf(one);
    return radio === undefined || radios.size < radios.add(radio).size;
  });
  const way = stops.findIndex(isWanted);
  const after = element instanceof HTMLSelectElement ? [...element.options].slice(element.selectedIndex + 1) : [];
  return {
    name: nameOf(element),
    field: isField(element),
    chosen: element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.text ?? "") : "",
    after: after.filter(({ disabled }) => !disabled).map(({ text }) => text),
    group: groupOf(element),
    stops: way === -1 ? 1 : way + 1,
  };
}

/** Both ways to use KIM, with what the browser must be able to do. */
export const MENSCHEN = [
  ["with the keyboard alone", true, (page: Page): Mensch => new AmTastenfeld(page)],
  ["without JavaScript", false, (page: Page): Mensch => new OhneSkript(page)],
] as const;

/** Notes in `used` whenever a mouse is used in a page of this context: whoever has none must get along. */
export async function forbidMouse(context: BrowserContext, used: string[]): Promise<void> {
  await context.exposeBinding("mausBenutzt", (_, what: string) => void used.push(what));
  await context.addInitScript(() => {
    for (const type of ["mousedown", "pointerdown", "mousemove"]) {
      addEventListener(type, (event) => event.isTrusted && Reflect.get(globalThis, "mausBenutzt")(type), true);
    }
  });
}
