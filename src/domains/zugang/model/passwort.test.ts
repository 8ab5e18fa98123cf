import { describe, expect, test } from "vitest";
import { MIN_LENGTH, passwordProblem } from "./passwort.ts";
import { cpuMs } from "../../../../tests/support/cpu.ts";

const mira = { email: "mira.beispiel@kreis.example", name: "Mira Beispiel", orte: ["Rhein-Sieg-Kreis"] };
const problem = (password: string) => passwordProblem(password, mira);

describe("guessable", () => {
  test.each([
    "passwort1234",
    "Passwort2026!",
    "P4ssw0rt!!!!",
    "P@$$wort2024",
    "password12345",
    "hallohallo12",
    "hallohallohallo",
    "Sommer2024!!",
    "Sommer2024Winter2025",
    "SchatzSchatz1",
    "Schätzchen2020",
    "qwertzuiop12",
    "qwertzqwertz",
    "1234qwerasdf",
    "123456789012",
    "098765432109",
    "abcdefghijkl",
    "abcd-efgh-ijkl",
    "1q2w3e4r5t6z",
    "1qay2wsx3edc",
    "aaaaaaaaaaaa",
    "aaaaaaaabbbbbbbb",
    "abcxabcxabcx",
    "121212121212",
    "            ",
    "!!!!!!!!!!!!!!",
    "iloveyou2023",
    "letmein!letmein",
    "Bayern München 1",
    "passwort8391",
    "integration2026",
    "Landesdatenbank1",
    "geheimgeheim99",
    "sommer24122024",
    "Hund20252026",
    "ⓟⓐⓢⓢⓦⓞⓡⓣ１２３４",
  ])("%s", async (password) => {
    expect(await problem(password)).toContain("leicht zu erraten");
  });

  test.each([
    "MiraBeispiel2026",
    "mira.beispiel!1",
    "Beispiel-Mira-7x",
    "RheinSiegKreis24",
    "kim-kim-kim-2026",
    "m1r4b31sp13l!!",
  ])("made of one's own names: %s", async (password) => {
    expect(await problem(password)).toContain("leicht zu erraten");
  });

  test("says when one's own name is the reason; for other people the same password is good", async () => {
    const password = "tjorvelzquabnix";
    const tjorvel = { email: "tjorvel.zquabnix@kreis.example", name: "Tjorvel Zquabnix" };
    expect(await passwordProblem(password, tjorvel)).toContain("Ihrem Namen");
    expect(await problem(password)).toBeUndefined();
  });
});

describe("good enough", () => {
  test.each([
    "vier gute Wörter sind genug",
    "Fahrrad-Gabel-Tinte-Moos",
    "hallo-fahrradklingel",
    "hund katze apfel bier",
    "xK7#mQ2$vL9p",
    "тихий вечер у реки",
    "قمر فوق المدينة القديمة",
    "739184620571",
    "🐘🦒🌵🧭🪁🎻🧶🪴🛶🧦🪗🦊",
    "kqzvmtrwplxd",
    "Die 3 Elche frieren nachts",
    `x${"kqzvmtrwplxd".repeat(20)}`,
  ])("%s", async (password) => {
    expect(await problem(password)).toBeUndefined();
  });
});

describe("length", () => {
  test("counts characters, not bytes", async () => {
    expect(await problem("kqzvmtrwplx")).toContain(`mindestens ${MIN_LENGTH}`);
    expect(await problem("🐘🦒🌵🧭🪁🎻🧶🪴🛶🧦🪗")).toContain("zu kurz");
    expect(await problem("")).toContain("zu kurz");
  });

  test("ends at 256", async () => {
    const long = "kqzvmtrwplxd bhjs".repeat(20);
    expect(await problem(`a${long}`.slice(0, 256))).toBeUndefined();
    expect(await problem(`a${long}`.slice(0, 257))).toContain("höchstens 256");
  });

  test("even the longest password is checked quickly", async () => {
    const started = cpuMs();
    for (const unit of ["a", "ab", "1q2w", "passwort", "x ", "p4$$w0rt!"])
      await problem(unit.repeat(256).slice(0, 256));
    expect(cpuMs() - started).toBeLessThan(500);
  });
});
