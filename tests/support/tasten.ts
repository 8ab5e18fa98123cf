import type { BrowserContext, Page } from "playwright-core";

/** Runs in every page. A chord is one action: what is held down with another key does not count. */
function count(): void {
  addEventListener(
    "keydown",
    ({ key }) => {
      if (/^(Shift|Control|Alt|Meta)$/.test(key)) return;
      sessionStorage.setItem("tasten", String(Number(sessionStorage.getItem("tasten")) + 1));
    },
    true,
  );
}

/** From here on the pages of a window count the keys that they hear. */
export const countKeys = (context: BrowserContext): Promise<unknown> => context.addInitScript(count);

/** How many keys the pages heard: nothing of what was pressed is counted away. */
export const heard = async (page: Page): Promise<number> =>
  Number(await page.evaluate(() => sessionStorage.getItem("tasten")));

/** Presses keys, one after the other. */
export async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(" ")) await page.keyboard.press(key);
}
