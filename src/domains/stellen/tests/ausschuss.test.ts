import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { besetzung, stelle } from "../../../../tests/support/stellen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { endBesetzung, noteVakanz, stellenAenderungen, stellenJson, stellenSaetze, stellenplan } from "../index.ts";

/**
 * The staffing of the Rhein-Sieg-Kreis as its committee read it on 23.11.2023, entered the way the coordination would enter it,
 * with invented people. Source: Vorlage "Kommunales Integrationsmanagement (KIM) – Aktuelle Entwicklungen".
 */
const db = testDatabase();
const KREIS = "05382";
const KOMMUNEN = Array.from({ length: 19 }, (_, i) => `${KREIS}${String((i + 1) * 4).padStart(3, "0")}`);
/** Nine local posts in 15 Kommunen: six of them serve two, three serve one. */
const LOKAL = [2, 2, 2, 2, 2, 2, 1, 1, 1];

let actor: Actor;
let abh: { stelle: string; besetzung: string };

const planAm = (day: string) => readAs(actor, (tx) => stellenplan(tx, day));
const saetzeAm = async (day: string) => stellenSaetze(await planAm(day));
const jsonAm = async (day: string) => stellenJson(await planAm(day));

async function besetzteStelle(more: Readonly<Record<string, unknown>>, name: string) {
  const id = await stelle(actor, actor.traegerId, { von: "2021-01-01", ...more });
  const anteil = more["vzae"] ?? "1";
  const row = await besetzung(actor, id, { name, anteil, von: "2021-03-01" });
  return { stelle: id, besetzung: row };
}

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor;
  for (const ags of KOMMUNEN) {
    await db.admin("insert into kim.kommune (kreis, ags, name) values ($1, $2, $3)", [KREIS, ags, `Ort ${ags}`]);
  }
  for (const vzae of ["1", "1", "1"]) await besetzteStelle({ art: "koordination", vzae }, "Mira Beispiel");
  await besetzteStelle({ art: "verwaltungsassistenz", vzae: "0,5" }, "Karl Probe");
  const kommunen = [...KOMMUNEN];
  for (const n of LOKAL) await besetzteStelle({ art: "cm_lokal", kommunen: kommunen.splice(0, n) }, "Jo Muster");
  for (const name of ["Zoe Modellfall", "Toni Vorlage"]) await besetzteStelle({ art: "cm_mukis" }, name);
  for (const name of ["Emil Formular", "Ida Muster"]) await besetzteStelle({ art: "ebh_fachkraft" }, name);
  abh = await besetzteStelle({ art: "abh_fachkraft" }, "Vera Vordruck");
  await writeAs(actor, (tx) => endBesetzung(tx, actor, abh, { bis: "2023-08-31", grund: "weggang" }));
  await writeAs(actor, (tx) =>
    noteVakanz(tx, actor, { id: abh.stelle }, { von: "2024-01-15", grund: "ausschreibung" }),
  );
  await besetzung(actor, abh.stelle, { name: "Bela Muster", von: "2024-04-01" });
});

describe("on 23.11.2023", () => {
  test("the figures of the paper", async () => {
    expect(await jsonAm("2023-11-23")).toEqual({
      I: { soll: 3.5, ist: 3.5 },
      II: { soll: 11, ist: 11 },
      III: { soll: 3, ist: 2 },
    });
  });

  test("and its sentences; the reason is a personal one and stays out", async () => {
    expect(await saetzeAm("2023-11-23")).toEqual([
      "Am 23.11.2023 waren die Module I (3,5 VZÄ) und II (11 VZÄ) vollständig besetzt.",
      "Im Case Management waren neun Personen in 15 Kommunen lokal und zwei für MuKi-S kreisweit tätig.",
      "Im Modul III waren 2 von 3 VZÄ besetzt; die Stelle der ABH (1 VZÄ) war seit dem 01.09.2023 wieder vakant.",
      "Die EBH war mit 2 VZÄ besetzt.",
    ]);
  });
});

describe("on other days", () => {
  test.each([
    ["2020-12-31", [0, 0], [0, 0], [0, 0]],
    ["2021-02-28", [3.5, 0], [11, 0], [3, 0]],
    ["2021-03-01", [3.5, 3.5], [11, 11], [3, 3]],
    ["2023-08-31", [3.5, 3.5], [11, 11], [3, 3]],
    ["2023-09-01", [3.5, 3.5], [11, 11], [3, 2]],
    ["2024-03-31", [3.5, 3.5], [11, 11], [3, 2]],
    ["2024-04-01", [3.5, 3.5], [11, 11], [3, 3]],
  ])("%s", async (day, ...figures) => {
    const plan = await jsonAm(day);
    expect([plan.I, plan.II, plan.III].map((m) => [m.soll, m.ist])).toEqual(figures);
  });

  test("before anything was approved, before anybody came, all filled", async () => {
    expect(await saetzeAm("2020-12-31")).toEqual(["Zum Stellenplan liegen für den 31.12.2020 keine Angaben vor."]);
    expect(await saetzeAm("2021-02-28")).toEqual([
      "Am 28.02.2021 war kein Modul vollständig besetzt.",
      "Im Modul I war von 3,5 VZÄ keines besetzt; drei Stellen der Koordination (3 VZÄ) waren seit dem 01.01.2021 vakant; die Stelle der Verwaltungsassistenz (0,5 VZÄ) war seit dem 01.01.2021 vakant.",
      "Im Modul II war von 11 VZÄ keines besetzt; neun Stellen des lokalen Case Managements (9 VZÄ) waren seit dem 01.01.2021 vakant; zwei Stellen des Case Managements MuKi-S (2 VZÄ) waren seit dem 01.01.2021 vakant.",
      "Im Modul III war von 3 VZÄ keines besetzt; die Stelle der ABH (1 VZÄ) war seit dem 01.01.2021 vakant; zwei Stellen der EBH (2 VZÄ) waren seit dem 01.01.2021 vakant.",
    ]);
    expect(await saetzeAm("2024-04-01")).toEqual([
      "Am 01.04.2024 waren die Module I (3,5 VZÄ), II (11 VZÄ) und III (3 VZÄ) vollständig besetzt.",
      "Im Case Management waren neun Personen in 15 Kommunen lokal und zwei für MuKi-S kreisweit tätig.",
    ]);
  });

  test("a reason stays out, whether it says something about a person or not", async () => {
    for (const day of ["2023-12-01", "2024-02-01"]) {
      expect((await saetzeAm(day))[2]).toBe(
        "Im Modul III waren 2 von 3 VZÄ besetzt; die Stelle der ABH (1 VZÄ) war seit dem 01.09.2023 wieder vakant.",
      );
    }
  });

  test("from one day to another only what has changed is told", async () => {
    const between = async (a: string, b: string) => stellenAenderungen(await planAm(a), await planAm(b));
    const rest = "Im Übrigen blieb die Besetzung unverändert.";
    expect(await between("2023-06-30", "2023-11-23")).toEqual([
      "Seit dem 01.09.2023 ist die Stelle der ABH (1 VZÄ) wieder vakant; am 23.11.2023 waren damit im Modul III 2 von 3 VZÄ besetzt.",
      rest,
    ]);
    expect(await between("2023-11-23", "2024-04-01")).toEqual([
      "Seit dem 01.04.2024 ist die Stelle der ABH (1 VZÄ) besetzt; am 01.04.2024 war damit das Modul III (3 VZÄ) vollständig besetzt.",
      rest,
    ]);
    expect(await between("2023-09-30", "2023-11-23")).toEqual(["Bis zum 23.11.2023 blieb die Besetzung unverändert."]);
  });

  test("the vacancy: since when, why on which day", async () => {
    const vakanzAm = async (day: string) => {
      const zeile = (await planAm(day)).zeilen.find((z) => z.stelle.id === abh.stelle);
      return [zeile?.vakanz?.seit, zeile?.vakanz?.grund?.code];
    };
    expect(await vakanzAm("2023-08-31")).toEqual([undefined, undefined]);
    expect(await vakanzAm("2023-09-01")).toEqual(["2023-09-01", "weggang"]);
    expect(await vakanzAm("2024-01-14")).toEqual(["2023-09-01", "weggang"]);
    expect(await vakanzAm("2024-01-15")).toEqual(["2023-09-01", "ausschreibung"]);
    expect(await vakanzAm("2024-04-01")).toEqual([undefined, undefined]);
  });

  test("names are stored only sealed", async () => {
    const rows = await db.admin("select row_to_json(b)::text as text from kim.besetzung b");
    const text = JSON.stringify(rows);
    for (const word of ["Vordruck", "Beispiel"]) {
      expect(text).not.toContain(word);
      expect(text).not.toContain(Buffer.from(word).toString("hex"));
    }
  });
});
