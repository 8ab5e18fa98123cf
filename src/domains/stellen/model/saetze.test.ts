import { describe, expect, test } from "vitest";
import { type Besetzung, type Stelle, planAm } from "./plan.ts";
import { stellenAenderungen, stellenSaetze } from "./saetze.ts";

const MODULE = { koordination: "I", cm_lokal: "II", cm_mukis: "II", abh_fachkraft: "III" } as const;
const TAG = "2023-06-30";
const SPAETER = "2023-11-23";
let next = 0;

const voll = (anteil = 100, bis: string | null = null): Besetzung => ({
  von: "2021-01-01",
  bis,
  anteil,
  kontoId: null,
});

/** A post that is approved since 2021, filled by these people. */
const post = (
  art: keyof typeof MODULE,
  vzae: number,
  besetzungen: readonly Besetzung[],
  von = "2021-01-01",
): Stelle => ({
  id: `s${++next}`,
  traegerId: "t",
  traeger: "T",
  art,
  artName: art,
  modul: MODULE[art],
  bezeichnung: null,
  von,
  bis: null,
  vzae,
  kommunen: art === "cm_lokal" ? [{ ags: "05382060", name: "Siegburg" }] : [],
  besetzungen,
  gruende: [],
});

const saetze = (...stellen: readonly Stelle[]) => stellenSaetze(planAm(stellen, TAG));
const seither = (...stellen: readonly Stelle[]) => stellenAenderungen(planAm(stellen, TAG), planAm(stellen, SPAETER));

describe("on a day: none, one, two, many", () => {
  test.each<[string, readonly Stelle[], readonly string[]]>([
    ["no post", [], ["Zum Stellenplan liegen für den 30.06.2023 keine Angaben vor."]],
    [
      "one Modul, full",
      [post("koordination", 350, [voll(350)])],
      ["Am 30.06.2023 war das Modul I (3,5 VZÄ) vollständig besetzt."],
    ],
    [
      "two Module, one person",
      [post("koordination", 100, [voll()]), post("cm_lokal", 100, [voll()])],
      [
        "Am 30.06.2023 waren die Module I (1 VZÄ) und II (1 VZÄ) vollständig besetzt.",
        "Im Case Management war eine Person in einer Kommune lokal tätig.",
      ],
    ],
    [
      "nobody on the only post",
      [post("abh_fachkraft", 100, [])],
      [
        "Am 30.06.2023 war kein Modul vollständig besetzt.",
        "Im Modul III war von 1 VZÄ nichts besetzt; die Stelle der ABH (1 VZÄ) war seit dem 01.01.2021 vakant.",
      ],
    ],
    [
      "half of a post",
      [post("koordination", 100, [voll(50)])],
      [
        "Am 30.06.2023 war kein Modul vollständig besetzt.",
        "Im Modul I waren 0,5 von 1 VZÄ besetzt; 0,5 VZÄ der Stelle der Koordination (1 VZÄ) waren seit dem 01.01.2021 vakant.",
      ],
    ],
    [
      "one of two posts left the same day as the other",
      [post("cm_mukis", 100, [voll(100, "2023-03-31")]), post("cm_mukis", 100, [voll(100, "2023-03-31")])],
      [
        "Am 30.06.2023 war kein Modul vollständig besetzt.",
        "Im Modul II war von 2 VZÄ keines besetzt; zwei Stellen des Case Managements MuKi-S (2 VZÄ) waren seit dem 01.04.2023 wieder vakant.",
      ],
    ],
  ])("%s", (_what, stellen, said) => {
    expect(saetze(...stellen)).toEqual(said);
  });
});

describe("since then: only what has changed", () => {
  const rest = "Im Übrigen blieb die Besetzung unverändert.";
  test.each<[string, readonly Stelle[], readonly string[]]>([
    ["nothing", [post("koordination", 100, [voll()])], ["Bis zum 23.11.2023 blieb die Besetzung unverändert."]],
    [
      "one post is vacant",
      [post("abh_fachkraft", 100, [voll(100, "2023-08-31")]), post("abh_fachkraft", 200, [voll(200)])],
      [
        "Seit dem 01.09.2023 ist die Stelle der ABH (1 VZÄ) wieder vakant; am 23.11.2023 waren damit im Modul III 2 von 3 VZÄ besetzt.",
        rest,
      ],
    ],
    [
      "one came, one went",
      [
        post("koordination", 100, [{ ...voll(), von: "2023-09-01" }]),
        post("koordination", 100, [voll(100, "2023-09-30")]),
      ],
      [
        "Seit dem 01.10.2023 ist die Stelle der Koordination (1 VZÄ) wieder vakant und seit dem 01.09.2023 ist die Stelle der Koordination (1 VZÄ) besetzt; am 23.11.2023 war damit im Modul I 1 von 2 VZÄ besetzt.",
        rest,
      ],
    ],
    [
      "a new post, filled at once",
      [
        post("koordination", 100, [voll()]),
        post("koordination", 50, [{ ...voll(50), von: "2023-07-01" }], "2023-07-01"),
      ],
      [
        "Im Modul I sind 1,5 VZÄ statt 1 VZÄ genehmigt; am 23.11.2023 war damit das Modul I (1,5 VZÄ) vollständig besetzt.",
        rest,
      ],
    ],
  ])("%s", (_what, stellen, said) => {
    expect(seither(...stellen)).toEqual(said);
  });
});
