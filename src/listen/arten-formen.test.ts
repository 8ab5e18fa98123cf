import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testblatt, type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { wartetAufEntscheidung } from "../domains/uebernahme/model/als-json.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const kontext = { kommunen, codes, heute: "2026-11-30" };
const mappe = (blaetter: readonly Testblatt[]) => liesListe(xlsx(blaetter), { datei: "x.xlsx", ...kontext });
const lies = (rows: readonly (readonly Testzelle[])[], name = "Tabelle1") => mappe([{ name, rows }]);
const text = (lines: readonly string[], datei = "x.txt") =>
  liesListe(new TextEncoder().encode(lines.join("\r\n")), { datei, ...kontext });
const tag = (n: number) => dayCell(`2024-03-${String(n).padStart(2, "0")}`);

describe("the Kreis and the town it is called after", () => {
  const eigene = [{ ags: "05382060", name: "Siegburg" }, ...kommunen.filter(({ name }) => name === "Much")];
  const kreis = (rows: readonly (readonly Testzelle[])[]) =>
    liesListe(xlsx([{ name: "Tabelle1", rows }]), { datei: "x.xlsx", codes, kommunen: eigene });
  const ROWS: Testzelle[][] = [
    ["Kommune", "1. HJ 2022", "2. HJ 2022"],
    ["Siegburg", 5, 2],
    ["Much", 1, 3],
  ];

  test("“Kreis Siegburg” below the Kommunen is their total", async () => {
    const ergebnis = await kreis([...ROWS, ["Kreis Siegburg", 6, 5]]);
    expect(ergebnis.zahlen.kommunen).toEqual({ Siegburg: 7, Much: 4 });
    expect(wartetAufEntscheidung(ergebnis)).toBe(false);
  });

  test("one that does not add up waits, and counts for nobody", async () => {
    const ergebnis = await kreis([...ROWS, ["Kreis Siegburg", 9, 5]]);
    expect(ergebnis.zahlen.kommunen).toEqual({ Siegburg: 7, Much: 4 });
    expect(wartetAufEntscheidung(ergebnis)).toBe(true);
  });

  test.each(["KIM Kreis Siegburg 2022", "AWO Kreisverband Siegburg 2022"])("%s names no Kommune", async (titel) => {
    const rows = [
      ["Monat", "Beratungen"],
      ["Januar", 4],
    ];
    expect((await kreis([[titel], ...rows])).zahlen.beratungen).toBe(0);
    expect((await kreis([["Beratungsstelle Siegburg 2022"], ...rows])).zahlen.kommunen).toEqual({ Siegburg: 4 });
  });
});

describe("tallies", () => {
  test.each(["Stadt Lohmar", "Lohmar"])("a Kommune in the corner above the months: %s", async (eck) => {
    const { zahlen, beleg } = await lies(
      [
        [eck, "Wohnen", "Schule"],
        ["Januar", 4, 2],
        ["Februar", 3, 1],
        ["Summe", 7, 3],
      ],
      "2023",
    );
    expect([zahlen.themen, beleg.wartet]).toEqual([{ wohnen: 7, schule: 3 }, 0]);
  });

  test.each(["<3", "viele", "12?"])("a cell that is no count waits alone: %s", async (odd) => {
    const ergebnis = await lies([
      ["Much"],
      ["Quartal", "Wohnen", "Schule", "Arbeit"],
      ["Q1 2022", 4, odd, 5],
      ["Q2 2022", odd, null, null],
    ]);
    expect(ergebnis.zahlen.themen).toEqual({ wohnen: 4, arbeit: 5 });
    expect(wartetAufEntscheidung(ergebnis)).toBe(true);
  });

  test.each(["Beratungen seit 1.1.", "seit Jahresbeginn"])("„%s“ is added up and counts nothing", async (kopf) => {
    const { zahlen } = await lies([
      ["Much 2023"],
      ["Monat", "Beratungen im Monat", kopf, "davon Wohnen", "davon Schule"],
      ["Januar", 16, 16, 4, 5],
      ["Februar", 21, 37, 3, 0],
    ]);
    expect([zahlen.beratungen, zahlen.themen]).toEqual([37, { wohnen: 7, schule: 5 }]);
  });

  test.each<[what: string, koepfe: Testzelle[]]>([
    ["dates", [tag(5), tag(12), tag(19)]],
    ["days with their year", ["05.03.2024", "12.03.2024", "19.03.2024"]],
    ["weekdays and days of the title's year", ["Di 05.03.", "Di 12.03.", "Di 19.03."]],
  ])("days above the columns: %s", async (_, koepfe) => {
    const { summen, zahlen } = await lies([
      ["Sprechstunde Much 2024"],
      ["Thema", ...koepfe],
      ["Wohnen", 4, null, 1],
      ["Schule", 2, 3, null],
    ]);
    expect(zahlen.themen).toEqual({ wohnen: 5, schule: 5 });
    expect(summen.map(({ von, bis }) => [von, bis])).toEqual(
      ["05", "12", "19"].map((day) => [`2024-03-${day}`, `2024-03-${day}`]),
    );
  });

  test.each(["KW 10/2024", "11. KW 2024", "KW 12 2024"])("a week among spans: %s", async (woche) => {
    const { summen } = await lies([
      ["Zeitraum", "Kommune", "Anzahl Beratungen"],
      ["01.01.-31.01.2024", "Much", 4],
      [woche, "Much", 5],
    ]);
    expect(summen.map(({ beratungen }) => beratungen)).toEqual([4, 5]);
  });

  test("how often each theme was, in brackets", async () => {
    const { zahlen } = await text(
      [
        "Sprechtag;Ort;Themen (Anzahl)",
        "16.01.2024;Much;Wohnen (3), Aufenthalt § 24 (2)",
        "30.01.2024;Much;Schule (4)",
      ],
      "x.csv",
    );
    expect(zahlen.themen).toEqual({ wohnen: 3, aufenthalt: 2, schule: 4 });
  });

  test.each([
    ["dots", (wort: string, n: number) => `${wort}${".".repeat(20)} ${n}`],
    ["colons", (wort: string, n: number) => `${wort}: ${n}`],
    ["strokes in front", (wort: string, n: number) => `- ${wort} – ${n}`],
  ])("figures in a mail, with %s", async (_, line) => {
    const ergebnis = await text([
      "Beratungsstelle Much",
      "Meldung 2. Quartal 2024",
      "",
      ...[["Wohnen", 12] as const, ["Arzt, Krankenkasse", 5] as const, ["Schule", 9] as const].map(([w, n]) =>
        line(w, n),
      ),
      "",
      line("Zusammen", 26),
      "Viele Grüße",
    ]);
    expect(ergebnis.zahlen.themen).toEqual({ wohnen: 12, gesundheit: 5, schule: 9 });
    expect(ergebnis.summen.map(({ von, bis }) => [von, bis])).toEqual([["2024-04-01", "2024-06-30"]]);
    expect(wartetAufEntscheidung(ergebnis)).toBe(false);
  });
});

describe("single consultations", () => {
  test("tables below each other, each with its Kommune above it", async () => {
    const { zahlen, beleg } = await lies([
      ["Much"],
      ["Datum", "Thema", "Dauer"],
      [tag(3), "Wohnen", 30],
      [tag(4), "Schule", 30],
      ["Eitorf"],
      ["Thema", "Datum", "Dauer"],
      ["Wohnen", tag(5), 30],
      ["Lohmar 2024"],
      ["Datum", "Thema", "Dauer"],
      [tag(6), "Arbeit", 30],
    ]);
    expect([zahlen.kommunen, beleg.wartet]).toEqual([{ Much: 2, Eitorf: 1, Lohmar: 1 }, 0]);
  });

  test.each(["Teamsitzung", "Dokumentation", "Netzwerk", "Fahrt"])(
    "„%s“ under “Tätigkeit” is none by itself",
    async (was) => {
      const { zahlen } = await lies([
        ["Datum", "Tätigkeit", "Ort", "Thema/Inhalt"],
        [tag(3), "Beratung", "Much", "Wohnen"],
        [tag(4), was, "Much", "AK Wohnen"],
        [tag(5), "Begleitung", "Much", "Schule"],
      ]);
      expect([zahlen.beratungen, zahlen.themen]).toEqual([2, { wohnen: 1, schule: 1 }]);
    },
  );

  test("a theme in words beside crosses, and one that is also the name of a paper", async () => {
    const { zahlen } = await lies([
      ["Datum", "Ort", "Bildung", null, "Recht", null, "Sonst."],
      [null, null, "Kita", "Schule", "Aufenthaltstitel", "Einbürgerung", "Sonstiges (welches?)"],
      [tag(3), "Much", "x", null, null, null, null],
      [tag(4), "Much", null, "x", "x", null, "Bewerbung"],
      [tag(5), "Much", null, null, null, "x", "Wohnung"],
    ]);
    expect(zahlen.themen).toEqual({ bildung_0_6: 1, schule: 1, aufenthalt: 1, einbuergerung: 1, arbeit: 1, wohnen: 1 });
  });

  const BOGEN: Testzelle[][] = [
    ["Datum:", "04.03.2024"],
    ["Kommune:", "Much"],
    ["Herkunft:", "Syrien"],
    ["Thema/Themen:", "Wohnen, Kita"],
    ["Dauer:", "20 Min."],
  ];
  const zweiter = BOGEN.map(([kopf = null], i): Testzelle[] => [
    kopf,
    ["05.03.2024", "Eitorf", "Irak", "Schule", "30 Min."][i] ?? null,
  ]);
  test.each<[what: string, blaetter: Testblatt[]]>([
    [
      "a sheet each",
      [
        { name: "Bogen 1", rows: [["Beratungsbogen KIM"], ...BOGEN] },
        { name: "Bogen 2", rows: [["Beratungsbogen KIM"], ...zweiter] },
      ],
    ],
    ["below each other", [{ name: "Bögen", rows: [["Beratungsbögen"], ...BOGEN, [], ...zweiter] }]],
    ["beside each other", [{ name: "Gedreht", rows: BOGEN.map((row, i) => [...row, zweiter[i]?.[1] ?? null]) }]],
  ])("forms with their heads on the left: %s", async (_, blaetter) => {
    const ergebnis = await mappe(blaetter);
    expect(ergebnis.zahlen.themen).toEqual({ wohnen: 1, bildung_0_6: 1, schule: 1 });
    expect(ergebnis.zahlen.kommunen).toEqual({ Much: 1, Eitorf: 1 });
    expect(ergebnis.zeilen.flatMap(({ beratung }) => beratung?.am ?? [])).toEqual(["2024-03-04", "2024-03-05"]);
    expect(wartetAufEntscheidung(ergebnis)).toBe(false);
  });
});
