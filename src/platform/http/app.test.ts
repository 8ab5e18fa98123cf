import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Route, page, publicAction } from "../access.ts";
import { assemble } from "./app.ts";

const start = (...routes: readonly Route[]) =>
  assemble({
    routes,
    permissions: new Set(["start.sehen"]),
    origin: undefined,
    recognise: () => Promise.reject(new Error("nobody is asked")),
    filesClosed: () => undefined,
    signInPath: () => "/anmelden",
    outOfReach: () => new Response(),
    handBack: () => new Response(),
    otherAccount: () => new Response(),
    errorPage: () => {
      throw new Error("nothing fails");
    },
  });

const home = page({ path: "/", permission: "start.sehen", show: () => new Response() });
const send = publicAction({
  path: "/",
  schema: z.object({}),
  run: () => Promise.resolve(new Response()),
  again: () => new Response(),
});

describe("the application does not start with", () => {
  test.each<[string, Route, RegExp]>([
    ["a permission that nobody knows", { ...home, permission: "stelle.lesen" }, /GET \/: unbekannte Berechtigung/],
    [
      "a change without a schema",
      { method: "POST", path: "/", permission: "start.sehen", handle: home.handle },
      /POST \/: ohne Schema/,
    ],
    ["a file at an address that varies", { ...send, path: "/:id", file: "datei" }, /Datei an wechselnder Adresse/],
  ])("%s", (_, route, sentence) => {
    expect(() => start(route)).toThrow(sentence);
  });

  test("two routes for one address", () => {
    expect(() => start(home, home)).toThrow(/GET \/: doppelt/);
    expect(() => start(home, send)).not.toThrow();
  });
});
