import { afterEach, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { team } from "../../../../tests/support/erneuern.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const room = useRoom(routes);
afterEach(() => void vi.unstubAllEnvs());

test.each([
  ["with a mail server the link is shown to nobody but its address, also when the form is sent twice", true],
  ["without one it is shown, and the page says why the files stay closed", false],
])("%s", async (_name, mailed) => {
  if (mailed) vi.stubEnv("KIM_SMTP_URL", "smtp://127.0.0.1:2525");
  const { leitung, erna } = await team();
  const path = `/verwaltung/mitarbeitende/${erna.actor.kontoId}/neuer-link`;
  const client = room().as(leitung.actor);
  expect((await client.get(path)).html).toContain("Dana Datenschutz");
  const form = { _schluessel: crypto.randomUUID(), _version: "1" };
  for (const page of [await client.post(path, form), await client.post(path, form)]) {
    expect(page.status).toBe(200);
    expect(page.html.includes("/einladung/05382.")).toBe(!mailed);
    expect(page.html).toContain("bleiben geschlossen");
  }
});
