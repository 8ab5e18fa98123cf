import type { CDPSession, Page } from "playwright-core";

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The browser's own protocol for a page, past Playwright, which waits after every key and translates what it evaluates. */
export function devtools(page: Page): Promise<CDPSession> {
  let session = sessions.get(page);
  if (session === undefined) {
    session = page.context().newCDPSession(page);
    sessions.set(page, session);
  }
  return session;
}

const KEYS = { Tab: 9, ArrowDown: 40 };

/** Holds a key until it was pressed so often, as a keyboard does: nobody waits for an answer to one press before the next. */
export async function pressOften(page: Page, key: keyof typeof KEYS, times: number): Promise<void> {
  const session = await devtools(page);
  const which = { key, code: key, windowsVirtualKeyCode: KEYS[key] };
  const press = () => session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...which });
  const release = () => session.send("Input.dispatchKeyEvent", { type: "keyUp", ...which });
  await Promise.all([...Array.from({ length: times }, press), release()]);
}
