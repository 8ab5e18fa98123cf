import type { Page } from "playwright-core";

/**
 * What of a page has to be looked at because of how it is laid out and coloured. Most pages show nothing there that was not seen
 * before: letters of a size and colour on a ground that axe has passed already, targets large enough or apart, links underlined.
 * The rest is left to axe, and so is always what is not plain: shades, or something else that lies in front or behind.
 */
type Sight = {
  readonly texts: readonly string[];
  readonly links: number;
  readonly targets: number;
  readonly scrolling: number;
};

/** Runs in the page, outside of these parts. Keeps the elements there for `ask`. */
function survey(around: string): Sight {
  const CLEAR = "rgba(0, 0, 0, 0)";
  const PICTURE = "picture";
  const shown = [...document.body.querySelectorAll("*")].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
  const within = shown.filter((element) => around === "" || element.closest(around) === null);
  const isPainted = (style: CSSStyleDeclaration) => style.backgroundColor !== CLEAR || style.backgroundImage !== "none";
  /** How much is painted before and behind an element by the style sheet, in square pixels. */
  const drawn = (element: Element): number =>
    ["::before", "::after"].reduce((sum, pseudo) => {
      const style = getComputedStyle(element, pseudo);
      if (style.content === "none" || style.position !== "absolute" || !isPainted(style)) return sum;
      return sum + Number.parseFloat(style.width) * Number.parseFloat(style.height);
    }, 0);
  const most = new Map<Element | null, number>();
  const drawnAround = (element: Element | null): number => {
    if (element === null) return 0;
    const known = most.get(element) ?? Math.max(drawn(element), drawnAround(element.parentElement));
    most.set(element, known);
    return known;
  };
  // The colours that an element stands on, from below, with "under" between them, or a picture; undefined where it is neither.
  const grounds = new Map<Element | null, string | undefined>([[null, "white"]]);
  const isOpaque = (colour: string) => !colour.includes("/") && !colour.startsWith("rgba");
  const groundOf = (element: Element | null): string | undefined => {
    if (element === null || grounds.has(element)) return grounds.get(element);
    const style = getComputedStyle(element);
    const below = groundOf(element.parentElement);
    const plain = style.opacity === "1" && style.filter === "none" && style.mixBlendMode === "normal";
    const own = style.backgroundColor;
    const mixed =
      style.backgroundImage !== "none"
        ? PICTURE
        : own !== CLEAR && isOpaque(own)
          ? own
          : own === CLEAR || below === PICTURE
            ? below
            : `${below} under ${own}`;
    const ground = plain && below !== undefined ? mixed : undefined;
    grounds.set(element, ground);
    return ground;
  };
  const afloat = shown.filter((element) => {
    const style = getComputedStyle(element);
    return /absolute|fixed|sticky/.test(style.position) && isPainted(style);
  });
  const meet = (a: DOMRect, b: DOMRect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const isCovered = (element: Element) =>
    afloat.some(
      (one) =>
        !one.contains(element) &&
        !element.contains(one) &&
        meet(one.getBoundingClientRect(), element.getBoundingClientRect()),
    );
  const lookOf = (element: Element): string => {
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const plain = style.textShadow === "none" && !isCovered(element);
    return ground === undefined || !plain ? "" : [style.color, style.fontSize, style.fontWeight, ground].join("; ");
  };
  const says = (element: Element) =>
    element.matches(
      "input:not([type=hidden], [type=checkbox], [type=radio], [type=range], [type=color], [type=image]), select, textarea",
    ) ||
    (!element.matches("option") &&
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ""));
  const texts = new Map<string, Element[]>();
  for (const element of within.filter((one) => says(one) && !one.matches(":disabled"))) {
    const box = element.getBoundingClientRect();
    const share = drawnAround(element) / (box.width * box.height);
    const isSeen = box.width > 1 && box.height > 1 && box.bottom + scrollY > 0 && box.right + scrollX > 0;
    // What axe judges in no case: before a picture, or where more than a quarter is drawn over.
    if (!isSeen || share > 0.3 || (groundOf(element) === PICTURE && !isCovered(element))) continue;
    const look = share > 0.2 ? "" : lookOf(element);
    texts.set(look, [...(texts.get(look) ?? []), element]);
  }

  const blockOf = (element: Element | null): Element =>
    element === null || getComputedStyle(element).display !== "inline"
      ? (element ?? document.body)
      : blockOf(element.parentElement);
  const lineOf = (element: Element) => getComputedStyle(element).textDecorationLine;
  const links = within.filter(
    (element) =>
      element.matches("a[href], [role=link]") &&
      getComputedStyle(element).display === "inline" &&
      (lineOf(element) === "none" || lineOf(blockOf(element.parentElement)) !== "none"),
  );

  const WIDGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const ROLES =
    "button link checkbox radio switch tab option combobox textbox searchbox slider spinbutton menuitem treeitem gridcell";
  const roles = ROLES.split(" ").map((role) => `[role=${role}]`);
  const widgets = shown.filter((element) => element.matches([WIDGETS, ...roles].join(", ")));
  const boxes = widgets.map((element) => element.getBoundingClientRect());
  const isSmall = (box: DOMRect) => box.width < 24 || box.height < 24;
  const middleOf = (box: DOMRect) => [box.left + box.width / 2, box.top + box.height / 2] as const;
  // From the middle of a small one to another: to its middle where that is small too, otherwise to its edge.
  const far = (small: DOMRect, other: DOMRect): boolean => {
    const [x, y] = middleOf(small);
    const [left, top] = isSmall(other)
      ? middleOf(other)
      : [Math.min(Math.max(x, other.left), other.right), Math.min(Math.max(y, other.top), other.bottom)];
    return Math.hypot(x - left, y - top) >= (isSmall(other) ? 24 : 12);
  };
  const targets = widgets.filter((element, i) => {
    const box = boxes[i];
    if (box === undefined || !within.includes(element)) return false;
    return boxes.some((other, j) => i !== j && (meet(box, other) || (isSmall(box) && !far(box, other))));
  });

  const scrolling = within.filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const wide = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth;
    return wide || (/auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight);
  });
  Object.assign(globalThis, { sight: { texts, links, targets, scrolling } });
  return { texts: [...texts.keys()], links: links.length, targets: targets.length, scrolling: scrolling.length };
}

type Answer = { readonly found: readonly string[]; readonly passed: readonly string[] };
type Question = { readonly texts: readonly string[]; readonly rules: readonly string[] };

/** Runs in the page, where axe is. Which rules are broken, and which looks of texts axe passed, on the ground that `survey` saw. */
async function ask({ texts, rules }: Question): Promise<Answer> {
  const { texts: byLook, links, targets, scrolling } = Reflect.get(globalThis, "sight");
  const unseen: Element[] = texts.flatMap((look) => byLook.get(look) ?? []);
  const others = { "link-in-text-block": links, "target-size": targets, "scrollable-region-focusable": scrolling };
  const include = [
    ...unseen,
    ...Object.entries(others).flatMap(([rule, elements]) => (rules.includes(rule) ? elements : [])),
  ];
  const axe = Reflect.get(globalThis, "axe");
  const { violations, incomplete, passes } = await axe.run(
    { include: [...new Set(include)] },
    { runOnly: { type: "rule", values: rules }, elementRef: true, selectors: false, preload: { assets: ["media"] } },
  );
  type Node = { element: Element; html: string; any: { data: { bgColor?: string } | null }[] };
  type Result = { id: string; nodes: Node[] };
  const nodesOf = (results: Result[]) =>
    results.filter(({ id }) => id === "color-contrast").flatMap(({ nodes }) => nodes);
  const unsure = new Set([...nodesOf(violations), ...nodesOf(incomplete)].map(({ element }) => element));
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
  const painted = (colours: readonly string[]): readonly number[] => {
    for (const colour of colours) {
      if (canvas !== null) canvas.fillStyle = colour;
      canvas?.fillRect(0, 0, 1, 1);
    }
    return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  };
  const isGround = (look: string, colour: string | undefined): boolean => {
    const seen = painted((look.split("; ")[3] ?? "").split(" under "));
    const meant = painted([colour ?? "transparent"]);
    return colour !== undefined && seen.every((part, i) => Math.abs(part - (meant[i] ?? 0)) <= 2);
  };
  const agreed = texts.filter((look) =>
    nodesOf(passes).some(
      ({ element, any }) =>
        byLook.get(look)?.includes(element) === true && any.some(({ data }) => isGround(look, data?.bgColor)),
    ),
  );
  return {
    found: violations.map(({ id, nodes }: Result) => `${id}: ${nodes[0]?.html}`),
    passed: agreed.filter((look) => look !== "" && !byLook.get(look)?.some((element: Element) => unsure.has(element))),
  };
}

/** Looks of texts that axe has passed. What decides on their contrast stands in them, so they hold on every page. */
const known = new Set<string>();

/**
 * Which of the rules about sight a page breaks; `loadAxe` is called when there is something that was not seen before. `colours`: of
 * these rules those alone that ask about colours.
 */
export async function unsightly(
  page: Page,
  { around, colours }: { readonly around: string; readonly colours: boolean },
  loadAxe: () => Promise<void>,
): Promise<readonly string[]> {
  const there = await page.evaluate(survey, around);
  const texts = there.texts.filter((look) => !known.has(look));
  const rules = [
    ...(texts.length > 0 ? ["color-contrast"] : []),
    ...(there.links > 0 ? ["link-in-text-block"] : []),
    ...(there.targets > 0 && !colours ? ["target-size"] : []),
    ...(there.scrolling > 0 && !colours ? ["scrollable-region-focusable"] : []),
  ];
  if (rules.length === 0) return [];
  await loadAxe();
  const { found, passed } = await page.evaluate(ask, { texts, rules });
  for (const look of passed) known.add(look);
  return found;
}
