import { expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { type Testzelle, xlsx } from "../../../tests/support/listen-datei.ts";
import { liesListe } from "../lies-liste.ts";
import type { Entscheidungen } from "../zeilen/typen.ts";

const codes = testCodes();
const kommunen = testKommunen("05382");
type Blaetter = Readonly<Record<string, readonly (readonly Testzelle[])[]>>;
const lies = (blaetter: Blaetter, entscheidungen: Entscheidungen = {}, datei = "Liste.xlsx") =>
  liesListe(xlsx(Object.entries(blaetter).map(([name, rows]) => ({ name, rows: [...rows] }))), {
    datei,
    kommunen,
    codes,
    entscheidungen,
  });

const KOPF = ["Datum", "Thema"];
const zeilen = (month: number, n = 9): string[][] =>
  Array.from({ length: n }, (_, i) => [`${i + 1}.${month}.2023`, i % 2 === 0 ? "Wohnung" : "Schule"]);
const ORT = ["Hennef"];

test("a sheet without a list waits as a whole until somebody says why it is left out", async () => {
  const blaetter = {
    Hennef: [KOPF, ...zeilen(2)],
    Notizen: [
      ["Schlüssel holen", "bei Frau Muster"],
      ["Drucker", 3],
    ],
  };
  const open = await lies(blaetter);
  expect(open.ohneListe).toEqual([
    { blatt: "Notizen", zeilen: 2, beispiele: ["Schlüssel holen · bei Frau Muster", "Drucker · 3"], grund: null },
  ]);
  expect(open.beleg.wartet).toBe(4);
  const settled = await lies(blaetter, { blaetter: [{ blatt: "Notizen", grund: "fremd" }] });
  expect(settled.beleg).toMatchObject({ wartet: 0, zellen: open.beleg.zellen });
  expect(settled.beleg.gruende.map(({ grund }) => grund)).toContain(
    "Von Ihnen weggelassen: gehört nicht zu den Beratungen",
  );
});

test("place and time of a table say which title or name they were taken from", async () => {
  const { tabellen, zwischentitel } = await lies(
    {
      "Januar 2023": [["Beratungen Hennef"], KOPF, ...zeilen(1)],
      Eitorf: [KOPF, ["3.2.2023", "Wohnung"], ["Windeck"], ["4.2.2023", "Schule"]],
    },
    { tabellen: [{ tabelle: "Eitorf!1", jahr: 2023 }] },
    "KIM 2022.xlsx",
  );
  expect(tabellen.map(({ kontext }) => kontext.woher)).toEqual([
    { kommune: { stelle: "titel", text: "Beratungen Hennef" }, zeit: { stelle: "blatt", text: "Januar 2023" } },
    { kommune: { stelle: "blatt", text: "Eitorf" }, zeit: { stelle: "wahl", text: "" } },
  ]);
  expect(zwischentitel.map(({ zeile, text, kommune }) => [zeile, text, kommune])).toEqual([[3, "Windeck", "05382076"]]);
});

test.each<[what: string, blaetter: Blaetter, expected: readonly unknown[]]>([
  [
    "colleagues",
    { Yilmaz: [ORT, KOPF, ...zeilen(1)], "Frau Schneider": [ORT, KOPF, ...zeilen(2)] },
    ["beratend", "beratend"],
  ],
  [
    "clients, perhaps",
    { Yilmaz: [ORT, KOPF, ...zeilen(1, 2)], Schneider: [ORT, KOPF, ...zeilen(2, 2)] },
    ["offen", "offen"],
  ],
  [
    "colleagues with a sheet a month",
    Object.fromEntries(
      ["Yilmaz Jan", "Yilmaz Feb", "Brandt Jan", "Brandt Feb"].map((name, i) => [
        name,
        [ORT, KOPF, ...zeilen(i + 1, 2)],
      ]),
    ),
    ["beratend", "beratend", "beratend", "beratend"],
  ],
  [
    "states of a month",
    Object.fromEntries(
      ["Januar Entwurf", "Januar Final", "Februar Entwurf", "Februar Final"].map((name, i) => [
        name,
        [ORT, KOPF, ...zeilen(i + 1, 2)],
      ]),
    ),
    [null, null, null, null],
  ],
  [
    "a month of one colleague beside one of all",
    { Januar: [ORT, KOPF, ...zeilen(1)], "Januar Yilmaz": [ORT, KOPF, ...zeilen(1)] },
    [null, null],
  ],
  ["one sheet alone", { Yilmaz: [ORT, KOPF, ...zeilen(1)] }, ["offen"]],
  ["months", { Januar: [ORT, KOPF, ...zeilen(1)], Februar: [ORT, KOPF, ...zeilen(2)] }, [null, null]],
  ["Kommunen", { Hennef: [KOPF, ...zeilen(1)], Eitorf: [KOPF, ...zeilen(2)] }, [null, null]],
  ["words for sheets", { Tabelle1: [ORT, KOPF, ...zeilen(1)], Beratungen: [ORT, KOPF, ...zeilen(2)] }, [null, null]],
])("a sheet called like a person: %s", async (_, blaetter, expected) => {
  const { tabellen } = await lies(blaetter);
  expect(tabellen.map(({ kontext }) => kontext.blattname)).toEqual(expected);
});

test("the name of a sheet is who counselled, or whom; the same rows of two colleagues are two", async () => {
  const same = [ORT, KOPF, ...zeilen(1)];
  const two = await lies({ Yilmaz: same, Schneider: same });
  expect(two.zahlen).toMatchObject({ uebernommen: 18, doppelt: 0 });
  expect(new Set(two.zeilen.flatMap(({ beratung }) => beratung?.beratend ?? []))).toEqual(
    new Set(["Yilmaz", "Schneider"]),
  );
  const client = await lies({ Yilmaz: same }, { tabellen: [{ tabelle: "Yilmaz!2", blattname: "name" }] });
  const [first] = client.zeilen.flatMap(({ beratung }) => beratung ?? []);
  expect(first).toMatchObject({ stufe: "2", personen: [{ nachname: "Yilmaz" }], beratend: null });
});

test("what colleagues count of the same month adds up", async () => {
  const sheet = (n: number): Testzelle[][] => [["Hennef 2025"], ["Thema", "Anzahl"], ["Wohnen", n], ["Schule", 2]];
  const { zahlen, beleg } = await lies({
    "Yilmaz Januar": sheet(4),
    "Brandt Januar": sheet(4),
    "Yilmaz Februar": sheet(3),
    "Brandt Februar": sheet(1),
  });
  expect([zahlen.themen, beleg.wartet]).toEqual([{ wohnen: 12, schule: 8 }, 0]);
  expect(zahlen.monate).toEqual({ "2025-01": 12, "2025-02": 8 });
});
