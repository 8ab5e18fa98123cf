import { describe, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { jeEineStelle } from "../../../../tests/support/je-eine-stelle.ts";
import { listen } from "../../../../tests/support/uebernahme.ts";
import { writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { decide, startTakeOver } from "../index.ts";
import { takeOver } from "../commands/take-over-list.ts";

const db = testDatabase();
const { hoch, uebernimm, nimmZurueck, lies, read, asWorker } = listen(db);
const actor = jeEineStelle();

const csv = (...lines: readonly string[]) => Buffer.from(`${lines.join("\n")}\n`);
const KOPF = "Datum;Kommune;Thema;Notiz";
const MAI = ["02.05.2024;Much;Wohnung;erste", "02.05.2024;Much;Wohnung;erste", "03.05.2024;Eitorf;Schule;zweite"];
const bringe = async (datei: string, bytes: Buffer) => uebernimm(actor(), await hoch(actor(), datei, bytes));
const count = async (table: string, where = "true") => {
  const rows = await db.admin(`select count(*)::int as n from ${table} where traeger_id = $1 and ${where}`, [
    actor().traegerId,
  ]);
  return Number(rows[0]?.["n"]);
};

test("nobody looks after a list any more whose work ended without a result", async () => {
  const { id, version } = await hoch(actor(), "mai.csv", csv(KOPF, ...MAI));
  await writeAs(actor(), (tx) => startTakeOver(tx, actor(), { id, version }));
  let finished = 0;
  const progress = {
    tell: () => undefined,
    finish: async () => void finished++,
    // Asked when the reading begins: another process takes the list meanwhile, and there is nothing left to do here.
    watch: () => {
      void db.admin("update kim.uebernahme set stand = 'gelesen' where id = $1", [id]);
      return new AbortController().signal;
    },
  };
  await asWorker(() => takeOver({ kreis: actor().kreis, id }, progress));
  expect(finished).toBeGreaterThan(0);
  expect(await count("kim.beratung")).toBe(0);
});

describe("a list that was continued", () => {
  test("brings only its new rows; the others are held as repeated", async () => {
    await bringe("mai.csv", csv(KOPF, ...MAI));
    expect(await count("kim.beratung")).toBe(2);
    const next = await hoch(actor(), "juni.csv", csv(KOPF, ...MAI, "04.06.2024;Much;Arbeit;dritte"));
    expect(next.zahlen).toMatchObject({ uebernommen: 1, doppelt: 3, beratungen: 1 });
    expect(next.befund?.zeilen.map(({ grund }) => grund)).toEqual([
      "steht schon in einer früher übernommenen Liste",
      "gleicht Zeile 2",
      "steht schon in einer früher übernommenen Liste",
    ]);
    await uebernimm(actor(), next);
    expect(await count("kim.beratung")).toBe(3);
  });

  test("a repeated row is taken where somebody decides so", async () => {
    await bringe("mai.csv", csv(KOPF, ...MAI));
    const next = await hoch(actor(), "noch.csv", csv(KOPF, MAI[2] ?? "", "09.06.2024;Much;Arbeit;x"));
    const [held] = next.befund?.zeilen ?? [];
    const zeilen = [{ blatt: held?.blatt ?? "", zeile: held?.zeile ?? 0, entscheidung: "uebernehmen" as const }];
    await writeAs(actor(), (tx) => decide(tx, actor(), next, { zeilen }));
    await uebernimm(actor(), await lies(actor(), next.id));
    expect(await count("kim.beratung")).toBe(4);
  });

  test("another Träger's list is its own", async () => {
    await bringe("mai.csv", csv(KOPF, ...MAI));
    const other = await beratungsstelle();
    const same = await hoch(other.konto.actor, "mai.csv", csv(KOPF, ...MAI));
    expect(same).toMatchObject({ befund: { schonUebernommen: null }, zahlen: { uebernommen: 2 } });
  });

  test("a tally counts each span and Kommune once", async () => {
    const kopf = "Monat;Kommune;Beratungen;Wohnen;Schule";
    const januar = ["Januar 2024;Much;10;4;3", "Januar 2024;Eitorf;5;2;1"];
    await bringe("strich.csv", csv(kopf, ...januar));
    const next = await hoch(actor(), "strich2.csv", csv(kopf, ...januar, "Februar 2024;Much;7;1;1"));
    expect(next.zahlen).toMatchObject({ art: "summen", uebernommen: 1, doppelt: 2, beratungen: 7 });
    await uebernimm(actor(), next);
    const [sum] = await db.admin("select sum(beratungen)::int as n from kim.summe where traeger_id = $1", [
      actor().traegerId,
    ]);
    expect(sum).toEqual({ n: 22 });
  });
});

describe("persons", () => {
  const kopf = "Datum;Kommune;Name;Geburtsdatum;Thema";
  test("the same name and birth date is one person, also one who is there already; without a birth date nobody is", async () => {
    const eingabe = PersonEingabe.parse({
      person_vorname: "Mira",
      person_nachname: "Beispiel",
      person_geburtsdatum: "1990-03-04",
    });
    const known = await writeAs(actor(), (tx) => createPerson(tx, actor(), eingabe));
    const rows = [
      "02.05.2024;Much;Beispiel, Mira;04.03.1990;Wohnung",
      "03.05.2024;Much;MIRA BEISPIEL;04.03.1990;Schule",
      "03.05.2024;Much;Muster, Jo;05.06.1985;Schule",
      "04.05.2024;Much;Jo Muster;05.06.1985;Arbeit",
      "04.05.2024;Much;Muster, Ohne;;Arbeit",
      "05.05.2024;Much;Muster, Ohne;;Arbeit",
    ];
    const list = await bringe("namen.csv", csv(kopf, ...rows));
    expect(await count("kim.person")).toBe(1 + 1 + 2);
    expect(await count("kim.beratung_person", `person_id = '${known}'`)).toBe(2);
    await nimmZurueck(actor(), list);
    expect(await count("kim.person")).toBe(1);
    expect(await count("tresor.schluessel", "art = 'person'")).toBe(1);
  });

  test("who was counselled again since stays when the list is taken back", async () => {
    const first = await bringe("eins.csv", csv(kopf, "02.05.2024;Much;Beispiel, Mira;04.03.1990;Wohnung"));
    await bringe("zwei.csv", csv(kopf, "09.05.2024;Much;Beispiel, Mira;04.03.1990;Schule"));
    expect(await count("kim.person")).toBe(1);
    await nimmZurueck(actor(), first);
    expect([await count("kim.person"), await count("kim.beratung")]).toEqual([1, 1]);
  });
});

describe("all or nothing", () => {
  const many = csv(KOPF, ...Array.from({ length: 3000 }, (_, i) => `02.05.2024;Much;Wohnung, Zauberkurs;Zeile ${i}`));
  /** Lets the database break off at some row of the second round. */
  const breakOff = (how: string) =>
    db.admin(`create sequence public.zeile;
      create function public.bricht() returns trigger language plpgsql security definer as $$
      begin if nextval('public.zeile') > 2500 then ${how}; end if; return new; end $$;
      create trigger bricht after insert on kim.beratung_thema for each row execute function public.bricht()`);
  const mend = () => db.admin("drop function public.bricht cascade; drop sequence public.zeile");

  test.each([
    ["an error", "raise exception 'kaputt'"],
    ["a lost connection", "perform pg_terminate_backend(pg_backend_pid())"],
  ])("%s in the middle leaves nothing; afterwards it goes through once", async (_what, how) => {
    const list = await hoch(actor(), "viele.csv", many);
    await breakOff(how);
    const failed = await uebernimm(actor(), list);
    await mend();
    expect(failed).toMatchObject({ stand: "gelesen", befund: { meldung: expect.stringContaining("gescheitert") } });
    expect([await count("kim.beratung"), await count("kim.wort")]).toEqual([0, 0]);
    const done = await uebernimm(actor(), failed);
    await asWorker(() => takeOver({ kreis: actor().kreis, id: list.id }));
    expect(done.stand).toBe("uebernommen");
    expect(await count("kim.beratung")).toBe(3000);
  });

  test("two runs at once take it over once", async () => {
    const list = await hoch(actor(), "viele.csv", many);
    await writeAs(actor(), (tx) => startTakeOver(tx, actor(), list));
    const id = { kreis: actor().kreis, id: list.id };
    await asWorker(() => Promise.all([takeOver(id), takeOver(id)]));
    expect(await count("kim.beratung")).toBe(3000);
    const log = await db.admin("select 1 from kim.protokoll where gegenstand_id = $1 and art = 'liste.uebernommen'", [
      list.id,
    ]);
    expect(log).toHaveLength(1);
  });

  test("what changed since the preview is shown again instead of taken", async () => {
    const [one, two] = [csv(KOPF, ...MAI), csv(KOPF, ...MAI, "09.06.2024;Much;Arbeit;x")];
    const late = await hoch(actor(), "zwei.csv", two);
    await bringe("eins.csv", one);
    const shown = await uebernimm(actor(), late);
    expect(shown).toMatchObject({
      stand: "gelesen",
      zahlen: { uebernommen: 1 },
      befund: { meldung: expect.stringContaining("Seit der Vorschau") },
    });
    expect((await uebernimm(actor(), shown)).stand).toBe("uebernommen");
    expect(await count("kim.beratung")).toBe(3);
  });
});

const FALL = [
  "Fallnummer;Name;Vorname;Fallbeginn;Fallende;Status;Abschlussgrund;Einwilligung am",
  "7;Muster;Jo;10.11.2023;;laufend;;12.11.2023",
];

test("a released report stands in the way of taking back, also cases that began before it and go on", async () => {
  const list = await bringe("mai.csv", csv(KOPF, ...MAI));
  const faelle = await bringe("faelle.csv", csv(...FALL));
  expect(await count("kim.fall")).toBe(1);
  const sum = "0".repeat(64);
  await db.admin(
    `with b as (insert into kim.bericht (kreis, von, bis, titel, angelegt_von)
       values ('05382', '2024-01-01', '2024-06-30', 'Bericht', $1) returning id)
     insert into kim.bericht_dokument (kreis, bericht_id, art, inhalt, pruefsumme) select '05382', id, 'pdf', 'x', $2 from b`,
    [actor().kontoId, sum],
  );
  await db.admin(
    `update kim.bericht set stand = 'freigegeben', jahr = 2024, nummer = 1, freigegeben = current_date,
       freigegeben_von = $1, kennzahlen = '{}', pruefsumme = $2 where von = '2024-01-01'`,
    [actor().kontoId, sum],
  );
  for (const one of [list, faelle]) {
    await expect(nimmZurueck(actor(), one)).rejects.toBeInstanceOf(Refused);
    expect((await read(actor(), one.id)).stand).toBe("uebernommen");
  }
});
