import { expect, test } from "vitest";
import { type Namen, abschnitte } from "./abschnitte.ts";
import { zahlenCsv } from "./csv.ts";
import type { Kennzahlen } from "./kennzahlen.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";
import { davor, halbjahr } from "./zeitraum.ts";

const kode = (code: string, kurz: string) => ({ code, name: `${kurz} ausführlich`, kurz });
const namen: Namen = {
  kommunen: [
    {
      ags: "05382060",
      name: "Siegburg",
    },
    {
      ags: "05382028",
      name: "=Lohmar; Mitte",
    },
  ],
  handlungsfeld: [kode("sprache", "Sprache"), kode("wohnen", "Wohnen"), kode("arbeit", "Arbeit")],
  stufe: [],
  kontaktweg: [],
  verstaendigung: [],
  ergebnis: [],
  abschlussgrund: [],
  sprache: [kode("uk", "Ukrainisch")],
};
const NONE = {
  stufe: {},
  kontaktweg: {},
  sprache: {},
  verstaendigung: {},
  ergebnis: {},
  herkunftsgruppe: {},
  altersgruppe: {},
};

const kennzahlen = (more: Partial<Kennzahlen>): Kennzahlen => ({
  zeitraum: halbjahr(2023, 1),
  traegerId: null,
  stand: null,
  ab: 1,
  zuKlein: [],
  aufgeteilt: true,
  einzelne: 8,
  nennungen: 0,
  neuzuweisungGrundlage: 8,
  kontakte: 9,
  beratungen: 8,
  ausSummen: 0,
  personen: 3,
  faelle: null,
  themen: {},
  mitThema: 0,
  themenEinzeln: {},
  nichtZugeordnet: 1,
  kommunen: {},
  monate: {},
  neuzuweisungen: 2,
  merkmale: NONE,
  ...more,
});

const jetzt = kennzahlen({
  themen: {
    wohnen: 3,
    sprache: 3,
    neu: 1,
  },
  kommunen: { "05382028": 4 },
  monate: { "2023-03": 8 },
  merkmale: {
    ...NONE,
    sprache: {
      "": 5,
      uk: 2,
    },
  },
});
const before = kennzahlen({ zeitraum: davor(halbjahr(2023, 1)), themen: { arbeit: 2 }, monate: { "2022-09": 4 } });
const tabellen = abschnitte(jetzt, before, namen);

test("ranked, equal ones in the order of their list; what occurs in neither period is left out", () => {
  expect(tabellen.themen.zeilen.map((z) => [z.label, z.jetzt, z.davor])).toEqual([
    ["Sprache", 3, 0],
    ["Wohnen", 3, 0],
    ["neu", 1, 0],
    ["Arbeit", 0, 2],
  ]);
  expect(tabellen.merkmale.sprache.zeilen.map((z) => [z.label, z.jetzt])).toEqual([
    ["ohne Angabe", 5],
    ["Ukrainisch", 2],
  ]);
});

test("every Kommune and every month has its row, months beside those at the same place before", () => {
  expect(tabellen.kommunen.zeilen.map((z) => [z.label, z.jetzt])).toEqual([
    ["=Lohmar; Mitte", 4],
    ["Siegburg", 0],
  ]);
  expect(tabellen.monate.zeilen).toHaveLength(6);
  expect(tabellen.monate.zeilen[2]).toEqual({ kode: "2023-03", label: "März 2023", jetzt: 8, davor: 4 });
});

test("the file opens in a German spreadsheet and holds no formula", () => {
  const u: Uebersicht = {
    jetzt,
    vergleich: before,
    grund: undefined,
    laeuft: false,
    verweise: null,
    zugewiesene: null,
    vzae: {
      ist: 0,
      soll: 0,
    },
    tabellen,
    traeger: [],
    traegerName: undefined,
    gezaehlt: undefined,
    stand: { fassung: null, blaetter: {}, monat: "2023-12", zeit: null, geprueft: undefined, ab: 1, berichte: [] },
  };
  const csv = zahlenCsv(u);
  const lines = csv.split("\r\n");
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(lines[0]?.slice(1)).toBe("Tabelle;Kode;Bezeichnung;1. Halbjahr 2023;2. Halbjahr 2022");
  expect(lines).toContain("Überblick;beratungen;Beratungen;8;8");
  expect(lines).toContain('Nach Kommune;05382028;"\'=Lohmar; Mitte";4;0');

  const alone = { ...u, vergleich: undefined, tabellen: abschnitte(jetzt, undefined, namen), grund: "Es fehlt etwas." };
  const without = zahlenCsv(alone).split("\r\n");
  expect(without[0]?.slice(1)).toBe("Tabelle;Kode;Bezeichnung;1. Halbjahr 2023");
  expect(without).toContain("Überblick;beratungen;Beratungen;8");
  expect(without).toContain("Vergleich;;Es fehlt etwas.");
});
