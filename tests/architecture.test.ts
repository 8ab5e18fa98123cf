import { describe, expect, test } from "vitest";
import { RECHTE, ROLLEN } from "../src/domains/zugang/index.ts";
import { PUBLIC } from "../src/platform/access.ts";
import { NAVIGATION, demoRoutes, routes } from "../src/routes.ts";
import {
  type Graph,
  type Import,
  circlesIn,
  graphOf,
  importsOf,
  isTest,
  readSource,
  sourceFiles,
  wayTo,
} from "./support/import-graph.ts";

const DOOR = /^src\/domains\/\w+\/index\.ts$/;
const roomOf = (file: string) => /^src\/domains\/(\w+)\//.exec(file)?.[1];
const isModel = (file: string) => /^src\/domains\/\w+\/model\//.test(file);
const isPage = (file: string) => /^src\/domains\/\w+\/(pages|parts)\//.test(file) || file.startsWith("src/ui/");

/** The files that tell what is there: every address, every job. They alone know pages and jobs of other rooms. */
const SITE_MAP: Readonly<Record<string, RegExp>> = {
  "src/routes.ts": /^src\/domains\/\w+\/pages\/index\.ts$/,
  "src/jobs.ts": /^src\/domains\/\w+\/jobs\/index\.ts$/,
  // Pages that belong to no address: what failed, what came without a session, was shown to somebody else, or is out of
  // reach by now.
  "src/app.ts": /^src\/domains\/(start\/pages\/error|zugang\/pages\/(hand-back|other-account|out-of-reach))\.tsx$/,
};

/** Whether a file may import another, by the folders of both (CONTRIBUTING.md). */
function allowed(from: string, { to, typeOnly }: Import): boolean {
  const room = roomOf(from);
  if (from.startsWith("src/platform/")) return to.startsWith("src/platform/") || to.startsWith("db/");
  if (from.startsWith("src/ui/")) return to.startsWith("src/ui/") || (to.startsWith("src/platform/") && typeOnly);
  if (from.startsWith("src/listen/")) return to.startsWith("src/listen/");
  if (to.startsWith("src/listen/")) return to === "src/listen/index.ts";
  if (room === undefined) return roomOf(to) === undefined || DOOR.test(to) || SITE_MAP[from]?.test(to) === true;
  if (isModel(from)) return isModel(to) || to.startsWith("src/platform/") || (typeOnly && roomOf(to) === room);
  if (roomOf(to) === room) return !/\/jobs\//.test(to) || /\/jobs\//.test(from);
  if (DOOR.test(to) || to.startsWith("src/platform/")) return true;
  return to === "src/ui/index.ts" && isPage(from);
}

describe("who may import whom", () => {
  const files = sourceFiles("src").filter((f) => !isTest(f));
  const graph = graphOf([...files, ...sourceFiles("db")]);
  const ways = (from: readonly string[], fits: (file: string) => boolean) =>
    from.map((file) => wayTo(graph, file, fits)).filter((way) => way !== undefined);

  test("the import table holds", () => {
    const wrong = files.flatMap((from) =>
      importsOf(from)
        .filter((one) => !allowed(from, one))
        .map((one) => `${from} → ${one.to}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no file needs itself, over however many others", () => {
    expect(circlesIn(graph)).toEqual([]);
  });

  test("the doors of the rooms form a graph without circles", () => {
    const doors = files.filter((f) => DOOR.test(f));
    const between: Graph = new Map(
      doors.map((door) => [door, doors.filter((other) => other !== door && wayTo(graph, door, (f) => f === other))]),
    );
    expect(doors.length).toBeGreaterThan(5);
    expect(circlesIn(between)).toEqual([]);
  });

  test("behind a door there is no page and no job", () => {
    const doors = files.filter((f) => DOOR.test(f));
    expect(ways(doors, (f) => isPage(f) || /\/jobs\//.test(f))).toEqual([]);
  });

  test("the worker loads no page", () => {
    expect(ways(["src/worker.ts"], isPage)).toEqual([]);
    expect(ways(["src/server.ts"], isPage)).not.toEqual([]);
  });

  test("a model reaches no database, no clock and no HTML, over however many others", () => {
    const impure = /^src\/(platform\/(db|clock|jobs|config)\.ts|ui\/)/;
    const models = files.filter(isModel);
    expect(models.length).toBeGreaterThan(20);
    expect(ways(models, (f) => impure.test(f))).toEqual([]);
    for (const file of models) {
      expect(readSource(file), file).not.toMatch(/from "(hono|kysely|pg)|Date\.now|new Date\(\)/);
    }
  });

  test("only the doors know the database driver", () => {
    const drivers = /from "(pg|kysely)"/;
    const may =
      /^src\/platform\/(connection|batch|line|prepared|db|tx|audit|migrate|reference-data|installation-marks|postgres\/[\w-]+)\.ts$/;
    expect(files.filter((f) => drivers.test(readSource(f)) && !may.test(f))).toEqual([]);
  });

  test("a room has the same folders as every other, and nothing loose", () => {
    const place = /^src\/domains\/\w+\/(index\.ts|(model|queries|commands|rows|pages|parts|jobs|documents|tests)\/.+)$/;
    expect(sourceFiles("src/domains").filter((f) => !place.test(f))).toEqual([]);
  });

  test("no file is longer than 250 lines", () => {
    const all = ["src", "tests", "db"].flatMap(sourceFiles).filter((f) => !f.startsWith("db/types"));
    expect(all.filter((f) => readSource(f).split("\n").length > 251)).toEqual([]);
  });
});

/** Whatever answers without sign-in. A new one belongs here only after somebody thought about it. */
const PUBLIC_ROUTES = [
  "GET /kopie/:token",
  "POST /kopie/:token",
  "POST /kopie/:token/antwort",
  "GET /anmelden",
  "GET /anmelden/code",
  "GET /anmelden/einrichten",
  "GET /demo",
  "GET /einladung/:token",
  "GET /barrierefreiheit",
  "GET /handlungskonzept/:kreis",
  "GET /handlungskonzept/:kreis/:id",
  "GET /handlungskonzept/:kreis/:id/docx",
  "GET /handlungskonzept/:kreis/:id/pdf",
  "GET /datenschutz",
  "GET /einrichten/:token",
  "GET /kalender/abo/:token",
  "GET /sperre",
  "POST /abmelden",
  "POST /anmelden",
  "POST /anmelden/code",
  "POST /anmelden/einrichten",
  "POST /anmelden/nachweis",
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
