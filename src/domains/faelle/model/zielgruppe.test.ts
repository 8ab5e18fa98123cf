import { describe, expect, test } from "vitest";
import { type Antwort, type Zielgruppe, ZielgruppeEingabe, kriterienIn, vorschlagOf } from "./zielgruppe.ts";

const REGEL: Zielgruppe = {
  id: "r",
  ab: "2026-01-01",
  bis: null,
  mindestens: 1,
  hinweis: null,
  version: 1,
  kriterien: [
    {
      id: "neu",
      folge: 1,
      frage: "Höchstens drei Jahre im Kreis?",
      erwartet: "ja",
      zwingend: true,
      sonst: "kurzberatung",
    },
    { id: "andere", folge: 2, frage: "Führt jemand anderes?", erwartet: "nein", zwingend: true, sonst: "verweis" },
    { id: "stellen", folge: 3, frage: "Mehrere Stellen?", erwartet: "ja", zwingend: false, sonst: "kurzberatung" },
    { id: "themen", folge: 4, frage: "Drei Themen?", erwartet: "ja", zwingend: false, sonst: "kurzberatung" },
  ],
};
const vorschlag = (answers: Readonly<Record<string, Antwort>>) => {
  const { art, weil } = vorschlagOf(REGEL, new Map(Object.entries(answers)));
  return [art, ...weil.map(({ id }) => id)];
};
const JA = { neu: "ja", andere: "nein" } as const;

describe("what a rule proposes", () => {
  test.each<readonly [string, Readonly<Record<string, Antwort>>, readonly string[]]>([
    ["nothing answered", {}, ["offen", "neu", "andere"]],
    ["all required, one of the others", { ...JA, themen: "ja", stellen: "nein" }, ["fall"]],
    ["none of the others yet", JA, ["offen", "stellen", "themen"]],
    ["none of the others at all", { ...JA, stellen: "nein", themen: "nein" }, ["kurzberatung", "stellen", "themen"]],
    ["one unclear could still be enough", { ...JA, stellen: "nein" }, ["offen", "themen"]],
    ["somebody else leads", { ...JA, andere: "ja", themen: "ja" }, ["verweis", "andere"]],
    ["here for longer", { ...JA, neu: "nein" }, ["kurzberatung", "neu"]],
    ["both: a referral is more than advice", { neu: "nein", andere: "ja" }, ["verweis", "neu", "andere"]],
    ["a required one fails whatever is unclear", { neu: "nein" }, ["kurzberatung", "neu"]],
  ])("%s", (_, answers, expected) => {
    expect(vorschlag(answers)).toEqual(expected);
  });
});

describe("a rule as it is typed", () => {
  const typed = {
    gueltig_ab: "2026-01-01",
    k1_frage: "Neu hier?",
    k4_frage: "Mehrere Stellen?",
    k4_gewicht: "weiteres",
  };

  test("rows without a question are none; the others move up", () => {
    const rows = kriterienIn(ZielgruppeEingabe.parse(typed));
    expect(rows.map(({ folge, frage, zwingend }) => [folge, frage, zwingend])).toEqual([
      [1, "Neu hier?", true],
      [2, "Mehrere Stellen?", false],
    ]);
  });

  test("without a question there is no rule, and no more can be asked for than there are", () => {
    const problem = (more: Readonly<Record<string, string>>) =>
      ZielgruppeEingabe.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path.join());
    expect(problem({ k1_frage: "", k4_frage: " " })).toEqual(["k1_frage"]);
    expect(problem({ mindestens: "2" })).toEqual(["mindestens"]);
    expect(problem({ mindestens: "1" })).toBeUndefined();
  });
});
