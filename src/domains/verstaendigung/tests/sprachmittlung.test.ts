import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { createPerson } from "../../personen/index.ts";
import { PersonEingabe } from "../../personen/model/person.ts";
import { NeuerTermin, makeTermin } from "../../termine/index.ts";
import { bookSprachmittlung, changeSprachmittlung } from "../commands/book-sprachmittlung.ts";
import { moveSprachmittlung } from "../commands/move-sprachmittlung.ts";
import { addSprachmittler, changeSprachmittler } from "../commands/set-sprachmittler.ts";
import { reopenMonat, settleMonat } from "../commands/settle-monat.ts";
import { monatAlsDatei } from "../documents/abrechnung-datei.ts";
import {
  EinsatzAngaben,
  NeuerEinsatz,
  SchrittEingabe,
  UEBERGAENGE,
  betragCent,
  hindernis,
  readCent,
} from "../model/einsatz.ts";
import { abrechnung } from "../model/monat.ts";
import { SprachmittlerEingabe } from "../model/pool.ts";
import { bedarfSeit } from "../queries/bedarf.ts";
import { einsaetze, einsaetzeZuTermin, einsatzOf, geleistete, terminZu } from "../queries/einsaetze.ts";
import { sprachmittelnde } from "../queries/pool.ts";

const db = testDatabase();
const MONAT = `${today().slice(0, 7)}-01`;
let stelle: Beratungsstelle;
let mira: Actor;
let kollegin: Actor;
let fuehrt: Actor;
let fremd: Actor;
let sina: string;

const PERSON = {
  sprachen: ["ar"],
  geschlecht: "weiblich",
  art: "honorar",
  satz: "25,50",
  verpflichtet_am: "2026-01-05",
};
const person = (name: string, more: Readonly<Record<string, string>> = {}) =>
  writeAs(fuehrt, (tx) =>
    addSprachmittler(tx, fuehrt, SprachmittlerEingabe.parse({ name, ...PERSON, telefon: "0171 4711", ...more })),
  );

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  const im = (rolle: "cm_lokal" | "verwaltungsassistenz") =>
    testKonto({ kreis: stelle.kreis, traegerId: stelle.traegerId, rollen: [rolle] });
  kollegin = (await im("cm_lokal")).actor;
  fuehrt = (await im("verwaltungsassistenz")).actor;
  fremd = (await testKonto({ kreis: stelle.kreis, rollen: ["verwaltungsassistenz", "cm_lokal"] })).actor;
  sina = await person("Sina Sprachmuster");
});

const WANN = { sprache: "ar", weg: "vor_ort", tag: today(), beginn: "9:00", dauer: "60" };
const book = (more: Readonly<Record<string, string>> = {}, who = mira) =>
  writeAs(who, (tx) => bookSprachmittlung(tx, who, NeuerEinsatz.parse({ ...WANN, ...more })));
const move = (id: string, version: number, more: Readonly<Record<string, string>>, who = mira) =>
  writeAs(who, (tx) => moveSprachmittlung(tx, who, { id, version }, SchrittEingabe.parse(more)));
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? (error.errors[0]?.message ?? "") : `no refusal: ${String(error)}`;
};

describe("the pool", () => {
  test("lies sealed in the database, and no other Träger reads it", async () => {
    const [row] = await db.admin("select encode(name || telefon, 'escape') as roh from kim.sprachmittler");
    expect(String(row?.["roh"])).not.toMatch(/Sina|4711/);
    expect((await readAs(mira, (tx) => sprachmittelnde(tx, mira))).map(({ name }) => name)).toContain(
      "Sina Sprachmuster",
    );
    expect(await readAs(fremd, (tx) => sprachmittelnde(tx, fremd))).toEqual([]);
    const change = writeAs(fremd, (tx) =>
      changeSprachmittler(tx, fremd, { id: sina, version: 1 }, SprachmittlerEingabe.parse({ name: "X", ...PERSON })),
    );
    await expect(change).rejects.toBeInstanceOf(NotFound);
  });
});

test("a list of bookings opens the names that it shows, and of the rest of the pool nothing", async () => {
  const fremde = await person("Nie Gebucht");
  await book({ sprachmittler: sina, beginn: "2:00" });
  await db.admin("update kim.sprachmittler set name = decode('00', 'hex') where id = $1", [fremde]);
  const shown = await readAs(mira, (tx) => einsaetze(tx, mira, { auswahl: "alle" }, today()));
  expect(shown.map(({ sprachmittler }) => sprachmittler)).toContain("Sina Sprachmuster");
  await expect(readAs(mira, (tx) => sprachmittelnde(tx, mira))).rejects.toThrow();
  await db.admin("delete from kim.sprachmittler where id = $1", [fremde]);
});

describe("a booking", () => {
  test("is refused for whoever does not speak it, has stopped, has not signed, or is elsewhere then", async () => {
    const stumm = await person("Timur Neumuster", { verpflichtet_am: "" });
    const fort = await person("Oksana Altmuster", { beendet_ab: "2026-02-01" });
    expect(await refusal(book({ sprachmittler: stumm }))).toContain("noch nicht auf Verschwiegenheit");
    expect(await refusal(book({ sprachmittler: fort }))).toContain("steht „Oksana Altmuster“ nicht mehr zur Auswahl");
    expect(await refusal(book({ sprachmittler: sina, sprache: "fa" }))).toContain("nicht mehr zur Auswahl");
    await book({ sprachmittler: sina, beginn: "7:00" });
    expect(await refusal(book({ sprachmittler: sina, beginn: "7:45" }, kollegin))).toContain("schon gebucht");
    await book({ sprachmittler: sina, beginn: "8:00" }, kollegin);
  });

  test("of two at once for the same person, one gets her", async () => {
    const both = await Promise.allSettled(
      [mira, kollegin].map((who) => book({ sprachmittler: sina, beginn: "20:00" }, who)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("takes exactly the steps of the table, and each is kept", async () => {
    const states = [...new Set(UEBERGAENGE.flatMap(({ von, nach }) => [von, nach]))];
    for (const von of states) {
      for (const nach of states) {
        expect(hindernis(von, nach) === undefined, `${von} ${nach}`).toBe(
          UEBERGAENGE.some((one) => one.von === von && one.nach === nach),
        );
      }
    }
    const id = await book({ beginn: "10:00" });
    expect(await refusal(move(id, 1, { nach: "geleistet", minuten: "30" }))).toContain("Möglich ist");
    await move(id, 1, { nach: "unbesetzt" });
    await move(id, 2, { nach: "offen" });
    await move(id, 3, { nach: "gebucht", sprachmittler: sina });
    await move(id, 4, { nach: "geleistet", minuten: "50", fahrt: "4,80" });
    const done = await readAs(mira, (tx) => einsatzOf(tx, mira, id));
    expect(done).toMatchObject({ minuten: 50, satzCent: 2550, fahrtCent: 480, betragCent: 2605, version: 5 });
    const steps = await db.admin(
      "select stand from kim.sprachmittlung_schritt where sprachmittlung_id = $1 order by folge",
      [id],
    );
    expect(steps.map(({ stand }) => stand)).toEqual(["offen", "unbesetzt", "offen", "gebucht", "geleistet"]);
    await expect(move(id, 4, { nach: "gebucht" })).rejects.toThrow("inzwischen geändert");
    await move(id, 5, { nach: "gebucht" });
    const again = await readAs(mira, (tx) => einsatzOf(tx, mira, id));
    expect(again).toMatchObject({ minuten: null, betragCent: null, sprachmittlerId: sina });
  });

  test("moves to another hour only where she is free", async () => {
    const id = await book({ sprachmittler: sina, beginn: "12:00" });
    await book({ sprachmittler: sina, beginn: "13:00" });
    const to = (beginn: string) =>
      writeAs(mira, (tx) =>
        changeSprachmittlung(tx, mira, { id, version: 1 }, EinsatzAngaben.parse({ ...WANN, beginn })),
      );
    expect(await refusal(to("12:30"))).toContain("schon gebucht");
    await to("11:00");
    const ahead = await book({ sprachmittler: sina, tag: daysFrom(today(), 3) });
    expect(await refusal(move(ahead, 1, { nach: "geleistet", minuten: "9" }))).toContain("noch vor Ihnen");
  });

  test("names no client: the appointment is known to whoever keeps its file, and to nobody else", async () => {
    const wer = PersonEingabe.parse({ person_vorname: "Amina", person_nachname: "Beispiel" });
    const klientin = await writeAs(mira, (tx) => createPerson(tx, mira, wer, today()));
    const typed = NeuerTermin.parse({ person: klientin, tag: today(), beginn: "16:00", dauer: "45" });
    const termin = await writeAs(mira, (tx) => makeTermin(tx, mira, typed));
    const id = await book({ beginn: "16:00", sprachmittler: sina, termin });
    const of = (who: Actor) => readAs(who, (tx) => terminZu(tx, id));
    expect([await of(mira), await of(fuehrt), await of(kollegin)]).toEqual([termin, undefined, undefined]);
    expect((await readAs(mira, (tx) => einsaetzeZuTermin(tx, mira, termin))).map((e) => e.id)).toEqual([id]);
    const seen = (await readAs(fuehrt, (tx) => einsaetze(tx, fuehrt, { auswahl: "alle" }, today()))).find(
      (e) => e.id === id,
    );
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${termin}|${klientin}|Amina`));
    await expect(readAs(kollegin, (tx) => einsatzOf(tx, kollegin, id))).rejects.toBeInstanceOf(NotFound);
    await expect(readAs(fremd, (tx) => einsatzOf(tx, fremd, id))).rejects.toBeInstanceOf(NotFound);
    expect(await refusal(book({ beginn: "17:30", termin }, kollegin))).toContain("Diesen Termin gibt es nicht");
  });
});

test("need by language: what was done and what nobody was found for, of one's own Träger, the unmet first", async () => {
  for (const [beginn, nach] of [
    ["3:00", "unbesetzt"],
    ["3:00", "unbesetzt"],
    ["3:00", "abgesagt"],
  ] as const)
    await move(await book({ sprache: "ti", beginn }), 1, { nach });
  const [first] = await readAs(fuehrt, (tx) => bedarfSeit(tx, fuehrt, MONAT));
  expect(first).toEqual({ sprache: "ti", einsaetze: 0, minuten: 0, unbesetzt: 2, ausgefallen: 0 });
  expect(await readAs(fremd, (tx) => bedarfSeit(tx, fremd, MONAT))).toEqual([]);
});

describe("a month", () => {
  test("is settled and taken back whole; sums are those of its bookings, to the minute and the cent", async () => {
    const ids = [
      await book({ beginn: "5:00", sprachmittler: sina }),
      await book({ beginn: "6:00", sprachmittler: sina }),
    ];
    for (const [i, id] of ids.entries())
      await move(id, 1, { nach: "geleistet", minuten: String(37 + i), fahrt: "1,99" });
    const all = await readAs(fuehrt, (tx) => geleistete(tx, fuehrt, MONAT));
    const [line] = abrechnung(all);
    expect(line?.minuten).toBe(all.reduce((n, e) => n + (e.minuten ?? 0), 0));
    expect(line?.betragCent).toBe(all.reduce((n, e) => n + betragCent(e.minuten ?? 0, 2550, e.fahrtCent ?? 0), 0));
    expect(await writeAs(fuehrt, (tx) => settleMonat(tx, fuehrt, MONAT))).toBe(all.length);
    expect(await refusal(move(ids[0] ?? "", 3, { nach: "gebucht" }))).toContain("abgerechnet");
    expect(await refusal(writeAs(fuehrt, (tx) => settleMonat(tx, fuehrt, MONAT)))).toContain("nichts abzurechnen");
    expect(await writeAs(fuehrt, (tx) => reopenMonat(tx, fuehrt, MONAT))).toBe(all.length);
    expect(await refusal(writeAs(fremd, (tx) => settleMonat(tx, fremd, MONAT)))).toContain("nichts abzurechnen");
    const sprachen = [
      {
        code: "ar",
        name: "Arabisch",
        kurz: "",
        taste: null,
        hinweis: false,
        gruppe: null,
        ab: "2020-01-01",
        bis: null,
      },
    ];
    const csv = monatAlsDatei(all, { sprachen, monat: MONAT }, "csv").bytes.toString("utf8");
    expect(csv).toContain(";Sina Sprachmuster;Arabisch;vor Ort;;37;2550;199;1772;geleistet");
    expect(monatAlsDatei(all, { sprachen, monat: MONAT }, "xlsx").bytes.subarray(0, 2).toString()).toBe("PK");
  });

  test.each([
    ["4,50", 450],
    ["4.5", 450],
    ["12", 1200],
    ["200", 20_000],
    ["200,01", undefined],
    ["4,555", undefined],
    ["-1", undefined],
    ["viel", undefined],
  ])("reads %j as cents", (typed, cent) => {
    expect(readCent(typed)).toBe(cent);
  });

  test("half a cent goes up, and nothing else is rounded", () => {
    expect([betragCent(1, 30, 0), betragCent(1, 29, 0), betragCent(60, 2550, 1), betragCent(90, 1, 0)]).toEqual([
      1, 0, 2551, 2,
    ]);
  });
});
