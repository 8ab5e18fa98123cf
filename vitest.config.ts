import { defineConfig } from "vitest/config";

const BROWSER = "**/*.browser.test.{ts,tsx}";
const BETRIEB = "tests/{betrieb,faults,journeys,leistung}/**";

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 240_000,
    projects: [
      {
        test: {
          name: "schnell",
          // Modules are loaded once a worker, not once a file: a third of the time. What a file opens it closes.
          isolate: false,
          include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"],
          exclude: [BROWSER, BETRIEB],
          globalSetup: ["tests/support/cluster.ts"],
        },
      },
      {
        test: {
          name: "browser",
          include: [`src/${BROWSER}`, `tests/${BROWSER}`],
          globalSetup: ["tests/support/cluster.ts"],
        },
      },
      {
        test: {
          name: "betrieb",
          include: [`${BETRIEB}/*.test.ts`],
          exclude: [BROWSER],
          globalSetup: ["tests/support/cluster.ts"],
        },
      },
    ],
  },
});
