import type { Page } from "playwright-core";
import { type Sight, surveyOf } from "./sight-page.ts";

type Answer = { readonly found: readonly string[]; readonly passed: readonly string[] };
type Question = { readonly texts: readonly string[]; readonly rules: readonly string[] };

/** Runs in the page, where axe is. Which rules are broken, and which looks of texts axe passed, on the ground that was seen there. */
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
 * Which of the rules about sight a page breaks. Most pages show nothing there that was not seen before: letters of a size and colour on
 * a ground that axe has passed already, targets large enough or apart, links underlined. The rest is left to axe, and so is always what
 * is not plain: shades, or something else that lies in front or behind. `loadAxe` is called when there is something new. `colours`: of
 * these rules those alone that ask about colours.
 */
export async function unsightly(
  page: Page,
  { around, colours }: { readonly around: string; readonly colours: boolean },
  loadAxe: () => Promise<void>,
): Promise<readonly string[]> {
  const there = await page.evaluate<Sight>(surveyOf(around));
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
