import { expect, test } from "vitest";
import { VERDECKT } from "../../../auswertung/model/zelle.ts";
import { KAPITEL } from "../kapitel.ts";
import { mittlungBloecke } from "./merkmale.ts";

const namen = { sprache: [{ code: "ar", name: "Arabisch", kurz: "Arabisch" }] };

test("the chapter on mediation has a row a language: needed, by whom, what went without; small figures stay hidden", () => {
  const mittlung: Parameters<typeof mittlungBloecke>[0]["mittlung"] = [
    { sprache: "ar", gebraucht: 41, sprachmittlung: 20, telefondolmetschen: 10, cm_spricht_sprache: 5, ungedeckt: 6 },
    {
      sprache: "ti",
      gebraucht: VERDECKT,
      sprachmittlung: VERDECKT,
      telefondolmetschen: 0,
      cm_spricht_sprache: 0,
      ungedeckt: VERDECKT,
    },
  ];
  const [tabelle, ...mehr] = mittlungBloecke({ mittlung, namen });
  expect(mehr).toEqual([]);
  if (tabelle?.art !== "tabelle") throw new Error("A table.");
  expect(tabelle.spalten.map(({ titel }) => titel).slice(0, 2)).toEqual(["Sprache", "Gebraucht"]);
  expect(tabelle.spalten.at(-1)?.titel).toBe("Nicht gedeckt");
  // A language that no list knows any more stands for itself.
  expect(tabelle.zeilen).toEqual([
    ["Arabisch", "41", "20", "10", "5", "6"],
    ["Ti", VERDECKT, VERDECKT, "0", "0", VERDECKT],
  ]);
  expect(tabelle.anmerkungen?.length).toBe(1);
});

test("nothing is said where nobody needed it, or nobody counted it: the paper has no empty chapter", () => {
  expect(mittlungBloecke({ mittlung: [], namen })).toEqual([]);
  expect(mittlungBloecke({ mittlung: null, namen })).toEqual([]);
  expect(KAPITEL.sprachmittlung.titel).toBe("Bedarf an Sprachmittlung");
});
