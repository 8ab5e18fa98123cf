import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { RECHTE, ROLLEN } from "../src/domains/zugang/index.ts";
import { PUBLIC } from "../src/platform/access.ts";
import { NAVIGATION, demoRoutes, routes } from "../src/routes.ts";

const ROOT = resolve(import.meta.dirname, "..");
/** The models: types, schemas and rules of a room. */
const MODELS = [
  "auswertung/kennzahlen",
  "auswertung/zeitraum",
  "beratungen/beratung",
  "beratungen/eingabe",
  "beratungen/warnung",
  "codelisten/codelisten",
  "personen/person",
  "berichte/halbjahresbericht",
  "berichte/papier",
  "berichte/vorschlag",
  "berichte/json",
  "berichte/offenes",
  "berichte/sprache",
  "berichte/kopf",
  "berichte/grundlage",
  "berichte/rangfolge",
  "berichte/zeitraum",
  "stellen/plan",
  "stellen/stelle",
  "personen/namen",
  "verwaltung/konto",
  "verwaltung/stammdaten",
  "zugang/rechte",
  "zugang/sitzung",
  "zugang/totp",
];

describe("who may import whom", () => {
  const files = sourceFiles("src");

  /** What each kind of file may import, by the folder of the target; `own` is the room itself. */
  function allowed(from: string, to: string): boolean {
    const room = /^src\/domains\/(\w+)\//.exec(from)?.[1];
    const own = room !== undefined && to.startsWith(`src/domains/${room}/`);
    const otherDoor = /^src\/domains\/\w+\/index\.ts$/.test(to);
    const isTest = /\.test\.tsx?$/.test(from);
    if (isTest) return true;
    if (from.startsWith("src/platform/")) return to.startsWith("src/platform/") || to.startsWith("db/");
    if (from.startsWith("src/ui/")) return to.startsWith("src/ui/") || typesOnly(from, to);
    if (room !== undefined) {
      if (own || otherDoor) return true;
      const page = /\/(pages|parts)\//.test(from);
      return to.startsWith("src/platform/") || (to === "src/ui/index.ts" && page);
    }
    return true;
  }

  test("the import table holds", () => {
    const wrong = files.flatMap((from) =>
      importsOf(from)
        .filter((to) => !allowed(from, to))
        .map((to) => `${from} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no two rooms need each other, but for the pair that shows one another", () => {
    const needs = new Map<string, Set<string>>();
    for (const from of files.filter((f) => !f.includes(".test."))) {
      const room = roomOf(from);
      for (const to of importsOf(from).map(roomOf)) {
        if (room === undefined || to === undefined || room === to) continue;
        needs.set(room, (needs.get(room) ?? new Set()).add(to));
      }
    }
    const mutual = [...needs].flatMap(([a, all]) =>
      [...all].filter((b) => a < b && needs.get(b)?.has(a)).map((b) => `${a} ↔ ${b}`),
    );
    // A person's page lists the consultations, a consultation names its persons.
    expect(mutual).toEqual(["beratungen ↔ personen"]);
  });

  test("only the doors know the database driver", () => {
    const drivers = /from "(pg|kysely)"/;
    const may = /^src\/platform\/(db|audit|migrate|reference-data|installation-marks|postgres\/[\w-]+)\.ts$/;
    const wrong = files.filter((f) => !f.includes(".test.") && drivers.test(read(f)) && !may.test(f));
    expect(wrong).toEqual([]);
  });

  test("a model is pure: no clock, no database, no HTML", () => {
    for (const file of MODELS) {
      expect(read(`src/domains/${file}.ts`), file).not.toMatch(/platform\/(db|clock)|hono|Date\.now|new Date\(\)/);
    }
  });

  test("no file is longer than 250 lines", () => {
    const long = [...files, ...sourceFiles("tests"), ...sourceFiles("db")].filter(
      (f) => !f.startsWith("db/types") && read(f).split("\n").length > 251,
    );
    expect(long).toEqual([]);
  });

  function typesOnly(from: string, to: string): boolean {
    const target = relative(resolve(ROOT, from, ".."), resolve(ROOT, to));
    const lines = read(from)
      .split("\n")
      .filter((line) => line.includes(`"${target}"`));
    return (
      to.startsWith("src/platform/") &&
      lines.every((line) => line.startsWith("import type") || line.startsWith("export type"))
    );
  }
});

/** Whatever answers without sign-in. A new one belongs here only after somebody thought about it. */
const PUBLIC_ROUTES = [
  "GET /anmelden",
  "GET /anmelden/code",
  "GET /anmelden/einrichten",
  "GET /demo",
  "GET /einladung/:token",
  "GET /barrierefreiheit",
  "GET /datenschutz",
  "GET /einrichten/:token",
  "GET /sperre",
  "POST /abmelden",
  "POST /anmelden",
  "POST /anmelden/code",
  "POST /anmelden/einrichten",
  "POST /demo",
  "POST /einladung/:token",
  "POST /einrichten/:token",
  "POST /sperre",
];

describe("routes", () => {
  const all = [...routes, ...demoRoutes];

  test("every route has a known permission, or says openly that it needs none", () => {
    const known = new Set<string>([...Object.keys(RECHTE), PUBLIC]);
    expect(all.filter((r) => !known.has(r.permission)).map((r) => r.path)).toEqual([]);
  });

  test("public routes are the ones of this list", () => {
    const open = all.filter((r) => r.permission === PUBLIC).map((r) => `${r.method} ${r.path}`);
    expect(open.toSorted()).toEqual(PUBLIC_ROUTES.toSorted());
  });

  test("every place in the navigation exists and asks for the page's own permission", () => {
    for (const { href, recht } of NAVIGATION.flatMap((g) => g.items)) {
      expect(routes.find((r) => r.method === "GET" && r.path === href)?.permission, href).toBe(recht);
    }
  });

  test("every permission has a sentence and a role", () => {
    for (const [recht, { satz }] of Object.entries(RECHTE)) {
      expect(satz).toMatch(/^Darf .+\.$/);
      expect(
        Object.values(ROLLEN).some((r) => r.rechte.some((x) => x === recht)),
        recht,
      ).toBe(true);
    }
  });
});

const roomOf = (file: string) => /^src\/domains\/(\w+)\//.exec(file)?.[1];

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

function sourceFiles(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && /\.tsx?$/.test(e.name))
    .map((e) => relative(ROOT, join(e.parentPath, e.name)));
}

function importsOf(file: string): string[] {
  const found = read(file).matchAll(/from "(\.{1,2}\/[^"]+)"|import\("(\.{1,2}\/[^"]+)"\)/g);
  const targets = [...found].map((m) => relative(ROOT, resolve(ROOT, file, "..", m[1] ?? m[2] ?? "")));
  return targets.filter((t) => existsSync(join(ROOT, t)));
}
