import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const BROWSER = "**/*.browser.test.{ts,tsx}";
const BETRIEB = "tests/{betrieb,faults,journeys,leistung}/**";

/** What takes minutes. A fresh clone knows nothing of earlier runs and would begin with the largest files; these are small. */
const LONG = /(jede-seite-\d\.browser|growth|feindlich|byte-search|tests\/access)\.test\.ts$/;

/** Begins with what takes longest, so that no worker is left alone with it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => Number(LONG.test(moduleId));
    return sorted.toSorted((a, b) => isLong(b) - isLong(a));
  }
}

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
          // As above; and what one file has seen on a page (sight.ts) the next need not look at again.
          isolate: false,
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
