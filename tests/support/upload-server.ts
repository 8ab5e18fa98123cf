import { randomUUID } from "node:crypto";
import { Fragment, jsx, raw } from "#jsx";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { z } from "zod";
import { Redirect, type Route, type Visit, action, page } from "../../src/platform/access.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { attempt, withFile } from "../../src/platform/attempt.ts";
import { NOTHING } from "../../src/platform/fields.ts";
import type { Rejected, Values } from "../../src/platform/form.ts";
import { assemble } from "../../src/platform/http/app.ts";
import { startLog } from "../../src/platform/log.ts";
import { submissionOf } from "../../src/platform/submission.ts";
import { newKey } from "../../src/platform/tresor.ts";
import { startTresor, stopTresor } from "../../src/platform/tresor/operator-key.ts";
import type { Sent } from "../../src/platform/upload.ts";
import { type TestServer, serveApp } from "./server.ts";

const permission = "uebernahme.schreiben";
const kontoId = randomUUID();
const actor: Actor = {
  kreis: "05382",
  traegerId: randomUUID(),
  kontoId,
  konten: [kontoId],
  namentlich: [kontoId],
  rollen: [],
  rechte: new Set([permission]),
  sicht: "eigene",
};
const assets = { styles: [], extra: "", script: "", icon: "", pictures: "" };
const frame = { assets, path: "/", address: "/", home: "/", nav: [], footer: [], keys: { on: true } };
type Arrived = { name: string; bytes: Uint8Array; print: Buffer; wort: string };
const Wort = z.object({ wort: z.string().max(5, "Zu lang.").default("") });
const again = ({ errors, values }: Rejected) => jsx(Fragment, { children: JSON.stringify({ errors, values }) });
/** As `uploadChange` takes a file, without the database behind it. */
const listenRoute = (arrived: Arrived[]): Route => ({
  method: "POST",
  path: "/listen",
  permission,
  schema: Wort,
  file: "datei",
  handle: (_visit: Visit, body: Values, sent: Sent = { values: body }) =>
    withFile(
      "datei",
      sent,
      (values, whole, { name, bytes }) =>
        attempt(
          Wort,
          values,
          async ({ wort }) => {
            arrived.push({ name, bytes, print: submissionOf(whole).print, wort });
            return new Redirect("/listen");
          },
          again,
        ),
      again,
    ),
});
/**
 * A server that takes a file, for a test file from its first test to its last. Call it at the top. The cookie says who sends:
 * "da" may, "ohne" may not, "gesperrt" is locked, any other is somebody else who may.
 */
export function useUploadServer() {
  const arrived: Arrived[] = [];
  let server: TestServer;

  beforeAll(async () => {
    startLog({ level: "fatal", prozess: "kim-test" });
    startTresor(newKey("betreiber", 1));
    const app = assemble({
      routes: [
        listenRoute(arrived),
        page({ path: "/listen", permission, show: () => raw("listen") }),
        action({
          path: "/klein",
          permission,
          schema: NOTHING,
          run: async () => new Redirect("/"),
          again: () => raw("klein"),
        }),
      ],
      permissions: new Set([permission]),
      origin: undefined,
      recognise: async (cookie) => {
        if (cookie === "gesperrt") return { stand: "gesperrt", actor };
        // Any other name is somebody else of the same right.
        const who = cookie === "da" || cookie === "ohne" ? kontoId : cookie;
        return {
          stand: "offen",
          frame,
          alive: async () => {},
          actor: { ...actor, kontoId: who, konten: [who], ...(cookie === "ohne" ? { rechte: new Set() } : {}) },
        };
      },
      outOfReach: () => new Response(),
      handBack: () => new Response(),
      otherAccount: () => new Response("anderes Konto", { status: 409 }),
      filesClosed: () => undefined,
      signInPath: (stand, next) => `/${stand}?weiter=${next}`,
      errorPage: ({ status }) => raw(`Fehler ${status}`),
    });
    server = await serveApp(app);
  });
  beforeEach(() => void (arrived.length = 0));
  afterAll(async () => {
    await server.stop();
    stopTresor();
  });

  /** Sends a form as a browser without JavaScript does. */
  async function send(form: FormData | URLSearchParams | string, wish: Wish = {}, type?: string) {
    const { cookie = "da", origin = server.url, path = "/listen" } = wish;
    // It was shown to whoever sends it.
    if (form instanceof FormData) form.append("_konto", /^(da|ohne|gesperrt)$/.test(cookie) ? kontoId : cookie);
    const headers = { Cookie: `__Host-kim=${cookie}`, Origin: origin, ...(type ? { "Content-Type": type } : {}) };
    const answer = await fetch(server.url + path, { method: "POST", body: form, headers, redirect: "manual" });
    return { status: answer.status, text: await answer.text(), location: answer.headers.get("Location") };
  }

  return { url: () => server.url, arrived, send };
}

type Wish = { readonly cookie?: string; readonly origin?: string; readonly path?: string };

/** A form with a file, as a browser sends it. */
export function formWith(
  bytes: Uint8Array<ArrayBuffer> | string,
  name = "Liste.xlsx",
  more: Record<string, string> = {},
) {
  const form = new FormData();
  form.append("_schluessel", more["_schluessel"] ?? randomUUID());
  if (more["wort"] !== undefined) form.append("wort", more["wort"]);
  form.append("datei", new Blob([bytes]), name);
  return form;
}
