import { expect, test } from "vitest";
import { type Vorlage, type Zahlen, standText } from "./vorlage.ts";
import { vorlagePapier } from "./papiere.ts";

const zahlen: Zahlen = {
  zeitraum: "1. Halbjahr 2026",
  stand: "2026-07-03T08:30:00.075Z",
  zahlen: [{ name: "Beratungen", wert: "941" }],
};
const vorlage: Vorlage = {
  id: "b4f0c0de-0000-4000-8000-000000000001",
  lueckeId: null,
  handlungsfeld: null,
  titel: "Sprachmittlung bündeln",
  problem: null,
  haeufigkeit: null,
  orte: null,
  aemter: null,
  moeglichkeiten: null,
  vorschlag: null,
  zahlenVon: null,
  zahlenBis: null,
  fest: null,
  angelegtAm: "2026-07-03",
  version: 1,
};

test("up to when figures were counted stands as a day and a time in Germany, on the page and in the paper", () => {
  expect(standText(zahlen)).toBe("03.07.2026, 10:30 Uhr");
  expect(standText({ ...zahlen, stand: "noch nicht gezählt" })).toBe("noch nicht gezählt");
  const paper = JSON.stringify(vorlagePapier({ kreis: "Musterkreis", tag: "2026-07-03" }, vorlage, zahlen));
  expect(paper).toContain("Datenstand 03.07.2026, 10:30 Uhr.");
  expect(paper).not.toContain("2026-07-03T");
});
