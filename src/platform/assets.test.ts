import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { assets, gatherMedia } from "./assets.ts";

const { urls } = assets();
const all = [...urls.styles, urls.extra, urls.script, urls.icon];

async function body(path: string, accept?: string) {
  return Buffer.from(await assets().respond(path, accept).arrayBuffer());
}

test("every address carries a hash and is kept for ever", () => {
  for (const path of all) {
    expect(path).toMatch(/^\/statisch\/[\w-]{10}\/[\w.-]+$/);
    const response = assets().respond(path, undefined);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toContain("immutable");
  }
});

test("compressed it is the same content, and smaller", async () => {
  const plain = await body(urls.script);
  const packed = await body(urls.script, "gzip, deflate");
  expect(gunzipSync(packed).equals(plain)).toBe(true);
  expect(assets().respond(urls.script, "gzip, br").headers.get("content-encoding")).toBe("br");
  expect((await body(urls.styles[0] ?? "", "br")).length).toBeLessThan(30_000);
});

test("dark colours are those of a screen: paper is white", async () => {
  const css = String(await body(urls.styles[0] ?? ""));
  const queries = [...css.matchAll(/@media ([^{]*prefers-color-scheme: ?\w+)/g)].map(([, query]) => query);
  expect(new Set(queries)).toEqual(
    new Set(["screen and (prefers-color-scheme: dark", "print,(prefers-color-scheme: light"]),
  );
});

test("the font stylesheet names only cuts that exist, and nothing from elsewhere", async () => {
  const path = urls.styles.find((style) => style.endsWith("fira-sans.css")) ?? "";
  const css = String(await body(path));
  const files = [...css.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? "");
  expect(files).toHaveLength(6);
  let latin = 0;
  for (const file of files) {
    const font = assets().respond(path.replace("fira-sans.css", file), "br");
    expect(font.headers.get("content-type")).toBe("font/woff2");
    expect(font.headers.has("content-encoding")).toBe(false);
    if (file.includes(".latin.")) latin += (await font.arrayBuffer()).byteLength;
  }
  // What every first visit brings; the rest only where a name needs it.
  expect(latin).toBeLessThan(60_000);
});

test("style and script stay within the budget: as much as a browser loads", async () => {
  const paths = [urls.styles.find((path) => path.endsWith("app.css")) ?? "", urls.script];
  const sizes = paths.map(async (path) => (await assets().respond(path, "gzip").arrayBuffer()).byteLength);
  const [style = 0, script = 0] = await Promise.all(sizes);
  // The capture page may weigh 40 kB with its HTML; tests/journeys/erfassen-danach.test.ts weighs it whole.
  expect(style + script).toBeLessThan(8500);
});

test("each media query stands once, behind everything else, the widest first", () => {
  const css =
    "a{b:c}@media(max-width:30rem){a{b:d}}@media(max-width:60rem){a{b:e}}@media print{a{b:f}}" +
    "g{h:i}@container (min-width:9rem){g{h:j}}@media(max-width:30rem){g{h:k}l{m:n}}";
  expect(gatherMedia(css)).toBe(
    "a{b:c}g{h:i}@container (min-width:9rem){g{h:j}}" +
      "@media(max-width:60rem){a{b:e}}@media(max-width:30rem){a{b:d}g{h:k}l{m:n}}@media print{a{b:f}}",
  );
});

test("what does not exist is not found", () => {
  for (const path of ["/statisch/", "/statisch/x/kim.js", "/statisch/../package.json"]) {
    expect(assets().respond(path, "br").status).toBe(404);
  }
});
