import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { readAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { aehnliche } from "../queries/neue-personen.ts";
import { beratungOf } from "../queries/beratungen.ts";
import { vorgabeOf } from "../rows/vorgabe.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
beforeAll(async () => {
  stelle = await beratungsstelle();
});

const record = (more: Parameters<typeof erfasse>[1] = {}) => erfasse(stelle, more);
const read = (id: string) => readAs(stelle.konto.actor, (tx) => beratungOf(tx, stelle.konto.actor, id));
const fieldOf = (work: Promise<unknown>) =>
  work.then(
    () => "gespeichert",
    (error: unknown) => (error instanceof Refused ? error.errors[0]?.field : String(error)),
  );
const count = async (table: string) => Number((await db.admin(`select count(*) as n from ${table}`))[0]?.["n"]);

describe("anonymous", () => {
  test("everything comes back as it was given", async () => {
    const id = await record({ notiz: "Formular erklärt.", neuzuweisung: "ja", herkunftsgruppe: "ukraine" });
    expect(await read(id)).toMatchObject({
      stufe: "1",
      ort: { art: "standort", id: stelle.standortId },
      ags: stelle.ags[0],
      themen: ["sprache", "aufenthalt"],
      dauerMin: 30,
      neuzuweisung: true,
      herkunftsgruppe: "ukraine",
      personen: [],
      notiz: { text: "Formular erklärt." },
      version: 1,
    });
  });

  test("a Kommune without site is a place as well", async () => {
    const id = await record({ ort: `kommune:${stelle.ags[2]}` });
    expect(await read(id)).toMatchObject({ ort: { art: "kommune", ags: stelle.ags[2] }, ags: stelle.ags[2] });
  });

  test("what was typed about persons before the stage was changed is not stored", async () => {
    const before = await count("kim.person");
    const id = await record({ neu1_vorname: "Mira", neu1_nachname: "Beispiel", person: randomUUID() });
    expect((await read(id))?.personen).toEqual([]);
    expect(await count("kim.person")).toBe(before);
  });

  test("a note that seems to tell who came is refused until somebody says it does not", async () => {
    const notiz = "Kind geb. 12.03.2019";
    expect(await fieldOf(record({ notiz }))).toBe("notiz");
    expect(await fieldOf(record({ notiz, unbedenklich: "ja" }))).toBe("gespeichert");
  });

  test("the presets of the next one hold codes only", async () => {
    await record({ sprache: "ar", dauer: "45", notiz: "Text" });
    const last = await readAs(stelle.konto.actor, (tx) => vorgabeOf(tx, stelle.konto.actor));
    expect(last).toMatchObject({ sprache: "ar", dauerMin: 45 });
    const stored = await db.admin("select werte::text as werte from kim.vorgabe where formular = 'beratung'");
    expect(String(stored[0]?.["werte"])).not.toMatch(/Text|notiz|personen"|\d{4}-\d\d-\d\d/);
  });
});

describe("with a person", () => {
  test("a new family is recorded with it, in the language of the consultation; the note lies under a key of its own", async () => {
    const names = { neu1_vorname: "Mira", neu1_nachname: "Beispiel", neu2_vorname: "Jo", neu2_nachname: "Beispiel" };
    const id = await record({ stufe: "2", ...names, neu1_staatsangehoerigkeit: "ukr", notiz: "Familie" });
    const stored = await read(id);
    expect(stored).toMatchObject({ personenzahl: 2, notiz: { text: "Familie" } });
    const [row] = await db.admin("select notiz_schluessel from kim.beratung where id = $1", [id]);
    expect(row?.["notiz_schluessel"]).toBe(id);
    const persons = await db.admin(
      "select p.staatsangehoerigkeit, s.sprache from kim.person p join kim.person_sprache s on s.person_id = p.id where p.id = any($1) order by 1",
      [stored?.personen],
    );
    expect(persons).toEqual([
      { staatsangehoerigkeit: "166", sprache: "uk" },
      { staatsangehoerigkeit: null, sprache: "uk" },
    ]);
  });

  test("with one person the note lies under that person's key", async () => {
    const first = await record({ stufe: "2", neu1_vorname: "Karl", notiz: "Erstgespräch" });
    const person = (await read(first))?.personen[0] ?? "";
    const id = await record({ stufe: "2", person, herkunftsgruppe: "syrien", notiz: "Wieder da, Tel. 0171 2345678" });
    expect(await read(id)).toMatchObject({ herkunftsgruppe: null, notiz: { text: "Wieder da, Tel. 0171 2345678" } });
    const [row] = await db.admin("select notiz_schluessel from kim.beratung where id = $1", [id]);
    expect(row?.["notiz_schluessel"]).toBe(person);
  });

  test("a new person who seems to be there already is asked about once, and can be either", async () => {
    const persons = () => count("kim.person");
    const first = await record({ stufe: "2", neu1_vorname: "Wilhelmine", neu1_nachname: "Muster" });
    const known = (await read(first))?.personen[0] ?? "";
    const before = await persons();
    const similar = { stufe: "2", neu1_vorname: "Wilhelmina", neu1_nachname: "Muster" };
    expect(await fieldOf(record(similar))).toBe("neu1_vorname");
    expect(await fieldOf(record({ ...similar, person: known, gesehen: known }))).toBe("gespeichert");
    expect(await persons()).toBe(before);
    const both = await record({ ...similar, neu1_vorname: "Wilhelmin", person: known });
    expect((await read(both))?.personen).toHaveLength(2);
    const other = await record({ ...similar, gesehen: (await similarIds()).join(" ") });
    expect((await read(other))?.personen).not.toContain(known);
    expect(await persons()).toBe(before + 2);
  });

  const similarIds = async () => {
    const typed = { neu1_vorname: "Wilhelmina", neu1_nachname: "Muster" };
    const hits = await readAs(stelle.konto.actor, (tx) => aehnliche(tx, stelle.konto.actor, typed));
    return (hits.get(1) ?? []).map((hit) => hit.id);
  };

  test("a foreign person is refused as a missing one", async () => {
    const other = await beratungsstelle();
    const theirs = await erfasse(other, { stufe: "2", neu1_vorname: "Fremd" });
    const foreign = await readAs(other.konto.actor, (tx) => beratungOf(tx, other.konto.actor, theirs));
    expect(await fieldOf(record({ stufe: "2", person: foreign?.personen[0] ?? "" }))).toBe("suche");
    expect(await fieldOf(record({ stufe: "2", person: randomUUID() }))).toBe("suche");
  });

  test("a mistake with a new person stands in its row and leaves nothing behind", async () => {
    const before = [await count("kim.person"), await count("kim.beratung")];
    const both = {
      stufe: "2",
      neu1_vorname: "Mira",
      neu1_geburtsdatum: "31.02.2000",
      neu3_nachname: "Muster",
      neu3_altersgruppe: "alt",
    };
    const refused = await record(both).catch((error: unknown) => (error instanceof Refused ? error.errors : []));
    expect(Array.isArray(refused) && refused.map((e) => e.field)).toEqual(["neu1_geburtsdatum", "neu3_altersgruppe"]);
    const wrong = { stufe: "2", neu1_vorname: "Uma", neu2_vorname: "Rolf", neu2_geburtsdatum: "2999-01-01" };
    expect(await fieldOf(record(wrong))).toBe("neu2_geburtsdatum");
    expect(await fieldOf(record({ stufe: "2", neu1_vorname: "Uma", neu1_staatsangehoerigkeit: "Atlantis" }))).toBe(
      "neu1_staatsangehoerigkeit",
    );
    expect([await count("kim.person"), await count("kim.beratung")]).toEqual(before);
  });
});

describe("what the rules refuse", () => {
  test.each([
    ["am", { am: "2999-01-01" }],
    ["am", { am: "2016-05-04" }],
    ["ort", { ort: `standort:${randomUUID()}` }],
    ["ort", { ort: "kommune:99999999" }],
    ["kontaktweg", { kontaktweg: "brieftaube" }],
    ["sprache", { sprache: "xx" }],
    ["themen", { themen: ["sprache", "wetter"] }],
    ["ergebnis", { ergebnis: "unfug" }],
    ["altersgruppe", { altersgruppe: "34" }],
  ])("%s", async (field, more) => {
    expect(await fieldOf(record(more))).toBe(field);
  });
});
