import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { formWith, useUploadServer } from "../../../tests/support/upload-server.ts";

const { url, send } = useUploadServer();

/** Until every one of those who began has arrived at the server, which is this very process. */
const ARRIVED_MS = 500;

/** Begins to send a file and goes on when it is told to. */
function begun(cookie: string) {
  const headers = {
    Cookie: `__Host-kim=${cookie}`,
    Origin: url(),
    "Content-Type": "multipart/form-data; boundary=x",
  };
  const answer = Promise.withResolvers<number>();
  const out = request(`${url()}/listen`, { method: "POST", headers, agent: false }, (got) => {
    got.resume();
    answer.resolve(got.statusCode ?? 0);
  });
  out.on("error", answer.reject);
  out.write(`--x\r\nContent-Disposition: form-data; name="_schluessel"\r\n\r\n${randomUUID()}\r\n`);
  out.write(`--x\r\nContent-Disposition: form-data; name="_konto"\r\n\r\n${cookie}\r\n`);
  const finish = () => {
    out.end('--x\r\nContent-Disposition: form-data; name="datei"; filename="a.csv"\r\n\r\na;b\r\n--x--\r\n');
    return answer.promise;
  };
  return { finish };
}

describe("slow uploads", () => {
  test("keep nobody waiting but their own sender", async () => {
    const slow = Array.from({ length: 8 }, (_, i) => begun(`langsam${i}`));
    const again = begun("langsam0");
    await sleep(ARRIVED_MS);
    const began = performance.now();
    expect((await send(formWith("a;b"), { cookie: "flink" })).status).toBe(303);
    expect(performance.now() - began).toBeLessThan(1000);
    const second = again.finish();
    const [first] = slow;
    expect(await Promise.race([second, sleep(100, "waits")])).toBe("waits");
    expect(await first?.finish()).toBe(303);
    expect(await second).toBe(303);
    for (const one of slow.slice(1)) expect(await one.finish()).toBe(303);
  });

  test("of one account are bounded, and of all together: a sentence, and the rest arrives", async () => {
    const own = Array.from({ length: 3 }, () => begun("viele"));
    await sleep(ARRIVED_MS);
    expect((await send(formWith("a;b"), { cookie: "viele" })).text).toContain(
      "Von Ihnen kommen schon mehrere Dateien an.",
    );
    for (const one of own) expect(await one.finish()).toBe(303);
    const all = Array.from({ length: 12 }, (_, i) => begun(`alle${i}`));
    await sleep(ARRIVED_MS);
    expect((await send(formWith("a;b"), { cookie: "spaet" })).text).toContain(
      "Gerade laden viele Menschen Dateien hoch.",
    );
    for (const one of all) expect(await one.finish()).toBe(303);
    expect((await send(formWith("a;b"), { cookie: "spaet" })).status).toBe(303);
  });
});
