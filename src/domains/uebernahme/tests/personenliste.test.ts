import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { jeEineStelle } from "../../../../tests/support/je-eine-stelle.ts";
import { kommunenVon, listen } from "../../../../tests/support/uebernahme.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { fallOf } from "../../faelle/queries/faelle.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { decide } from "../index.ts";
import type { Uebernahme } from "../model/uebernahme.ts";

const db = testDatabase();
const { hoch, uebernimm, nimmZurueck, lies } = listen(db);
const actor = jeEineStelle();
const csv = (...lines: readonly string[]) => Buffer.from(`${lines.join("\n")}\n`);
const count = async (table: string) => {
  const rows = await db.admin(`select count(*)::int as n from ${table} where traeger_id = $1`, [actor().traegerId]);
  return Number(rows[0]?.["n"]);
};
const bringe = async (datei: string, ...lines: readonly string[]): Promise<Uebernahme> => {
  await kommunenVon(actor().kreis);
  return hoch(actor(), datei, csv(...lines));
};

const PERSONEN = "Name;Vorname;Geburtsdatum;Geschlecht;Staatsangehörigkeit;Sprachen;Kommune;Telefon;Bekannt seit";
const FAELLE =
  "Fallnummer;Name;Vorname;Geburtsdatum;Kommune;Fallbeginn;Fallende;Status;Abschlussgrund;Einwilligung am;Anliegen";
const JO = "Muster;Jo;04.03.1988;m;Syrien;Arabisch;Siegburg;0170 1234567;02.05.2023";
const MIRA = "Beispiel;Mira;05.01.1990;w;Afghanistan;Dari;Lohmar;;02.06.2023";

describe("a list of persons", () => {
  test("becomes persons with what has a field, and is taken back whole", async () => {
    const liste = await bringe("Personen.csv", PERSONEN, JO, MIRA);
    expect(liste.befund?.tabellen[0]?.art).toBe("personen");
    expect(liste.zahlen).toMatchObject({ art: "personen", personen: 2, faelle: 0, beratungen: 0, wartend: 0 });
    const done = await uebernimm(actor(), liste);
    expect(done.stand).toBe("uebernommen");
    const rows = await db.admin(
      "select ags, staatsangehoerigkeit, geschlecht, altersgruppe, erfasst_am::text as seit from kim.person where traeger_id = $1 order by ags",
      [actor().traegerId],
    );
    expect(rows).toEqual([
      { ags: "05382028", staatsangehoerigkeit: "423", geschlecht: "w", altersgruppe: "27-44", seit: "2023-06-02" },
      { ags: "05382060", staatsangehoerigkeit: "475", geschlecht: "m", altersgruppe: "27-44", seit: "2023-05-02" },
    ]);
    expect(await count("kim.person_token")).toBeGreaterThan(10);
    expect(await count("kim.person_kontakt")).toBe(1);
    expect((await nimmZurueck(actor(), done)).stand).toBe("zurueckgenommen");
    expect([
      await count("kim.person"),
      await count("kim.person_token"),
      await count("kim.person_sprache"),
      await count("kim.person_kontakt"),
    ]).toEqual([0, 0, 0, 0]);
  });

  test("somebody who may be there already waits, and is joined or recorded as decided", async () => {
    const mira = await writeAs(actor(), (tx) =>
      createPerson(
        tx,
        actor(),
        PersonEingabe.parse({
          person_vorname: "Mira",
          person_nachname: "Beispiel",
          person_geburtsdatum: "1990-01-05",
          person_sprachen: [],
        }),
      ),
    );
    const before = await count("kim.person");
    const liste = await bringe("Personen 2.csv", PERSONEN, JO, MIRA, "Beispiel;Myra;05.01.1990;w;;;Much;;");
    expect(liste.zahlen).toMatchObject({ uebernommen: 1, wartend: 2 });
    const [first, second] = (liste.befund?.zeilen ?? []).filter(({ stand }) => stand === "wartet");
    expect(first?.person?.aehnliche).toMatchObject([{ id: mira, gleich: true }]);
    expect(second?.person?.aehnliche).toMatchObject([{ id: mira, gleich: false }]);
    const zeilen = [
      { blatt: first?.blatt ?? "", zeile: first?.zeile ?? 0, entscheidung: "uebernehmen" as const, person: mira },
      { blatt: second?.blatt ?? "", zeile: second?.zeile ?? 0, entscheidung: "uebernehmen" as const },
    ];
    await writeAs(actor(), (tx) => decide(tx, actor(), liste, { zeilen }));
    const again = await lies(actor(), liste.id);
    expect(again.zahlen).toMatchObject({ uebernommen: 3, wartend: 0, personen: 2 });
    const done = await uebernimm(actor(), again);
    expect(await count("kim.person")).toBe(before + 2);
    await nimmZurueck(actor(), done);
    expect(await count("kim.person")).toBe(before);
  });
});

describe("a list of cases", () => {
  test("becomes cases with their way, and what was recorded since keeps them when it is taken back", async () => {
    const liste = await bringe(
      "Fälle.csv",
      FAELLE,
      "F-1;Probe;Ina;04.03.1980;Much;08.01.2023;30.06.2023;abgeschlossen;Ziele erreicht;10.01.2023;Arbeit finden",
      "F-2;Probe;Ina;04.03.1980;Much;09.02.2024;;laufend;;12.02.2024;Wohnung",
      "F-3;Test;Uwe;;Much;09.03.2024;;laufend;;;",
      "F-4;Test;Pia;;Much;09.03.2024;01.05.2024;beendet;sonstwas;;",
    );
    expect(liste.befund?.tabellen[0]?.art).toBe("faelle");
    expect(liste.zahlen).toMatchObject({ art: "faelle", personen: 2, faelle: 3, wartend: 1 });
    expect(liste.befund?.woerter.filter(({ grund }) => grund === "unbekannt").map(({ wort }) => wort)).toEqual([
      "sonstwas",
    ]);
    expect(liste.befund?.hinweise.join()).toMatch(/1 Fall beginnt hier bei „Klärung“/u);
    const done = await uebernimm(actor(), liste);
    const rows = await db.admin(
      `select f.jahr, f.nummer, f.phase, f.phase_seit::text as seit, f.abschlussgrund as grund,
        (select count(*)::int from kim.fall_schritt s where s.fall_id = f.id) as schritte
      from kim.fall f where f.traeger_id = $1 order by f.begonnen, f.nummer`,
      [actor().traegerId],
    );
    expect(rows).toMatchObject([
      { jahr: 2023, phase: "abgeschlossen", seit: "2023-06-30", grund: "erreicht", schritte: 2 },
      { jahr: 2024, phase: "umsetzung", seit: "2024-02-09", grund: null, schritte: 2 },
      { jahr: 2024, phase: "klaerung", seit: "2024-03-09", grund: null, schritte: 2 },
    ]);
    const persons = await db.admin("select id from kim.person where uebernahme_id = $1", [liste.id]);
    expect(persons).toHaveLength(2);
    const faelle = await db.admin("select id from kim.fall where uebernahme_id = $1", [liste.id]);
    const all = await Promise.all(faelle.map(({ id }) => readAs(actor(), (tx) => fallOf(tx, actor(), String(id)))));
    expect(all.map((fall) => fall?.anliegen ?? "").toSorted()).toEqual(["", "Arbeit finden", "Wohnung"]);
    expect(
      all
        .flatMap((fall) => fall?.schritte ?? [])
        .map(({ grund }) => grund ?? "")
        .join(),
    ).toMatch(/Nummer dort: F-2/u);
    await nimmZurueck(actor(), done);
    expect([await count("kim.fall"), await count("kim.fall_schritt")]).toEqual([0, 0]);
    expect(await db.admin("select id from kim.person where uebernahme_id = $1", [liste.id])).toEqual([]);
  });
});
