import { describe, expect, test } from "vitest";
import { readForm } from "../../../platform/form.ts";
import { doubleScore, searchScore } from "./match.ts";
import { ageOn, bandOf, fullName, languagesOf, PersonEingabe, personProblem } from "./person.ts";
import { readQuestion } from "../queries/search.ts";

const TODAY = "2026-11-22";
const typed = (fields: object) => PersonEingabe.parse(fields);
const problem = (fields: object) => personProblem(typed(fields), TODAY)?.field;

describe("input", () => {
  test("a name or a pseudonym is enough, in any field", () => {
    expect(problem({ person_vorname: "J. M." })).toBeUndefined();
    expect(problem({ person_nachname: "Muster" })).toBeUndefined();
    expect(problem({ person_vorname: "  " })).toBe("person_vorname");
    expect(problem({})).toBe("person_vorname");
  });

  test.each([
    ["a mark that turns the line round", "\u202EJo\u202C", "Jo"],
    ["zero-width marks and a soft hyphen", "Jo\u200B\u2060\u00ADhanna\uFEFF", "Johanna"],
    ["nothing but what nobody sees", " \u200B\u202E\u3164\u200D", ""],
    ["a joiner inside a Persian name", "علی\u200Cرضا", "علی\u200Cرضا"],
  ])("%s", (_what, entered, name) => {
    expect(typed({ person_vorname: entered }).person_vorname).toBe(name);
    expect(problem({ person_vorname: entered })).toBe(name === "" ? "person_vorname" : undefined);
  });

  test("empty fields are null, languages come once each", () => {
    expect(typed({ person_vorname: " Jo ", person_geburtsdatum: "", person_kommune: "" })).toMatchObject({
      person_vorname: "Jo",
      person_geburtsdatum: null,
      person_kommune: null,
      person_altersgruppe: null,
    });
    expect(languagesOf(typed({ person_sprachen: ["ar", "", "ar", "de"] }))).toEqual(["ar", "de"]);
  });

  test("a birth date lies between 1900 and today", () => {
    const born = (day: string) => ({ person_vorname: "Jo", person_geburtsdatum: day });
    expect(problem(born("1900-01-01"))).toBeUndefined();
    expect(problem(born(TODAY))).toBeUndefined();
    expect(problem(born("2026-11-23"))).toBe("person_geburtsdatum");
    for (const day of ["1899-12-31", "0085-03-12", "2026-02-30", "12.03.1985", "morgen"]) {
      expect(PersonEingabe.safeParse(born(day)).success, day).toBe(false);
    }
  });

  test("either a birth date or an age band", () => {
    const both = { person_vorname: "Jo", person_geburtsdatum: "1985-03-12", person_altersgruppe: "27-44" };
    expect(problem(both)).toBe("person_altersgruppe");
  });

  test("a form with another field is refused, and codes have the form of codes", () => {
    expect(readForm(PersonEingabe, { person_vorname: ["Jo"], konto_id: ["x"] }, "2026-11-29")).toMatchObject({
      ok: false,
    });
    for (const wrong of [
      { person_kommune: "5382060" },
      { person_staatsangehoerigkeit: "SY" },
      { person_altersgruppe: "jung" },
      { person_sprachen: ["Arabisch"] },
    ]) {
      expect(PersonEingabe.safeParse(wrong).success).toBe(false);
    }
  });
});

describe("age", () => {
  test("in full years", () => {
    expect(ageOn("1985-11-22", TODAY)).toBe(41);
    expect(ageOn("1985-11-23", TODAY)).toBe(40);
    expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
    expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
    expect(ageOn(TODAY, TODAY)).toBe(0);
  });

  test("falls into the band with both ends included", () => {
    const bands = [
      { code: "0-5", von: 0, bis: 5 },
      { code: "6+", von: 6, bis: null },
    ];
    expect([0, 5, 6, 99].map((age) => bandOf(bands, age))).toEqual(["0-5", "0-5", "6+", "6+"]);
    expect(bandOf([], 3)).toBeUndefined();
  });
});

const known = (name: string, geburtsdatum: string | null = null) => ({ name, geburtsdatum });

describe("search text", () => {
  test("a date in it is a birth date", () => {
    expect(readQuestion("Muster 2.3.1985")).toEqual(known("Muster", "1985-03-02"));
    expect(readQuestion("12.03.1985")).toEqual(known("", "1985-03-12"));
    expect(readQuestion("1985-03-12, Muster")).toEqual(known(", Muster", "1985-03-12"));
    expect(readQuestion("Mira Beispiel")).toEqual(known("Mira Beispiel"));
    expect(readQuestion("  ")).toEqual(known(""));
  });
});

describe("hits", () => {
  const score = (text: string, person = known("Mira Beispiel", "1985-03-12")) =>
    searchScore(readQuestion(text))(person);

  test.each(["Mira Beispiel", "Beispiel, Mira", "Beispil", "mira", "Beisp", "Mir Bei"])("%s", (text) => {
    expect(score(text)?.score).toBeGreaterThan(0.6);
  });

  test.each([
    ["Олена Шевченко", ["schew", "schewt", "shev", "шев", "ole schew"]],
    ["Olena Shevchenko", ["schewts", "шевч", "оле шев"]],
    ["Agnieszka Kowalska", ["agnie", "agnies kow"]],
    ["فاطمة الحسن", ["fat", "fatim", "hass", "فاط", "الحس"]],
    ["Fatima Al-Hassan", ["فاط", "حسن"]],
    ["Anne‐Marie Muster", ["marie", "anne mar", "anne–mar"]],
  ])("%s is found by its beginnings in any transcription", (name, beginnings) => {
    for (const text of beginnings) expect(score(text, known(name))?.score, text).toBeGreaterThanOrEqual(0.5);
    expect(score("karl", known(name))).toBeUndefined();
  });

  test("what is shown never says that the names differ", () => {
    const names = [
      "Mira Beispiel",
      "Mara Beisiel",
      "Karl Probe",
      "Karla Probst",
      "Jo",
      "Ana Weißpiel",
      "Олена Шевченко",
    ];
    for (const a of names) {
      for (const b of names) expect(score(a, known(b))?.grund ?? "").not.toContain("verschiedene Namen");
    }
  });

  test("another name is none, and a beginning of two letters is none", () => {
    expect(score("Karl Probe")).toBeUndefined();
    expect(score("Be")).toBeUndefined();
  });

  test("the birth date counts: alone, for the name, against it", () => {
    const [alone, both, name, other] = [
      "12.03.1985",
      "Mira Beispiel 12.03.1985",
      "Mira Beispiel",
      "Mira Beispiel 1.1.1990",
    ].map((text) => score(text));
    expect(alone).toEqual({ score: 0.5, grund: "gleiches Geburtsdatum" });
    expect(both?.grund).toBe("gleiches Geburtsdatum, gleich geschrieben");
    expect(other?.grund).toBe("gleich geschrieben, anderes Geburtsdatum");
    expect(name?.score).toBeGreaterThan(other?.score ?? 1);
  });
});

describe("duplicates", () => {
  const double = (a: [string, string?], b: [string, string?]) =>
    doubleScore(known(a[0], a[1] ?? null))(known(b[0], b[1] ?? null))?.grund;

  test("same name, in another spelling, without birth date", () => {
    expect(double(["Mira Beispiel"], ["Beispiel Mira"])).toBeDefined();
    expect(double(["Мира Байшпиль"], ["Mira Beispiel"])).toBeDefined();
    expect(double(["Mira Beispiel"], ["Karl Beispiel"])).toBeUndefined();
  });

  test("a single part that is known, on either side", () => {
    expect(double(["Mira"], ["Mira Beispiel"])).toBe("ein Namensteil fehlt");
    expect(double(["Mira Beispiel"], ["Байшпиль"])).toMatch(/ein Namensteil fehlt$/u);
    expect(double(["Mira", "1985-03-12"], ["Mira Beispiel", "1990-06-01"])).toBeUndefined();
    expect(double(["Karl"], ["Mira Beispiel"])).toBeUndefined();
  });

  test("birth dates decide", () => {
    expect(double(["Mira", "1985-03-12"], ["Mira Beispiel", "1985-03-12"])).toMatch(/^gleiches Geburtsdatum/);
    expect(double(["Karl Probe", "1985-03-12"], ["Mira Beispiel", "1985-03-12"])).toBeUndefined();
    expect(double(["Mira Beispiel", "1985-03-12"], ["Mira Beispiel", "1971-08-30"])).toBeUndefined();
    for (const near of ["1985-12-03", "1985-03-13", "1985-01-01", "1958-03-12"]) {
      expect(double(["Mira Beispiel", "1985-03-12"], ["Mira Beispiel", near]), near).toContain(
        "ähnliches Geburtsdatum",
      );
    }
  });
});

test("a name is read first name first", () => {
  expect(fullName({ vorname: "Mira", nachname: "Beispiel" })).toBe("Mira Beispiel");
  expect(fullName({ vorname: "", nachname: "Beispiel" })).toBe("Beispiel");
});
