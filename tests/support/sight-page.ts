/**
 * What `sight.ts` asks a page, as functions that run there. They are sent as they stand, so each says nothing but what it is given, what a
 * page has by itself, and the others of `IN_PAGE`.
 */

/** What of a page has to be looked at because of how it is laid out and coloured. */
export type Sight = {
  /** Looks of texts: colours, sizes and the ground, each once; "" is one that is not plain. */
  readonly texts: readonly string[];
  readonly links: number;
  readonly targets: number;
  readonly scrolling: number;
};

/** Elements that are shown, of these the ones that are asked about, and what was found out about them so far. */
type Seen = {
  readonly shown: readonly Element[];
  readonly within: readonly Element[];
  readonly afloat: readonly Element[];
  /** How much is drawn over an element or over what it stands in. */
  readonly drawn: Map<Element, number>;
  /** The colours that an element stands on, from below, with "under" between them, or a picture; undefined where it is neither. */
  readonly grounds: Map<Element, string | undefined>;
};

function isPainted(style: CSSStyleDeclaration): boolean {
  return style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.backgroundImage !== "none";
}

function look(around: string): Seen {
  const shown = [...document.body.querySelectorAll("*")].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
  return {
    shown,
    within: shown.filter((element) => around === "" || element.closest(around) === null),
    afloat: shown.filter((element) => {
      const style = getComputedStyle(element);
      return /absolute|fixed|sticky/.test(style.position) && isPainted(style);
    }),
    drawn: new Map(),
    grounds: new Map(),
  };
}

/** How much is painted before and behind an element by the style sheet, in square pixels. */
function drawnAt(element: Element): number {
  return ["::before", "::after"].reduce((sum, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    if (style.content === "none" || style.position !== "absolute" || !isPainted(style)) return sum;
    return sum + Number.parseFloat(style.width) * Number.parseFloat(style.height);
  }, 0);
}

function drawnAround({ drawn }: Pick<Seen, "drawn">, element: Element | null): number {
  if (element === null) return 0;
  const known = drawn.get(element) ?? Math.max(drawnAt(element), drawnAround({ drawn }, element.parentElement));
  drawn.set(element, known);
  return known;
}

/** The ground of an element with what it paints itself, on the one below it. */
function mixed({ backgroundColor: own, backgroundImage }: CSSStyleDeclaration, below: string | undefined) {
  if (backgroundImage !== "none") return "picture";
  const isClear = own === "rgba(0, 0, 0, 0)";
  const isOpaque = !own.includes("/") && !own.startsWith("rgba");
  if (!isClear && isOpaque) return own;
  return isClear || below === "picture" ? below : `${below} under ${own}`;
}

function groundOf({ grounds }: Pick<Seen, "grounds">, element: Element | null): string | undefined {
  if (element === null) return "white";
  if (grounds.has(element)) return grounds.get(element);
  const style = getComputedStyle(element);
  const below = groundOf({ grounds }, element.parentElement);
  const plain = style.opacity === "1" && style.filter === "none" && style.mixBlendMode === "normal";
  const ground = plain && below !== undefined ? mixed(style, below) : undefined;
  grounds.set(element, ground);
  return ground;
}

function meet(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isCovered({ afloat }: Pick<Seen, "afloat">, element: Element): boolean {
  return afloat.some(
    (one) =>
      !one.contains(element) &&
      !element.contains(one) &&
      meet(one.getBoundingClientRect(), element.getBoundingClientRect()),
  );
}

/** Colour, size and weight of the letters, and on what they stand; "" where that is not plain. */
function lookOf(seen: Seen, element: Element): string {
  const style = getComputedStyle(element);
  const ground = groundOf(seen, element);
  const plain = style.textShadow === "none" && !isCovered(seen, element);
  return ground === undefined || !plain ? "" : [style.color, style.fontSize, style.fontWeight, ground].join("; ");
}

function saysSomething(element: Element): boolean {
  const typed =
    "input:not([type=hidden], [type=checkbox], [type=radio], [type=range], [type=color], [type=image]), select, textarea";
  if (element.matches(typed)) return true;
  const nodes = [...element.childNodes];
  return (
    !element.matches("option") &&
    nodes.some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "")
  );
}

function textsOf(seen: Seen): Map<string, Element[]> {
  const texts = new Map<string, Element[]>();
  for (const element of seen.within.filter((one) => saysSomething(one) && !one.matches(":disabled"))) {
    const box = element.getBoundingClientRect();
    const share = drawnAround(seen, element) / (box.width * box.height);
    const isSeen = box.width > 1 && box.height > 1 && box.bottom + scrollY > 0 && box.right + scrollX > 0;
    // What axe judges in no case: before a picture, or where more than a quarter is drawn over.
    if (!isSeen || share > 0.3 || (groundOf(seen, element) === "picture" && !isCovered(seen, element))) continue;
    const how = share > 0.2 ? "" : lookOf(seen, element);
    texts.set(how, [...(texts.get(how) ?? []), element]);
  }
  return texts;
}

function blockOf(element: Element | null): Element {
  if (element !== null && getComputedStyle(element).display === "inline") return blockOf(element.parentElement);
  return element ?? document.body;
}

function lineOf(element: Element): string {
  return getComputedStyle(element).textDecorationLine;
}

/** Links in a line of text that no line tells from it. */
function linksOf({ within }: Seen): Element[] {
  return within.filter(
    (element) =>
      element.matches("a[href], [role=link]") &&
      getComputedStyle(element).display === "inline" &&
      (lineOf(element) === "none" || lineOf(blockOf(element.parentElement)) !== "none"),
  );
}

function isSmall(box: DOMRect): boolean {
  return box.width < 24 || box.height < 24;
}

function middleOf(box: DOMRect): readonly [number, number] {
  return [box.left + box.width / 2, box.top + box.height / 2];
}

/** From the middle of a small one to another: to its middle where that is small too, otherwise to its edge. */
function isFar(small: DOMRect, other: DOMRect): boolean {
  const [x, y] = middleOf(small);
  const [left, top] = isSmall(other)
    ? middleOf(other)
    : [Math.min(Math.max(x, other.left), other.right), Math.min(Math.max(y, other.top), other.bottom)];
  return Math.hypot(x - left, y - top) >= (isSmall(other) ? 24 : 12);
}

/** What one clicks that touches another, or is small and close to it. */
function targetsOf({ shown, within }: Seen): Element[] {
  const own = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const roles =
    "button link checkbox radio switch tab option combobox textbox searchbox slider spinbutton menuitem treeitem gridcell";
  const all = [own, ...roles.split(" ").map((role) => `[role=${role}]`)].join(", ");
  const widgets = shown.filter((element) => element.matches(all));
  const boxes = widgets.map((element) => element.getBoundingClientRect());
  return widgets.filter((element, i) => {
    const box = boxes[i];
    if (box === undefined || !within.includes(element)) return false;
    return boxes.some((other, j) => i !== j && (meet(box, other) || (isSmall(box) && !isFar(box, other))));
  });
}

function scrollingOf({ within }: Seen): Element[] {
  return within.filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const wide = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth;
    return wide || (/auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight);
  });
}

/** Looks at a page outside of these parts. Keeps the elements there for whoever asks about them next. */
function survey(around: string): Sight {
  const seen = look(around);
  const [texts, links] = [textsOf(seen), linksOf(seen)];
  const [targets, scrolling] = [targetsOf(seen), scrollingOf(seen)];
  Object.assign(globalThis, { sight: { texts, links, targets, scrolling } });
  return { texts: [...texts.keys()], links: links.length, targets: targets.length, scrolling: scrolling.length };
}

const IN_PAGE = [
  isPainted,
  look,
  drawnAt,
  drawnAround,
  mixed,
  groundOf,
  meet,
  isCovered,
  lookOf,
  saysSomething,
  textsOf,
  blockOf,
  lineOf,
  linksOf,
  isSmall,
  middleOf,
  isFar,
  targetsOf,
  scrollingOf,
  survey,
];

/** The expression that looks at a page and gives its `Sight`. @param around selector of parts to leave out; "" for none */
export const surveyOf = (around: string): string =>
  `(() => { ${IN_PAGE.map(String).join("\n")}\nreturn survey(${JSON.stringify(around)}); })()`;
