import { describe, expect, test } from "vitest";
import { window } from "../../../../tests/support/arbeitsplatz.ts";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { useBrowser } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { fallImAssessment, verbinde } from "../../../../tests/support/einschaetzen.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { writeAs } from "../../../platform/db.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";

testDatabase();
const server = useProduct();
const browser = useBrowser();

const NAMES = ["Mutter", "Jobcenter, Frau Platzhalter-Sonnenschein", "Onkel Yahya (يحيى)", "Grundschule am Musterweg"];
const ARTEN = ["familie", "behoerde", "nachbarschaft", "schule_kita", "gesundheit"];

/**
 * Runs in the page. What a map draws as one thing – the middle, and each sign with its words – in boxes as the browser measures its
 * letters; only of the map that is in sight.
 */
function drawn() {
  const svg = [...document.querySelectorAll("svg.tie-map")].find((one) => one.getBoundingClientRect().width > 0);
  const things: { left: number; top: number; right: number; bottom: number }[] = [];
  for (const part of svg?.children ?? []) {
    if (!(part instanceof SVGGraphicsElement) || part instanceof SVGLineElement || part.tagName === "polygon") continue;
    const { left, top, right, bottom } = part.getBoundingClientRect();
    const box = { left, top, right, bottom };
    const last = things.at(-1);
    if (!(part instanceof SVGTextElement) || last === undefined) things.push(box);
    else {
      last.left = Math.min(last.left, left);
      last.top = Math.min(last.top, top);
      last.right = Math.max(last.right, right);
      last.bottom = Math.max(last.bottom, bottom);
    }
  }
  const { left = 0, top = 0, right = 0, bottom = 0 } = svg?.getBoundingClientRect() ?? {};
  return { things, picture: { left, top, right, bottom } };
}

describe.each([3, 8, 16])("the map with %i connections", (many) => {
  test("no words lie on others, and none leave the picture, on a desk and on a phone", async () => {
    const stelle = await beratungsstelle();
    const { actor } = stelle.konto;
    const mira = PersonEingabe.parse({ person_vorname: "Mira", person_nachname: "Beispiel" });
    const fall = await fallImAssessment(actor, await writeAs(actor, (tx) => createPerson(tx, actor, mira)));
    for (let i = 0; i < many; i += 1) {
      const name = NAMES[i % NAMES.length] ?? "";
      const belastet = i % 3 === 0 ? { belastet: "ja" } : {};
      const art = ARTEN[i % ARTEN.length] ?? "";
      await verbinde(actor, fall, { name, art, staerke: String(1 + (i % 3)), ...belastet });
    }
    for (const width of [1280, 375]) {
      const context = await window(browser(), server().url, actor, { width });
      const page = await context.newPage();
      await page.goto(`/faelle/${fall}/netzwerk`);
      const { things, picture } = await page.evaluate(drawn);
      expect(things).toHaveLength(many + 1);
      const wrong = things.flatMap((a, i) => [
        ...(a.left < picture.left || a.top < picture.top || a.right > picture.right || a.bottom > picture.bottom
          ? [`${i} leaves the picture`]
          : []),
        ...things.flatMap((b, j) =>
          j > i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom ? [`${i} on ${j}`] : [],
        ),
      ]);
      expect(wrong, String(width)).toEqual([]);
      await context.close();
    }
  }, 60_000);
});
