import { setImmediate } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { sendFile } from "./send.ts";

test("whoever gives up while the next piece is read breaks nothing", async () => {
  const broken = vi.fn<(error: unknown) => void>();
  const piece = Promise.withResolvers<Buffer>();
  const answer = sendFile({ kind: "pdf", name: "a", size: 4, as: "inline", next: () => piece.promise }, broken);
  const reader = answer.body?.getReader();
  const waiting = reader?.read();
  await reader?.cancel();
  piece.resolve(Buffer.from("%PDF"));
  expect(await waiting).toMatchObject({ done: true });
  await setImmediate();
  expect(broken).not.toHaveBeenCalled();
});
