import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { AMINA, fillPerson } from "../../../../tests/support/person-akte.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused, Stale } from "../../../platform/form.ts";
import { disputeAngabe } from "../commands/dispute-angabe.ts";
import { settleEinwand } from "../commands/settle-einwand.ts";
import {
  ErreichbarEingabe,
  HerkunftEingabe,
  NameEingabe,
  PersonEingabe,
  VerstaendigungEingabe,
  changeErreichbarkeit,
  changeHerkunft,
  changePerson,
  changeVerstaendigung,
  createPerson,
  findPersons,
} from "../index.ts";
import { angabenOf } from "../model/angaben.ts";
import { personOf } from "../queries/person.ts";
import { einwaendeOf, verlaufOf } from "../queries/verlauf.ts";

const db = testDatabase();
let mira: Actor;
let id: string;

beforeAll(async () => {
  mira = (await testKonto({ kreis: "05382", rollen: ["cm_lokal"] })).actor;
});
beforeEach(async () => {
  await db.admin("truncate kim.person cascade");
  const amina = PersonEingabe.parse({ person_vorname: "Amina", person_nachname: "Musterhaus" });
  id = await writeAs(mira, (tx) => createPerson(tx, mira, amina));
});

const read = () => readAs(mira, (tx) => personOf(tx, mira, id));
const angaben = async () => Object.fromEntries(angabenOf(await read()).map(({ feld, text }) => [feld, text]));
const verlauf = async () => (await readAs(mira, (tx) => verlaufOf(tx, mira, id))).zeilen;
const change = (version: number, fields: object) =>
  writeAs(mira, (tx) => changePerson(tx, mira, { id, version }, NameEingabe.parse(fields)));
const fieldOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  return error instanceof Refused ? error.errors[0]?.field : error;
};
const found = async (text: string) =>
  (await readAs(mira, (tx) => findPersons(tx, mira, text))).treffer.map((hit) => [hit.id, hit.grund]);

describe("portions", () => {
  test("everything comes back in words, in every portion", async () => {
    await fillPerson(mira, id);
    expect(await angaben()).toEqual({
      vorname: "Amina Magdalena",
      nachname: "al- Musterhaus",
      rufname: "Mina",
      original: "أمينة المثال",
      frueher: "Beispielowa",
      geburt: "1985 (geschätzt)",
      geschlecht: "weiblich",
      kontakt_1: "Mobil 0151 0000001, nicht auf Band sprechen, abends nicht",
      kontakt_2: "über jemanden Schwester Jo",
      verstaendigung: "Arabisch",
      sprachmittlung: "bei schwierigen Themen",
      sprache_ar: "Erstsprache",
      sprache_de: "Hören B1, Sprechen A2, Lesen A2, Schreiben A1 (Kurs)",
      anschrift: "bei Beispiel, Probeweg 1, 53721 Musterstadt",
      unterkunftsart: "Gemeinschaftsunterkunft der Kommune",
      staaten: "Syrien, Türkei",
      geburtsland: "Syrien",
      deutschland_seit: "03/2022",
      kreis_seit: "2023",
    });
    expect((await read()).version).toBe(5);
    expect(await db.admin("select altersgruppe from kim.person where id = $1", [id])).toEqual([
      { altersgruppe: "27-44" },
    ]);
  });

  test("a portion leaves the others alone, and one that is emptied is empty", async () => {
    await fillPerson(mira, id);
    const nothing = ErreichbarEingabe.parse({});
    await writeAs(mira, (tx) => changeErreichbarkeit(tx, mira, { id, version: 5 }, nothing));
    const now = await angaben();
    expect(Object.keys(now).filter((feld) => feld.startsWith("kontakt"))).toEqual([]);
    expect(now).toMatchObject({ rufname: "Mina", sprache_ar: "Erstsprache", staaten: "Syrien, Türkei" });
  });

  test("what does not fit is refused at its field", async () => {
    const herkunft = (fields: object) =>
      writeAs(mira, (tx) => changeHerkunft(tx, mira, { id, version: 1 }, HerkunftEingabe.parse(fields)));
    const sprache = (fields: object) =>
      writeAs(mira, (tx) => changeVerstaendigung(tx, mira, { id, version: 1 }, VerstaendigungEingabe.parse(fields)));
    const kontakt = (fields: object) =>
      writeAs(mira, (tx) => changeErreichbarkeit(tx, mira, { id, version: 1 }, ErreichbarEingabe.parse(fields)));
    const later = String(Number(today().slice(0, 4)) + 1);
    expect(await fieldOf(change(1, { person_nachname: "" }))).toBe("person_vorname");
    expect(await fieldOf(change(1, { person_vorname: "A", geburtsjahr: later.slice(0, 2) + "99" }))).toBe(
      "geburtsjahr",
    );
    const both = { person_vorname: "A", geburtsjahr: "1985", person_geburtsdatum: "1985-03-12" };
    expect(await fieldOf(change(1, both))).toBe("geburtsjahr");
    expect(await fieldOf(change(1, { ...both, person_geburtsdatum: "", person_altersgruppe: "27-44" }))).toBe(
      "person_altersgruppe",
    );
    expect(await fieldOf(herkunft({ in_deutschland_seit: later }))).toBe("in_deutschland_seit");
    expect(await fieldOf(herkunft({ in_deutschland_seit: "2023", im_kreis_seit: "3/2022" }))).toBe("im_kreis_seit");
    expect(await fieldOf(herkunft({ unterkunftsart: "palast" }))).toBe("unterkunftsart");
    expect(await fieldOf(sprache({ sprache_1_code: "ar", sprache_2_code: "xx" }))).toBe("sprache_2_code");
    expect(await fieldOf(kontakt({ kontakt_2_art: "mobil" }))).toBe("kontakt_2_wert");
    expect(await fieldOf(kontakt({ kontakt_1_wert: "0151" }))).toBe("kontakt_1_art");
    expect(await angaben()).toEqual({ vorname: "Amina", nachname: "Musterhaus" });
  });

  test("an older state overwrites nothing", async () => {
    await change(1, { person_vorname: "Amina", rufname: "Mina" });
    await expect(change(1, { person_vorname: "Anders" })).rejects.toThrow(Stale);
  });
});

describe("searching", () => {
  test("finds by every name, and says by which", async () => {
    await fillPerson(mira, id);
    for (const [asked, why] of [
      ["Musterhaus", undefined],
      ["Mina Musterhaus", undefined],
      ["أمينة", undefined],
      ["Amina Beispielowa", "früherer Name"],
    ] as const) {
      const hits = await found(asked);
      expect(
        hits.map(([hit]) => hit),
        asked,
      ).toEqual([id]);
      if (why !== undefined) expect(hits[0]?.[1]).toContain(why);
    }
  });

  test("finds whom it knows the year of, by the year and by a day in it", async () => {
    await fillPerson(mira, id);
    expect(await found("1985")).toEqual([[id, "gleiches Geburtsjahr"]]);
    expect(await found("12.3.1985")).toEqual([[id, "gleiches Geburtsjahr"]]);
    expect(await found("1986")).toEqual([]);
  });
});

describe("history", () => {
  test("keeps what each field said before, who changed it, and nothing that stayed", async () => {
    await fillPerson(mira, id);
    await change(5, { ...AMINA.name, rufname: "Magda" });
    const [last, ...earlier] = await verlauf();
    expect(last).toMatchObject({ label: "Rufname", alt: "Mina", neu: "Magda", am: today() });
    expect(last?.von).not.toBe("nicht mehr bekannt");
    expect(earlier.filter(({ label }) => label === "Rufname")).toMatchObject([{ alt: "", neu: "Mina" }]);
    expect(earlier.some(({ label }) => label === "Staatsangehörigkeit")).toBe(true);
    const before = (await verlauf()).length;
    await change(6, { ...AMINA.name, rufname: "Magda" });
    expect(await verlauf()).toHaveLength(before);
  });

  test("lies sealed: no value is in the clear anywhere", async () => {
    await fillPerson(mira, id);
    const rows = await db.admin(
      "select v::text as row from kim.person_verlauf v union all select e::text from kim.person_einwand e union all select k::text from kim.person_kontakt k union all select p::text from kim.person p",
    );
    expect(rows.length).toBeGreaterThan(15);
    const all = rows.map((row) => String(row["row"])).join("\n");
    for (const plain of ["Mina", "Probeweg", "Schwester", "Rufname"]) expect(all).not.toContain(plain);
  });

  test("goes on page by page", async () => {
    for (let n = 1; n <= 14; n += 1) {
      const [rufname, zusatz, original, frueher] = ["Mina", "von", "Амина", "Beispiel"].map((word) => `${word}${n}`);
      await change(n, { person_vorname: "Amina", person_nachname: `Muster${n}`, rufname, zusatz, original, frueher });
    }
    const first = await readAs(mira, (tx) => verlaufOf(tx, mira, id));
    const rest = await readAs(mira, (tx) => verlaufOf(tx, mira, id, first.weiter));
    expect([first.zeilen.length, rest.weiter]).toEqual([50, undefined]);
    expect(rest.zeilen.map(({ alt }) => alt)).toContain("Musterhaus");
  });
});

describe("what a person disputes", () => {
  test("stands beside the field until it is put right; then both stay", async () => {
    await fillPerson(mira, id);
    const [open] = (await read()).einwaende;
    expect(open).toMatchObject({ feld: "geburt", wert: "1985 (geschätzt)", erklaerung: "Ich bin 1986 geboren." });
    const settle = (version: number, stand: "berichtigt" | "zurueckgenommen") =>
      writeAs(mira, (tx) =>
        settleEinwand(tx, mira, { person: id, einwand: open?.id ?? "", version }, { stand, ergebnis: "Pass gesehen" }),
      );
    expect(await fieldOf(settle(1, "berichtigt"))).toBe("stand");
    await change(5, { ...AMINA.name, geburtsjahr: "1986" });
    await settle(1, "berichtigt");
    await expect(settle(1, "berichtigt")).rejects.toThrow(Stale);
    expect((await read()).einwaende).toEqual([]);
    expect(await readAs(mira, (tx) => einwaendeOf(tx, mira, id))).toMatchObject([
      { stand: "berichtigt", wert: "1985 (geschätzt)", ergebnis: "Pass gesehen", erledigtAm: today() },
    ]);
  });

  test("is a field that says something, once", async () => {
    await fillPerson(mira, id);
    const dispute = (feld: string) =>
      writeAs(mira, (tx) => disputeAngabe(tx, mira, id, { feld, erklaerung: "Stimmt nicht." }));
    expect(await fieldOf(dispute("geburt"))).toBe("feld");
    expect(await fieldOf(dispute("kommune"))).toBe("feld");
    await dispute("rufname");
    expect((await read()).einwaende).toHaveLength(2);
  });
});
